import type { TemplateResult } from 'lit';
import { nameOf } from '../../controllers/names.js';
import { methodsOf } from '../../flows/arrive.js';
import type { MfaMethod } from '../../flows/call.js';
import { codeForm } from '../prompt/form.js';
import type { Screen } from '../prompt/screen.js';
import { resend, step } from '../prompt/step.js';
import { recoveryForm } from './form.js';
import type { MfaScene } from './screen.js';

/** Asks for the code of an authenticator app or a text. */
export function code(scene: MfaScene<'code'>): Screen {
  const { place, pending, messages } = scene;
  const name = nameOf(pending.organization);
  return {
    title: place.enrolling ? messages.mfa.enrollTitle(name) : messages.mfa.title(name),
    text: place.method === 'totp' ? messages.mfa.totp : textOf(scene),
    form: codeForm(scene),
    actions: place.enrolling
      ? [anotherText(scene), step(scene, messages.mfa.changeNumber, { type: 'back' })]
      : [...again(scene), ...others(scene)],
  };
}

/** Asks for a recovery code; the member's methods lead back. */
export function recovery(scene: MfaScene<'recovery'>): Screen {
  const { pending, messages } = scene;
  return {
    title: messages.mfa.title(nameOf(pending.organization)),
    text: messages.mfa.recovery,
    form: recoveryForm(scene),
    actions: methodsOf(pending).map((method) => useMethod(scene, method)),
  };
}

/** A button that chooses a method. */
export function useMethod(scene: MfaScene, method: MfaMethod, look?: string): TemplateResult {
  const { useTotp: totp, useSms: sms_otp } = scene.messages.mfa;
  return step(scene, { totp, sms_otp }[method], { type: 'choose-method', method }, look);
}

function textOf({ place, pending, busy, messages, parts }: MfaScene<'code'>): string {
  const { mfa } = messages;
  if (busy === 'send-sms') return mfa.sending;
  if (place.sentAt === null) return mfa.notSent;
  if (place.enrolling && parts.phone.written) return mfa.sms(`\u2066${parts.phone.written}\u2069`); // left to right
  const number = pending.mfaRequired.member_options?.mfa_phone_number || pending.member.mfa_phone_number;
  const ending = /\d{1,4}$/.exec(number)?.[0];
  return ending ? mfa.smsEnding(ending) : mfa.smsNoNumber;
}

function again(scene: MfaScene<'code'>): TemplateResult[] {
  return scene.place.method === 'sms_otp' ? [anotherText(scene)] : [];
}

function anotherText(scene: MfaScene<'code'>): TemplateResult {
  const { prompt } = scene.messages;
  return resend(scene, scene.place.sentAt, prompt.resend, prompt.resendIn);
}

/** What else the member has: other methods, and recovery codes, which come with an authenticator app. */
function others(scene: MfaScene<'code'>): TemplateResult[] {
  const { place, pending, messages, wanted } = scene;
  if (wanted?.want?.factor) return []; // no other will do
  const methods = methodsOf(pending);
  const recovery = step(scene, messages.mfa.useRecovery, { type: 'choose-recovery' });
  const more = methods.filter((method) => method !== place.method).map((method) => useMethod(scene, method));
  return methods.includes('totp') ? [...more, recovery] : more;
}
