import { type TemplateResult, html } from 'lit';
import { methodsOf } from '../../flows/arrive.js';
import type { MfaMethod } from '../../flows/call.js';
import type { Intent } from '../../flows/flow.js';
import { codeForm, recoveryForm } from './form.js';
import type { PlaceAt, Scene, Screen } from './screen.js';

/** Seconds to wait before another text may be asked for, as in Stytch's own card. */
const PAUSE = 15;

/** Asks for the code of an authenticator app or a text. */
export function code(scene: Scene<PlaceAt<'code'>>): Screen {
  const { place, pending, messages } = scene;
  const { organization_name: name } = pending.organization;
  return {
    title: place.enrolling ? messages.mfa.enrollTitle(name) : messages.mfa.title(name),
    text: place.method === 'totp' ? messages.mfa.totp : textOf(scene),
    form: codeForm(scene),
    actions: place.enrolling
      ? [resend(scene), step(scene, messages.mfa.changeNumber, { type: 'back' })]
      : [...again(scene), ...others(scene)],
  };
}

/** Asks for a recovery code; the member's methods lead back. */
export function recovery(scene: Scene<PlaceAt<'recovery'>>): Screen {
  const { pending, messages } = scene;
  return {
    title: messages.mfa.title(pending.organization.organization_name),
    text: messages.mfa.recovery,
    form: recoveryForm(scene),
    actions: methodsOf(pending).map((method) => useMethod(scene, method)),
  };
}

/** A button for another way on; nothing can be done besides while something is under way. */
export function step({ busy, send }: Scene, label: string, intent: Intent, look = 'link'): TemplateResult {
  const go = () => busy === null && send(intent);
  return html`
    <button class=${`button ${look}`} part="button" aria-disabled=${busy !== null} @click=${go}>${label}</button>
  `;
}

/** A button that chooses a method. */
export function useMethod(scene: Scene, method: MfaMethod, look?: string): TemplateResult {
  const { useTotp: totp, useSms: sms_otp } = scene.messages.mfa;
  return step(scene, { totp, sms_otp }[method], { type: 'choose-method', method }, look);
}

/** Whole seconds until another text may be asked for. */
export function secondsToResend({ sentAt }: PlaceAt<'code'>, now: number): number {
  return sentAt === null ? 0 : Math.max(0, Math.ceil(PAUSE - (now - sentAt) / 1000));
}

function textOf({ place, pending, busy, messages, parts }: Scene<PlaceAt<'code'>>): string {
  const { mfa } = messages;
  if (busy === 'send-sms') return mfa.sending;
  if (place.sentAt === null) return mfa.notSent;
  if (place.enrolling && parts.phone.written) return mfa.sms(`\u2066${parts.phone.written}\u2069`); // left to right
  const number = pending.mfaRequired.member_options?.mfa_phone_number || pending.member.mfa_phone_number;
  const ending = /\d{1,4}$/.exec(number)?.[0];
  return ending ? mfa.smsEnding(ending) : mfa.smsNoNumber;
}

function again(scene: Scene<PlaceAt<'code'>>): TemplateResult[] {
  return scene.place.method === 'sms_otp' ? [resend(scene)] : [];
}

/** The seconds are not announced: only that a code is on its way, and when another can be had. */
function resend({ place, busy, messages, now, send }: Scene<PlaceAt<'code'>>): TemplateResult {
  const left = secondsToResend(place, now);
  const isOff = left > 0 || busy !== null;
  const ask = () => !isOff && send({ type: 'resend-code' });
  return html`
    <button class="button link" part="button resend" aria-disabled=${isOff} @click=${ask}>
      ${left > 0 ? messages.mfa.resendIn(left) : messages.mfa.resend}
    </button>
  `;
}

/** What else the member has: other methods, and recovery codes, which come with an authenticator app. */
function others(scene: Scene<PlaceAt<'code'>>): TemplateResult[] {
  const { place, pending, messages } = scene;
  const methods = methodsOf(pending);
  const recovery = step(scene, messages.mfa.useRecovery, { type: 'choose-recovery' });
  const more = methods.filter((method) => method !== place.method).map((method) => useMethod(scene, method));
  return methods.includes('totp') ? [...more, recovery] : more;
}
