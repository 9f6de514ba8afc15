import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/user-button.js';
import { focusAt, press, tabTo } from './keyboard.js';
import type { Stage } from './stage.js';
import { moment, towards } from './story.js';

/** The signed-in member, and a menu with what they can do. */
export default {
  title: 'Session/User button',
  component: 'stytch-user-button',
} satisfies Meta;

const button = html`<stytch-user-button></stytch-user-button>`;
const AN_HOUR = 3_600_000;

/** A person opens the menu, and chooses an item of ours. */
const opened =
  (item?: string): StoryObj['play'] =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('stytch-user-button')!;
    const ofOurs = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part~=item]')];
    await element.updateComplete;
    element.show();
    while (!element.shadowRoot!.querySelector('[part~=menu]')) await new Promise((resolve) => setTimeout(resolve, 20));
    ofOurs()
      .find((each) => each.textContent.trim() === item)
      ?.click();
    await new Promise((resolve) => setTimeout(resolve, 400));
  };

const revoking =
  (fault: object) =>
  ({ world }: Stage) =>
    world.faults([{ path: '/b2b/sessions/revoke', ...fault }]);

/** A name that nobody has. */
async function longName(on: Stage): Promise<void> {
  const ada = on.world.world.directory
    .membersOf('ada@example.com')
    .find((each) => each.organization_id === on.id('Acme'))!;
  ada.name = 'Augusta Ada King-Noel, Countess of Lovelace, Baroness King of Ockham';
  await on.reach({ type: 'refresh' });
}

export const SignedOut = moment(button, { role: null });
export const Loading = moment(button, { faults: [{ path: '/b2b/sessions/authenticate', delayMs: AN_HOUR }] });
export const Closed = moment(button);
export const Open: StoryObj = { ...moment(button), play: opened() };
export const OwnItems: StoryObj = {
  ...moment(html`
    <stytch-user-button>
      <a slot="items" href="#profile">Profile</a>
      <button slot="items">Invite somebody</button>
    </stytch-user-button>
  `),
  play: opened(),
};
export const LogOutOnly: StoryObj = {
  ...moment(html`<stytch-user-button without="switch settings"></stytch-user-button>`),
  play: opened(),
};
export const LongName: StoryObj = { ...moment(button, { then: longName }), play: opened() };
export const Settings: StoryObj = {
  ...moment(button, { role: { organization: 'Globex' } }),
  play: opened('Verification methods'),
};
export const LoggingOut: StoryObj = {
  ...moment(button, { then: revoking({ delayMs: AN_HOUR }) }),
  play: opened('Log out'),
};
export const NotReached: StoryObj = { ...moment(button, { then: revoking({ drop: true }) }), play: opened('Log out') };
export const Verifying = moment(button, { then: towards('Globex') });
/** Without a mouse: the menu is opened, gone through by arrows and by letters, and closed again; and then opened. */
export const ByKeyboard: StoryObj = {
  ...moment(button),
  play: async ({ canvasElement }) => {
    await tabTo(canvasElement.querySelector('stytch-user-button')!, '[part~=trigger]');
    await press('{Enter}');
    await focusAt('[role=menuitem]');
    await press('{End}{Home}{ArrowDown}');
    await focusAt('[role=menuitem]:not(:first-of-type)');
  },
};
