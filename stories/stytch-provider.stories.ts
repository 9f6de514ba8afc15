import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define.js';
import { moment, towards } from './story.js';

/** Shares one client with the elements inside; here, the header of a page in the colours of each theme. */
export default {
  title: 'Session/Provider',
  component: 'stytch-provider',
} satisfies Meta;

const header = html`
  <header style="display: flex; flex-wrap: wrap; gap: 12px 20px; align-items: center; justify-content: space-between">
    <stytch-org-switcher></stytch-org-switcher>
    <stytch-logout></stytch-logout>
    <stytch-session-status show-expiry style="flex-basis: 100%"></stytch-session-status>
  </header>
`;

export const Header = moment(header);
export const SignedOut = moment(header, { role: null });
export const Loading = moment(header, { faults: [{ path: '/b2b/sessions/authenticate', delayMs: 3_600_000 }] });
export const Pending = moment(header, { then: towards('Globex') });
export const Misconfigured = moment(html`<stytch-provider>${header}</stytch-provider>`, { role: null });
