import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/step-up.js';
import { SEED_PASSWORD } from '../emulator/seed.js';
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

/** What a session that was begun with a link does not prove, and one that was begun with a password does not. */
const NO_MAIL: Allowed = ['password', 'google_oauth', 'sso'];
const NO_PASSWORD: Allowed = ['magic_link', 'email_otp', 'google_oauth', 'sso'];

const umbrella = (on: Stage) => on.world.world.directory.organizationNamed('Umbrella')!;

/** On the way to Umbrella, which accepts these methods, and some steps further. */
const then =
  (allowed: Allowed, ...steps: readonly Intent[]) =>
  async (on: Stage): Promise<void> => {
    umbrella(on).allowed_auth_methods = allowed;
    await towards('Umbrella')(on);
    await on.reach(...steps);
  };

/** The same, for somebody who has logged in to Acme with a password. */
const byPassword = (...steps: readonly Intent[]) => ({
  role: null,
  then: async (on: Stage) => {
    await on.reach(
      { type: 'submit-password', email: ADA, secret: SEED_PASSWORD },
      { type: 'choose-organization', organization_id: on.id('Acme') },
    );
    await then(NO_PASSWORD, ...steps)(on);
  },
});

/** Her address in Umbrella is not confirmed. */
async function unverified(on: Stage): Promise<void> {
  const { organization_id } = umbrella(on);
  const ada = on.world.world.directory.membersOf(ADA).find((each) => each.organization_id === organization_id)!;
  ada.email_address_verified = false;
  await then(NO_MAIL)(on);
}

/** Umbrella is one of several to choose from. */
async function discovered(on: Stage): Promise<void> {
  umbrella(on).allowed_auth_methods = NO_MAIL;
  await on.reach({ type: 'send-code', email: ADA });
  await on.reach({ type: 'submit-code', secret: on.lastCode() });
  await on.reach({ type: 'choose-organization', organization_id: on.id('Umbrella') });
}

/** Wayne, where she is no member yet, does not accept a code. */
async function joining(on: Stage): Promise<void> {
  const wayne = on.world.world.directory.organizationNamed('Wayne')!;
  Object.assign(wayne, { auth_methods: 'RESTRICTED', allowed_auth_methods: ['password', 'google_oauth'] });
  await on.reach({ type: 'send-code', email: ADA });
  await on.reach({ type: 'submit-code', secret: on.lastCode() });
  await on.reach({ type: 'choose-organization', organization_id: wayne.organization_id });
}

/** Umbrella has two identity providers. */
async function twoProviders(on: Stage): Promise<void> {
  const [known] = umbrella(on).sso_active_connections;
  const other = { ...known!, connection_id: 'saml-connection-test-other', display_name: 'Umbrella Entra ID' };
  Object.assign(umbrella(on), { sso_active_connections: [known, other], sso_default_connection_id: null });
  await then(['sso'], { type: 'start-sso', email: ADA })(on);
}

/** Umbrella asks for a second factor, too, and the page has nothing else that does. */
async function proved(on: Stage): Promise<void> {
  Object.assign(umbrella(on), { mfa_policy: 'REQUIRED_FOR_ALL' });
  await then(NO_MAIL, password, { type: 'submit-password', email: ADA, secret: SEED_PASSWORD })(on);
}

/** The intermediate session has ended. */
async function tooLate(on: Stage): Promise<void> {
  await then(NO_MAIL)(on);
  on.world.clock(601);
  await on.reach({ type: 'submit-password', email: ADA, secret: SEED_PASSWORD });
}

/** The session before cannot be restored for now. */
async function unreachable(on: Stage): Promise<void> {
  await then(NO_MAIL)(on);
  on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true, times: 99 }]);
  await on.reach({ type: 'cancel' });
}

const code = { type: 'send-code', email: ADA } as const;
const password = { type: 'ask-password', email: ADA } as const;

export const NothingOwed = moment(prompt);
export const SingleSignOn = moment(prompt, { then: then(['sso']) });
export const ChooseProvider = moment(prompt, { then: twoProviders });
export const SeveralMethods = moment(prompt, byPassword());
export const VerifyEmail = moment(prompt, { then: unverified });
export const Joining = moment(prompt, { role: null, then: joining });
export const NothingAccepted = moment(prompt, { then: then([]) });
export const FromDiscovery = moment(prompt, { role: null, then: discovered });
export const LinkSent = moment(prompt, byPassword({ type: 'send-link', email: ADA }));
export const Code = moment(prompt, byPassword(code));
export const WrongCode = moment(prompt, byPassword(code, { type: 'submit-code', secret: '000000' }));
export const Password = moment(prompt, { then: then(NO_MAIL, password) });
export const WrongPassword = moment(prompt, {
  then: then(NO_MAIL, password, { type: 'submit-password', email: ADA, secret: 'guess' }),
});
export const ForgotPassword = moment(prompt, { then: then(NO_MAIL, { type: 'forgot-password', email: ADA }) });
export const SecondFactorInPlace = moment(prompt, { then: proved });
export const TimeIsUp = moment(prompt, { then: tooLate });
export const GoingBack = moment(prompt, { then: unreachable });
export const Dialog = moment(html`<stytch-step-up display="dialog"></stytch-step-up>`, { then: then(NO_MAIL) });
