import { amend } from './amend.js';
import { allowsMfa } from './assess.js';
import type { Call } from './call.js';
import { conclude, standingOf } from './conclude.js';
import { ApiError } from './errors.js';
import { bodyMember } from './lookup.js';
import { withProofs } from './proofs.js';
import type { MfaMethod, Member, Organization, Proof } from './types.js';

/** Proves a second factor for what a call carries, and answers with what that achieves. */
export async function secondFactor(call: Call, method: MfaMethod, prove: (member: Member) => Proof) {
  const { member, organization } = bodyMember(call);
  checkAllowed(organization, method);
  const standing = await standingOf(call, member);
  if (standing.proofs.length === 0) throw new ApiError(anonymous(call));
  const proof = prove(member);
  enroll(call, member, organization, method);
  return conclude(call, { member, organization, ...standing, proofs: withProofs(standing.proofs, [proof]) });
}

/** Whether a caller has already shown one of the member's second factors. */
export function showedSecondFactor(proofs: readonly Proof[], { organization_id }: Member): boolean {
  return proofs.some((proof) => {
    return proof.factor.sequence_order === 'SECONDARY' && proof.organization_id === organization_id;
  });
}

/** Whether the member has a second factor that works. */
export function hasSecondFactor(member: Member): boolean {
  return member.totp_registration_id !== '' || member.mfa_phone_number_verified;
}

/** Refuses a second factor the organization does not accept. */
export function checkAllowed(organization: Organization, method: MfaMethod): void {
  if (!allowsMfa(organization, method)) throw new ApiError('operation_restricted_by_organization_mfa_methods');
}

/** The refusal for a call that carries neither session nor intermediate session. */
export function anonymous({ side }: Call) {
  return side === 'server' ? 'no_session_arguments' : 'unauthorized_credentials';
}

function enroll({ world, body }: Call, member: Member, organization: Organization, method: MfaMethod): void {
  const wish = organization.mfa_policy === 'REQUIRED_FOR_ALL' ? 'enroll' : body.set_mfa_enrollment;
  const mfa_enrolled = wish === 'enroll' || (member.mfa_enrolled && wish !== 'unenroll');
  const becomesDefault = member.default_mfa_method === '' || body.set_default_mfa === true;
  amend(world, member, { mfa_enrolled, ...(becomesDefault ? { default_mfa_method: method } : {}) });
}
