import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/step-up.js';
import type { Organization } from '../emulator/types.js';
import type { Intent } from '../src/flows/flow.js';
import type { Stage } from './stage.js';
import { moment, towards } from './story.js';

/** Asks for the first factor that an organization wants of its own. */
export default {
  title: 'Session/Step up',
  component: 'stytch-step-up',
} satisfies Meta;

type Allowed = Organization['allowed_auth_methods'];

const ADA = 'ada@example.com';
const prompt = html`<stytch-step-up></stytch-step-up>`;
const SEVERAL: Allowed = ['magic_link', 'email_otp', 'password', 'google_oauth', 'sso'];

const umbrella = (on: Stage) => on.world.world.directory.organizationNamed('Umbrella')!;

/** On the way to Umbrella, which accepts these methods, and some steps further. */
const then =
  (allowed: Allowed, ...steps: readonly Intent[]) =>
  async (on: Stage): Promise<void> => {
    umbrella(on).allowed_auth_methods = allowed;
    await towards('Umbrella')(on);
    await on.reach(...steps);
  };

/** Her address in Umbrella is not confirmed. */
async function unverified(on: Stage): Promise<void> {
  const { organization_id } = umbrella(on);
  const ada = on.world.world.directory.membersOf(ADA).find((each) => each.organization_id === organization_id)!;
  ada.email_address_verified = false;
  await then(SEVERAL)(on);
}

/** Umbrella is one of several to choose from. */
async function discovered(on: Stage): Promise<void> {
  umbrella(on).allowed_auth_methods = ['google_oauth', 'sso'];
  await on.reach({ type: 'send-code', email: ADA });
  await on.reach({ type: 'submit-code', secret: on.lastCode() });
  await on.reach({ type: 'choose-organization', organization_id: on.id('Umbrella') });
}

/** Wayne, where she is no member yet, accepts a password only. */
async function joining(on: Stage): Promise<void> {
  const wayne = on.world.world.directory.organizationNamed('Wayne')!;
  Object.assign(wayne, { auth_methods: 'RESTRICTED', allowed_auth_methods: ['email_otp', 'google_oauth'] });
  await towards('Wayne')(on);
}

/** The intermediate session has ended. */
async function tooLate(on: Stage): Promise<void> {
  await then(SEVERAL)(on);
  on.world.clock(601);
  await on.reach({ type: 'submit-password', email: ADA, secret: 'guess' });
}

/** The session before cannot be restored for now. */
async function unreachable(on: Stage): Promise<void> {
  await then(SEVERAL)(on);
  on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true, times: 99 }]);
  await on.reach({ type: 'cancel' });
}

const code = { type: 'send-code', email: ADA } as const;
const password = { type: 'ask-password', email: ADA } as const;

export const NothingOwed = moment(prompt);
export const SingleSignOn = moment(prompt, { then: then(['sso']) });
export const SeveralMethods = moment(prompt, { then: then(SEVERAL) });
export const VerifyEmail = moment(prompt, { then: unverified });
export const Joining = moment(prompt, { then: joining });
export const NothingAccepted = moment(prompt, { then: then([]) });
export const FromDiscovery = moment(prompt, { role: null, then: discovered });
export const LinkSent = moment(prompt, { then: then(SEVERAL, { type: 'send-link', email: ADA }) });
export const Code = moment(prompt, { then: then(SEVERAL, code) });
export const WrongCode = moment(prompt, { then: then(SEVERAL, code, { type: 'submit-code', secret: '000000' }) });
export const Password = moment(prompt, { then: then(SEVERAL, password) });
export const WrongPassword = moment(prompt, {
  then: then(SEVERAL, password, { type: 'submit-password', email: ADA, secret: 'guess' }),
});
export const ForgotPassword = moment(prompt, { then: then(SEVERAL, { type: 'forgot-password', email: ADA }) });
export const TimeIsUp = moment(prompt, { then: tooLate });
export const GoingBack = moment(prompt, { then: unreachable });
export const Dialog = moment(html`<stytch-step-up display="dialog"></stytch-step-up>`, { then: then(SEVERAL) });
