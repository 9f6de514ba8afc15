import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define.js';
import { moment } from './story.js';

/** Shares one client with the elements inside; here, the header of a page in the colours of each theme. */
export default {
  title: 'Session/Provider',
  component: 'stytch-provider',
} satisfies Meta;

const header = html`
  <stytch-org-switcher></stytch-org-switcher>
  <stytch-session-status show-expiry></stytch-session-status>
  <stytch-logout></stytch-logout>
`;

export const Header = moment(header);
export const SignedOut = moment(header, { role: null });
