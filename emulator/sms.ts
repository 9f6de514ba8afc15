import { CODE_MINUTES, issueCode, redeemCode } from './codes.js';
import { found } from './errors.js';
import { post } from './outbox.js';
import type { Member } from './types.js';
import type { World } from './world.js';

/** Texts the member a code for the phone they have; the code before it stops working. */
export function sendSms(world: World, member: Member): void {
  const to = found(member.mfa_phone_number || undefined, 'member_phone_number_not_found');
  post(world, { to, kind: 'sms_otp', code: issueCode(world, keyOf(member), CODE_MINUTES.sms) });
}

/** Uses up the code that was texted to the member. */
export function redeemSms(world: World, member: Member, code: string): void {
  redeemCode(world, keyOf(member), code);
}

function keyOf({ member_id }: Member): string {
  return `sms:${member_id}`;
}
