import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/mfa-prompt.js';
import type { Intent } from '../src/flows/flow.js';
import { focusAt, press, tabTo } from './keyboard.js';
import { type Stage, totpCode } from './stage.js';
import { moment, towards } from './story.js';

/** Asks for the second factor that an organization wants, or helps to set one up. */
export default {
  title: 'Session/Second factor',
  component: 'stytch-mfa-prompt',
} satisfies Meta;

const prompt = html`<stytch-mfa-prompt></stytch-mfa-prompt>`;
const stepUp = html`<stytch-mfa-prompt mode="step-up"></stytch-mfa-prompt>`;
const AN_HOUR = 3_600_000;

/** On the way to an organization, and some steps further. */
const then =
  (organization: string, ...steps: readonly Intent[]) =>
  async (on: Stage): Promise<void> => {
    await towards(organization)(on);
    await on.reach(...steps);
  };

/** The same, while the answer to the last step is awaited. */
const waiting =
  (organization: string, path: string, step: Intent) =>
  async (on: Stage): Promise<void> => {
    await towards(organization)(on);
    on.world.faults([{ path, delayMs: AN_HOUR }]);
    void on.reach(step);
  };

const totp = { type: 'choose-method', method: 'totp' } as const;
const text = { type: 'choose-method', method: 'sms_otp' } as const;
const wrong = { type: 'submit-code', secret: '000000' } as const;

/** A signed-in member is asked for a factor again, and goes some steps further. */
const again = (organization: string, ...steps: readonly Intent[]) => ({
  role: { organization },
  then: (on: Stage) => on.reach({ type: 'step-up', maxAge: 0 }, ...steps),
});

/** A new authenticator app has shown its first code. */
async function scanned(on: Stage): Promise<void> {
  await then('Hooli', totp)(on);
  const { place } = on.store.view;
  const secret = place?.at === 'enroll-totp' && place.registration?.secret;
  if (secret) await on.reach({ type: 'submit-code', secret: totpCode(secret) });
}

/** The intermediate session has ended. */
async function tooLate(on: Stage): Promise<void> {
  await towards('Globex')(on);
  on.world.clock(601);
  await on.reach(wrong);
}

/** The session before cannot be restored for now. */
async function unreachable(on: Stage): Promise<void> {
  await towards('Globex')(on);
  on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true, times: 99 }]);
  await on.reach({ type: 'cancel' });
}

/** A step that the server fails. */
const failing =
  (organization: string, path: string, ...steps: readonly Intent[]) =>
  async (on: Stage): Promise<void> => {
    await towards(organization)(on);
    on.world.faults([{ path, status: 500, times: 99 }]);
    await on.reach(...steps);
  };

export const NothingOwed = moment(prompt);
export const AuthenticatorApp = moment(prompt, { then: then('Globex') });
export const WrongCode = moment(prompt, { then: then('Globex', wrong) });
export const Checking = moment(prompt, { then: waiting('Globex', '/b2b/totp/authenticate', wrong) });
export const Text = moment(prompt, { then: then('Initech') });
export const RecoveryCode = moment(prompt, { then: then('Globex', { type: 'choose-recovery' }) });
export const WrongRecoveryCode = moment(prompt, {
  then: then('Globex', { type: 'choose-recovery' }, { type: 'submit-recovery-code', secret: 'nope' }),
});
export const ChooseMethod = moment(prompt, { then: then('Hooli') });
export const MakingSecret = moment(prompt, { then: waiting('Hooli', '/b2b/totp', totp) });
export const ScanSecret = moment(prompt, { then: then('Hooli', totp) });
export const NoSecret = moment(prompt, { then: failing('Hooli', '/b2b/totp', totp) });
export const SaveRecoveryCodes = moment(prompt, { then: scanned });
export const EnterPhoneNumber = moment(prompt, { then: then('Hooli', text) });
export const PhoneOfFewCountries = moment(
  html`<stytch-mfa-prompt countries="DE AT CH" default-country="AT"></stytch-mfa-prompt>`,
  { then: then('Hooli', text) },
);
export const TextNotSent = moment(prompt, {
  then: failing('Hooli', '/b2b/otps/sms/send', text, { type: 'submit-phone', phone: '+15555550123' }),
});
export const ConfirmPhone = moment(prompt, {
  then: then('Hooli', text, { type: 'submit-phone', phone: '+15555550123' }),
});
export const TimeIsUp = moment(prompt, { then: tooLate });
export const GoingBack = moment(prompt, { then: unreachable });
export const Dialog = moment(html`<stytch-mfa-prompt display="dialog"></stytch-mfa-prompt>`, { then: then('Globex') });
export const StepUp = moment(stepUp, again('Globex'));
export const StepUpWrongCode = moment(stepUp, again('Globex', wrong));
export const StepUpNothingSetUp = moment(stepUp, again('Acme'));
export const WithLogo = moment(
  html`
    <stytch-mfa-prompt>
      <strong slot="header">Acme Cloud</strong>
      <a slot="footer" href="#help">I cannot get a code</a>
    </stytch-mfa-prompt>
  `,
  { then: then('Globex') },
);
/** Without a mouse: a code is typed, refused, and the focus is back at the field. */
export const ByKeyboard: StoryObj = {
  ...moment(prompt, { then: then('Globex') }),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('stytch-mfa-prompt')!;
    await element.updateComplete;
    await tabTo(element, '[autocomplete=one-time-code]');
    await press('000000');
    await focusAt('[autocomplete=one-time-code][aria-invalid=true]');
  },
};
