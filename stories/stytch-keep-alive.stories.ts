import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/keep-alive.js';
import '../src/define/session-status.js';
import type { Stage } from './stage.js';
import { moment } from './story.js';

/** Keeps the session alive while the member is there; before it ends, asks whether they are. */
export default {
  title: 'Session/Keep alive',
  component: 'stytch-keep-alive',
} satisfies Meta;

const keepAlive = html`<stytch-keep-alive></stytch-keep-alive>`;

/** A session that was begun some seconds ago. */
const begun =
  (seconds: number) =>
  async ({ world, store }: Stage): Promise<void> => {
    world.clock(-seconds);
    const { session_token: sessionToken, session_jwt: sessionJwt } = await world.session('ada@example.com', 'Acme');
    world.clock(seconds);
    await store.actions.hydrate({ sessionToken, sessionJwt });
  };

/** A person presses a button of the dialog. */
const presses =
  (button: string): StoryObj['play'] =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('stytch-keep-alive')!;
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLElement>(button)!.click();
    await new Promise((resolve) => setTimeout(resolve, 200));
  };

export const NobodyIn = moment(html`${keepAlive}<stytch-session-status></stytch-session-status>`, { role: null });
export const Watching = moment(html`${keepAlive}<stytch-session-status show-expiry></stytch-session-status>`);
export const Warning = moment(keepAlive, { role: { minutes: 2 } });
export const LastSeconds = moment(keepAlive, { role: { minutes: 0.45 } });
export const Idle = moment(html`<stytch-keep-alive idle-minutes="1.8"></stytch-keep-alive>`, { then: begun(56) });
export const Absolute = moment(html`<stytch-keep-alive absolute-minutes="3"></stytch-keep-alive>`, {
  then: begun(95),
});
export const NotReached: StoryObj = {
  ...moment(keepAlive, {
    role: { minutes: 2 },
    then: ({ world }) => world.faults([{ path: '/b2b/sessions/authenticate', status: 500, times: 100 }]),
  }),
  play: presses('.primary'),
};
export const SigningOut: StoryObj = {
  ...moment(keepAlive, {
    role: { minutes: 2 },
    then: ({ world }) => world.faults([{ path: '/b2b/sessions/revoke', delayMs: 60_000 }]),
  }),
  play: presses('.button:not(.primary)'),
};
/** The session has come to its end while the page was open. */
export const Ended: StoryObj = {
  ...moment(html`${keepAlive}<stytch-session-status></stytch-session-status>`),
  play: async ({ canvasElement, loaded }) => {
    const { on } = loaded as { on: Stage };
    const element = canvasElement.querySelector('stytch-keep-alive')!;
    await element.updateComplete;
    on.world.world.sessions.clear();
    await on.reach({ type: 'refresh' });
    await element.updateComplete;
  },
};
