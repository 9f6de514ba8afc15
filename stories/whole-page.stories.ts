import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/gate.js';
import '../src/define/login.js';
import '../src/define/mfa-prompt.js';
import '../src/define/mfa-settings.js';
import '../src/define/org-switcher.js';
import '../src/define/session-status.js';
import '../src/define/step-up.js';
import '../src/define/user-button.js';
import { totpCode } from './stage.js';
import { moment, towards } from './story.js';
import './whole-page.css';

/** The elements together, as a page has them: what one of them does, all of them show. */
export default {
  title: 'Whole page',
  parameters: { layout: 'fullscreen' },
} satisfies Meta;

const page = html`
  <div class="page">
    <header>
      <strong>Quayside</strong>
      <stytch-org-switcher></stytch-org-switcher>
      <stytch-session-status></stytch-session-status>
      <stytch-user-button></stytch-user-button>
    </header>
    <main>
      <stytch-mfa-prompt></stytch-mfa-prompt>
      <stytch-step-up></stytch-step-up>
      <stytch-gate>
        <h1>42 containers are on their way</h1>
        <p>Three of them land today, in Rotterdam.</p>
        <h2>Invoices</h2>
        <stytch-gate mfa>
          <p>Two are open: 1,250.00 and 890.50.</p>
          <stytch-mfa-settings></stytch-mfa-settings>
          <p slot="stale">
            Only members with a second factor see invoices.
            <button data-verify>Verify that it is you</button>
          </p>
          <p slot="denied">Only members with a second factor see invoices.</p>
        </stytch-gate>
        <stytch-login slot="signed-out" methods="magic_link password google_oauth sso"></stytch-login>
        <p slot="pending">Finish verification to see your freight.</p>
      </stytch-gate>
    </main>
  </div>
`;

const toGlobex = towards('Globex');

export const SignedOut: StoryObj = moment(page, { role: null });
export const SignedIn: StoryObj = moment(page);
export const OnTheWay: StoryObj = moment(page, { then: toGlobex });
export const Verified: StoryObj = moment(page, {
  then: async (on) => {
    await toGlobex(on);
    await on.reach({ type: 'submit-code', secret: totpCode('JBSWY3DPEHPK3PXP') });
  },
});
/** As for whoever has told their system that they want more of it. */
export const MoreContrast: StoryObj = { ...Verified, globals: { contrast: 'more' } };
/** Longer words than English has: what is cut off here would be cut off in German, too. */
export const LongText: StoryObj = { ...SignedOut, globals: { language: 'en-XA' } };
export const LongTextOnTheWay: StoryObj = {
  ...OnTheWay,
  globals: { language: 'en-XA' },
  // a name that is made of two words has both of them in the label, but here each is longer in its own way
  parameters: {
    ...OnTheWay.parameters,
    a11y: { config: { rules: [{ id: 'label-content-name-mismatch', enabled: false }] } },
  },
};
export const German: StoryObj = { ...OnTheWay, globals: { language: 'de' } };
export const Japanese: StoryObj = { ...OnTheWay, globals: { language: 'ja' } };
export const Arabic: StoryObj = { ...OnTheWay, globals: { language: 'ar' } };
export const Hebrew: StoryObj = { ...SignedOut, globals: { language: 'he' } };
