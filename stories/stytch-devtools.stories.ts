import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { emulateInPage } from '../emulator/index.js';
import '../src/define/devtools.js';
import '../src/define/session-status.js';
import { moment, towards } from './story.js';

/** For development: what a page knows of its session, what will happen by itself, and what has happened. */
export default {
  title: 'Development/Devtools',
  component: 'stytch-devtools',
  tags: ['no-picture'], // how long requests take is never the same
} satisfies Meta;

const page = (panel: unknown) => html`
  <div style="min-block-size: 44rem">
    <stytch-session-status></stytch-session-status>
    ${panel}
  </div>
`;
const panel = page(html`<stytch-devtools open></stytch-devtools>`);

/** Every section unfolded, from whatever an earlier story has left behind. */
const unfolded: StoryObj['play'] = async ({ canvasElement }) => {
  const element = canvasElement.querySelector('stytch-devtools')!;
  element.open = true;
  await element.updateComplete;
  for (const each of element.shadowRoot!.querySelectorAll('details')) each.open = true;
};

export const Folded: StoryObj = {
  ...moment(page(html`<stytch-devtools></stytch-devtools>`)),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('stytch-devtools')!;
    element.open = false;
    await element.updateComplete;
  },
};
export const SignedIn: StoryObj = { ...moment(panel, { role: { organization: 'Globex' } }), play: unfolded };
export const SignedOut: StoryObj = { ...moment(panel, { role: null }), play: unfolded };
export const Verifying: StoryObj = { ...moment(panel, { then: towards('Globex') }), play: unfolded };
export const Misconfigured: StoryObj = {
  ...moment(html`<stytch-provider>${panel}</stytch-provider>`, { role: null }),
  play: unfolded,
};
const live = { origin: 'https://api.stytch.com', publicToken: 'public-token-live-0' };
/** Nothing is shown: the public token is a live one. The console says why. */
export const Refused = moment(html`<stytch-provider public-token=${live.publicToken}>${panel}</stytch-provider>`, {
  role: null,
  then: () => void emulateInPage(live),
});
