import { amend } from '../amend.js';
import { optionalNumber, optionalText, text, type Call } from '../call.js';
import { standingOf } from '../conclude.js';
import { organizationOf } from '../discovery.js';
import { ApiError, found } from '../errors.js';
import { newRecoveryCodes } from '../ids.js';
import { bodyMember, memberAnswer, memberBy, organizationBy } from '../lookup.js';
import { self } from '../members.js';
import { recoveryProof, smsProof, totpProof } from '../proofs.js';
import { anonymous, checkAllowed, hasSecondFactor, secondFactor, showedSecondFactor } from '../second-factor.js';
import { redeemSms, sendSms } from '../sms.js';
import { qrCode, redeemTotp, registerTotp } from '../totp.js';
import type { Member, Proof } from '../types.js';
import { both, browser, server, type Route } from './route.js';

/** Second factors: texted codes, authenticator apps and recovery codes. */
export const secondFactors: Route[] = [
  both('POST', '/b2b/otps/sms/send', sendText),
  both('POST', '/b2b/otps/sms/authenticate', authenticateText),
  both('POST', '/b2b/totp', createTotp),
  both('POST', '/b2b/totp/authenticate', authenticateTotp),
  both('POST', '/b2b/recovery_codes/recover', recover),
  browser('POST', '/b2b/recovery_codes/rotate', async (call) => rotate(call, (await self(call)).member)),
  server('POST', '/b2b/recovery_codes/rotate', (call) => rotate(call, bodyMember(call).member)),
  browser('GET', '/b2b/recovery_codes', async (call) => codesOf(call, (await self(call)).member)),
  server('GET', '/b2b/recovery_codes/:organization_id/:member_id', (call) => codesOf(call, pathMember(call))),
];

/** Texts a code; naming a number enrolls it, which only a member without a second factor may do unproved. */
async function sendText(call: Call) {
  const { member, organization } = bodyMember(call);
  checkAllowed(organization, 'sms_otp');
  if (member.mfa_phone_number_verified) await provedBy(call, member);
  else await checkMayEnroll(call, member);
  const number = optionalText(call, 'mfa_phone_number') ?? member.mfa_phone_number;
  if (!/^\+[1-9]\d{6,14}$/.test(number)) throw new ApiError('invalid_phone_number');
  if (number !== member.mfa_phone_number && member.mfa_phone_number_verified) {
    throw new ApiError('duplicate_member_phone_number');
  }
  call.world.limits.spend(`send:sms:${member.member_id}`);
  amend(call.world, member, { mfa_phone_number: number });
  sendSms(call.world, member);
  return memberAnswer(member, organization);
}

/** Refuses a new second factor unless the member has none yet, or the caller has just shown one. */
async function checkMayEnroll(call: Call, member: Member): Promise<void> {
  const proofs = await provedBy(call, member);
  if (call.side === 'server' || !hasSecondFactor(member) || showedSecondFactor(proofs, member)) return;
  throw new ApiError('session_authorization_error');
}

async function provedBy(call: Call, member: Member): Promise<readonly Proof[]> {
  const { proofs } = await standingOf(call, member);
  if (call.side === 'browser' && proofs.length === 0) throw new ApiError(anonymous(call));
  return proofs;
}

function authenticateText(call: Call) {
  return secondFactor(call, 'sms_otp', (member) => {
    redeemSms(call.world, member, text(call, 'code'));
    call.world.limits.clear(`send:sms:${member.member_id}`);
    amend(call.world, member, { mfa_phone_number_verified: true });
    return smsProof(call.world.now(), member, member.mfa_phone_number);
  });
}

async function createTotp(call: Call) {
  const { world } = call;
  const { member, organization } = bodyMember(call);
  checkAllowed(organization, 'totp');
  if (member.totp_registration_id) throw new ApiError('active_totp_exists');
  await checkMayEnroll(call, member);
  const registration = registerTotp(world, member, optionalNumber(call, 'expiration_minutes'));
  const { secret, totp_registration_id } = registration;
  const recovery_codes = newRecoveryCodes();
  registration.recovery_codes = recovery_codes;
  const qr_code = qrCode(secret, organization, member);
  return { ...memberAnswer(member, organization), totp_registration_id, secret, qr_code, recovery_codes };
}

function authenticateTotp(call: Call) {
  const { world } = call;
  return secondFactor(call, 'totp', (member) => {
    const registration = redeemTotp(world, member, text(call, 'code'));
    if (!registration.confirmed) world.recoveryCodes.set(member.member_id, registration.recovery_codes ?? []);
    registration.confirmed = true;
    amend(world, member, { totp_registration_id: registration.totp_registration_id });
    return totpProof(world.now(), member);
  });
}

async function recover(call: Call) {
  const { world } = call;
  const { member } = bodyMember(call);
  const attempts = `recovery:${member.member_id}`;
  const left = () => world.recoveryCodes.get(member.member_id) ?? [];
  const answer = await secondFactor(call, 'totp', () => {
    const given = text(call, 'recovery_code').trim().toLowerCase();
    world.limits.check(attempts);
    if (!left().includes(given)) {
      world.limits.spend(attempts);
      throw new ApiError('unauthorized_credentials');
    }
    world.limits.clear(attempts);
    world.recoveryCodes.set(
      member.member_id,
      left().filter((code) => code !== given),
    );
    return recoveryProof(world.now(), member);
  });
  return { ...answer, recovery_codes_remaining: left().length };
}

function rotate(call: Call, member: Member) {
  found(call.world.recoveryCodes.get(member.member_id), 'recovery_codes_not_found');
  call.world.recoveryCodes.set(member.member_id, newRecoveryCodes());
  return codesOf(call, member);
}

function codesOf({ world }: Call, member: Member) {
  const recovery_codes = found(world.recoveryCodes.get(member.member_id), 'recovery_codes_not_found');
  return { ...memberAnswer(member, organizationOf(world, member)), recovery_codes };
}

function pathMember({ world, params }: Call): Member {
  return memberBy(world, organizationBy(world, params.organization_id ?? ''), params.member_id);
}
