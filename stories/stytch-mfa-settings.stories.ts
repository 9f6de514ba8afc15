import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/mfa-settings.js';
import type { Organization } from '../emulator/types.js';
import type { Stage } from './stage.js';
import { moment, towards } from './story.js';

/** Lets a signed-in member look after their own second factors. */
export default {
  title: 'Session/Verification methods',
  component: 'stytch-mfa-settings',
} satisfies Meta;

const card = html`<stytch-mfa-settings></stytch-mfa-settings>`;
const strict = html`<stytch-mfa-settings max-age="0"></stytch-mfa-settings>`;
const AN_HOUR = 3_600_000;

const ada = (on: Stage, organization: string) =>
  on.world.world.directory
    .membersOf('ada@example.com')
    .find(({ organization_id }) => organization_id === on.id(organization))!;

/** Ada in an organization that has been changed. */
const inside = (organization: string, settings: Partial<Organization> = {}) => ({
  role: { organization },
  then: async (on: Stage) => {
    Object.assign(on.world.world.directory.organizationNamed(organization)!, settings);
    await on.reach({ type: 'refresh' });
  },
});

/** Ada in Globex, with an authenticator app and a phone; then something goes wrong, or takes its time. */
const both = (...faults: Parameters<Stage['world']['faults']>[0]) => ({
  role: { organization: 'Globex' },
  then: async (on: Stage) => {
    Object.assign(ada(on, 'Globex'), { mfa_phone_number: '+15555550123', mfa_phone_number_verified: true });
    await on.reach({ type: 'refresh' });
    on.world.faults(faults);
  },
});

/** Ada in Globex, as somebody of the project sees it. */
async function impersonated(on: Stage): Promise<void> {
  const { token } = on.world.impersonation('ada@example.com', 'Globex');
  await on.reach({ type: 'redeem', ticket: { type: 'multi_tenant_impersonation', token, resets: false } });
}

/** A person presses buttons, one after the other. */
const pressed =
  (...buttons: readonly string[]): StoryObj['play'] =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('stytch-mfa-settings')!;
    for (const button of buttons) {
      await element.updateComplete;
      element.shadowRoot!.querySelector<HTMLButtonElement>(button)!.click();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    await element.querySelector('stytch-mfa-prompt')?.updateComplete;
  };

const agreed = 'dialog .primary';

export const SignedOut = moment(card, { role: null });
export const Pending = moment(card, { then: towards('Globex') });
export const NothingSetUp = moment(card);
export const PhoneOnly = moment(card, { role: { organization: 'Initech' } });
export const AppOnly = moment(card, { role: { organization: 'Globex' } });
export const BothMethods = moment(card, both());
export const OneMethodAccepted = moment(
  card,
  inside('Globex', { mfa_methods: 'RESTRICTED', allowed_mfa_methods: ['totp'] }),
);
export const NothingAccepted = moment(card, inside('Acme', { mfa_methods: 'RESTRICTED', allowed_mfa_methods: [] }));
export const LongName = moment(
  card,
  inside('Globex', { organization_name: 'Gesellschaft für Weltbeherrschung '.repeat(3) }),
);
export const Impersonated = moment(card, { role: null, then: impersonated });
export const Adding: StoryObj = { ...moment(card), play: pressed('#enroll-totp') };
export const AddingInPlace: StoryObj = {
  ...moment(html`<stytch-mfa-settings display="inline"></stytch-mfa-settings>`),
  play: pressed('#enroll-totp'),
};
export const Proving: StoryObj = {
  ...moment(strict, { role: { organization: 'Globex' } }),
  play: pressed('#show-codes-codes'),
};
export const Codes: StoryObj = {
  ...moment(card, { role: { organization: 'Globex' } }),
  play: pressed('#show-codes-codes'),
};
export const Removing: StoryObj = { ...moment(card, both()), play: pressed('#remove-factor-totp') };
export const NewCodes: StoryObj = { ...moment(card, both()), play: pressed('#rotate-codes-codes') };
export const NewCodesUnknown: StoryObj = {
  ...moment(card, both({ path: '/b2b/recovery_codes/rotate', drop: true })),
  play: pressed('#rotate-codes-codes', agreed),
};
export const LoggedInTooLongAgo: StoryObj = {
  ...moment(html`<stytch-mfa-settings enroll-max-age="0"></stytch-mfa-settings>`),
  play: pressed('#enroll-totp'),
};
export const Working: StoryObj = {
  ...moment(card, both({ path: '/b2b/organizations/members/deleteTOTP', delayMs: AN_HOUR })),
  play: pressed('#remove-factor-totp', agreed),
};
export const Removed: StoryObj = { ...moment(card, both()), play: pressed('#remove-factor-sms_otp', agreed) };
export const Refused: StoryObj = {
  ...moment(
    card,
    both({
      path: '/b2b/organizations/members/deleteTOTP',
      status: 403,
      errorType: 'session_authorization_error',
    }),
  ),
  play: pressed('#remove-factor-totp', agreed),
};
