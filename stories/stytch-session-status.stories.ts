import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/session-status.js';
import { moment, towards } from './story.js';

/** Says who is signed in, where, and until when. */
export default {
  title: 'Session/Status',
  component: 'stytch-session-status',
} satisfies Meta;

const status = html`<stytch-session-status></stytch-session-status>`;

export const SignedIn = moment(status);
export const WithExpiry = moment(html`<stytch-session-status show-expiry></stytch-session-status>`);
export const SignedOut = moment(status, { role: null });
export const Pending = moment(status, { then: towards('Globex') });
export const Loading = moment(status, { faults: [{ path: '/b2b/sessions/authenticate', delayMs: 3_600_000 }] });
export const Misconfigured = moment(html`<stytch-provider>${status}</stytch-provider>`, { role: null });
export const OwnWords = moment(
  html`<stytch-session-status><span slot="signed-in">Welcome back.</span></stytch-session-status>`,
);
