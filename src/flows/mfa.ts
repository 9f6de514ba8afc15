import { arrive, askCode, enroll, enrollable, whoOf } from './arrive.js';
import type { MfaMethod } from './call.js';
import type { FlowEvent, Move, Owing, Place, Places } from './flow.js';
import type { PendingMfa } from './types.js';

type Mfa = Pick<Places, 'code' | 'recovery' | 'choose' | 'enroll-totp' | 'enroll-phone' | 'save-codes'>;

/** Proving or setting up a second factor: what each place makes of what a person does and what Stytch answers. */
export const mfa: Mfa = {
  code: (owing, event) => {
    const { place } = owing;
    if (event.type === 'submit-code') return verify(owing, place.method, event.secret, place.enrolling);
    if (event.type === 'resend-code') return { auth: owing, call: { call: 'send-sms', who: whoOf(owing) } };
    if (event.type === 'choose-recovery') return at(owing, { at: 'recovery', from: place });
    if (event.type === 'choose-method') return askCode(owing, event.method, place.sentAt, event.now);
    if (event.type === 'back' && place.enrolling) return enroll(owing, place.method);
    if (event.type === 'answered' && event.to === 'send-sms') return at(owing, { ...place, sentAt: event.now });
    return proved(owing, event);
  },

  recovery: (owing, event) => {
    const { from } = owing.place;
    if (event.type === 'submit-recovery-code')
      return { auth: owing, call: { call: 'recover', who: whoOf(owing), secret: event.secret } };
    if (event.type === 'choose-method') return askCode(owing, event.method, from.sentAt, event.now);
    if (event.type === 'back') return at(owing, from);
    return proved(owing, event);
  },

  choose: (owing, event) => {
    if (event.type !== 'choose-method') return undefined;
    const { organization } = owing.pending as PendingMfa;
    return enrollable(organization).includes(event.method) ? enroll(owing, event.method) : undefined;
  },

  'enroll-totp': (owing, event) => {
    if (event.type === 'back') return at(owing, { at: 'choose' });
    if (event.type === 'retry') return enroll(owing, 'totp');
    if (event.type === 'submit-code') return verify(owing, 'totp', event.secret, true);
    if (event.type !== 'answered') return undefined;
    if (event.to === 'create-totp') return at(owing, { ...owing.place, registration: event.value });
    return event.to === 'verify' ? saveCodes(owing, arrive(event.value, owing.home, event.now)) : undefined;
  },

  'enroll-phone': (owing, event) => {
    if (event.type === 'back') return at(owing, { at: 'choose' });
    if (event.type === 'submit-phone')
      return { auth: owing, call: { call: 'send-sms', who: whoOf(owing), phone: event.phone } };
    if (event.type === 'answered' && event.to === 'send-sms')
      return at(owing, { at: 'code', method: 'sms_otp', sentAt: event.now, enrolling: true });
    return undefined;
  },

  'save-codes': (owing, event) => {
    if (event.type === 'codes-saved') return { auth: { status: 'signed-in', ...owing.place.signed } };
    if (event.type === 'retry') return { auth: owing, call: { call: 'get-codes' } };
    if (event.type !== 'answered' || (event.to !== 'get-codes' && event.to !== 'rotate-codes')) return undefined;
    return at(owing, { ...owing.place, codes: event.value });
  },
};

/** A new authenticator is not finished before its recovery codes are kept. */
function saveCodes(owing: Owing<Extract<Place, { at: 'enroll-totp' }>>, move: Move): Move {
  if (move.auth.status !== 'signed-in') return move;
  const { session, member, organization } = move.auth;
  const codes = owing.place.registration?.recovery_codes ?? null;
  const saving = at(owing, { at: 'save-codes', codes, signed: { session, member, organization } });
  return codes ? saving : { ...saving, call: { call: 'get-codes' } };
}

function verify(owing: Owing, method: MfaMethod, secret: string, enrolling: boolean): Move {
  return { auth: owing, call: { call: 'verify', method, who: whoOf(owing), secret, enrolling } };
}

function proved(owing: Owing, event: FlowEvent): Move | undefined {
  if (event.type !== 'answered' || (event.to !== 'verify' && event.to !== 'recover')) return undefined;
  return arrive(event.value, owing.home, event.now);
}

function at(owing: Owing, place: Place): Move {
  return { auth: { ...owing, place } };
}
