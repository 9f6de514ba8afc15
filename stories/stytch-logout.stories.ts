import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/logout.js';
import { moment } from './story.js';

/** Ends the session, in all tabs. */
export default {
  title: 'Session/Log out',
  component: 'stytch-logout',
} satisfies Meta;

const logout = html`<stytch-logout></stytch-logout>`;

/** A person presses the button. */
const pressed: StoryObj['play'] = async ({ canvasElement }) => {
  const element = canvasElement.querySelector('stytch-logout')!;
  await element.updateComplete;
  element.shadowRoot!.querySelector('button')!.click();
  await new Promise((resolve) => setTimeout(resolve, 100));
};

export const Button = moment(logout);
export const OwnButton = moment(html`<stytch-logout><button>Leave the building</button></stytch-logout>`);
export const OwnLink = moment(html`<stytch-logout><a href="#leave">Leave the building</a></stytch-logout>`);
export const Working: StoryObj = {
  ...moment(logout, { then: ({ world }) => world.faults([{ path: '/b2b/sessions/revoke', delayMs: 3_600_000 }]) }),
  play: pressed,
};
export const NotReached: StoryObj = {
  ...moment(logout, { then: ({ world }) => world.faults([{ path: '/b2b/sessions/revoke', drop: true }]) }),
  play: pressed,
};
