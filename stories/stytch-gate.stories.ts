import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/gate.js';
import { focusAt, press, tabTo } from './keyboard.js';
import { totpCode, type Stage } from './stage.js';
import { moment, towards } from './story.js';

/** Shows what is inside only while a requirement holds. */
export default {
  title: 'Session/Gate',
  component: 'stytch-gate',
} satisfies Meta;

const slots = html`
  <p>The figures of this quarter: 42.</p>
  <p slot="loading">One moment…</p>
  <p slot="signed-out"><a href="/login">Log in</a> to see the figures.</p>
  <p slot="pending">Finish verification to see the figures.</p>
  <p slot="denied">Your role does not include the figures. Ask an administrator.</p>
  <p slot="stale">Verify again to see the figures.</p>
  <p slot="organization-changed">You have gone to another organization. These figures were of Acme.</p>
  <p slot="error">The figures cannot be shown now.</p>
`;
const gate = html`<stytch-gate>${slots}</stytch-gate>`;
const fresh = html`<stytch-gate factor="totp" max-age="900">${slots}</stytch-gate>`;
const offering = html`<stytch-gate factor="totp sms_otp"><p>The figures of this quarter: 42.</p></stytch-gate>`;
const writers = html`<stytch-gate resource="documents" action="write">${slots}</stytch-gate>`;
const inAcme = html`<stytch-gate organization="acme">${slots}</stytch-gate>`;

const solo = { email: 'solo@example.com' };
const unanswered = (path: string) => [{ path, delayMs: 3_600_000 }];

const secret = 'JBSWY3DPEHPK3PXP';

/** Ada goes to Globex, and proves who she is with her authenticator app. */
async function toGlobex(on: Stage): Promise<void> {
  await towards('Globex')(on);
  await on.reach({ type: 'submit-code', secret: totpCode(secret) });
}

/** The same, while the gate is on the page. */
const leavesAcme: StoryObj['play'] = async ({ canvasElement }) => {
  const { store } = canvasElement.querySelector('stytch-provider')!;
  await store!.actions.switchOrganization('organization-test-globex');
  await store!.actions.submitCode(totpCode(secret));
};

/** Somebody presses “Verify”. */
const asks: StoryObj['play'] = ({ canvasElement }) => {
  void canvasElement.querySelector('stytch-gate')!.verify();
};

export const Open = moment(gate);
export const Loading = moment(gate, { faults: unanswered('/b2b/sessions/authenticate') });
export const SignedOut = moment(gate, { role: null });
export const Pending = moment(gate, { then: towards('Globex') });
export const Fresh = moment(fresh, { then: toGlobex });
export const Stale = moment(fresh);
export const StaleSaysNothing = moment(offering);
export const Asking: StoryObj = { ...moment(offering, { then: toGlobex }), play: asks };
export const CannotAsk: StoryObj = {
  ...moment(html`<stytch-gate factor="sso"><p>Figures</p></stytch-gate>`),
  play: asks,
};
export const Permitted = moment(writers);
export const Denied = moment(writers, { role: solo });
export const OrganizationChanged: StoryObj = { ...moment(inAcme), play: leavesAcme };
export const SomethingWrong = moment(html`<stytch-provider>${gate}</stytch-provider>`, { role: null });
export const SaysNothing = moment(html`<stytch-gate><p>Hidden.</p></stytch-gate><p>Nothing above.</p>`, { role: null });
/** Without a mouse: the offer is taken, and what is asked for has the focus. */
export const AskingByKeyboard: StoryObj = {
  ...moment(offering, { then: toGlobex }),
  play: async ({ canvasElement }) => {
    await tabTo(canvasElement.querySelector('stytch-gate')!, '.primary');
    await press('{Enter}');
    await focusAt('input, [part~=heading]');
  },
};
