import { provesEmail } from './proofs.js';
import type { AuthMethod, Member, MfaRequired, Organization, Proof } from './types.js';

/** What a member still owes an organization; both null when nothing is owed. */
export interface Verdict {
  primary_required: { allowed_auth_methods: AuthMethod[] } | null;
  mfa_required: MfaRequired | null;
}

const CARRIES: ReadonlySet<string> = new Set([
  'magic_link',
  'email_otp',
  'sms_otp',
  'google_oauth',
  'microsoft_oauth',
  'slack_oauth',
  'hubspot_oauth',
  'github_oauth',
]);

/** What an organization without restrictions offers, in Stytch's order; single sign-on also where there is no connection. */
const OPEN_METHODS: readonly AuthMethod[] = [
  'sso',
  'magic_link',
  'password',
  'google_oauth',
  'microsoft_oauth',
  'email_otp',
];

/** What these proofs achieve for this member: a first factor is looked at before a second one. */
export function assess(member: Member, organization: Organization, proofs: readonly Proof[]): Verdict {
  const usable = carried(proofs, organization.organization_id);
  if (!primaryHolds(member, organization, usable)) {
    return { primary_required: { allowed_auth_methods: offered(organization) }, mfa_required: null };
  }
  if (!owesMfa(member, organization) || usable.some((proof) => secondHolds(member, organization, proof))) {
    return { primary_required: null, mfa_required: null };
  }
  const mfa_required = { member_options: memberOptions(member), secondary_auth_initiated: null };
  return { primary_required: null, mfa_required };
}

/** Whether nothing more is owed. */
export function isComplete({ primary_required, mfa_required }: Verdict): boolean {
  return !primary_required && !mfa_required;
}

/** The proofs that count in an organization: its own, those of discovery, and the kinds that carry over. */
export function carried(proofs: readonly Proof[], organization_id: string): Proof[] {
  return proofs.filter((proof) => {
    return proof.organization_id === null || proof.organization_id === organization_id || CARRIES.has(proof.method);
  });
}

/** Whether the organization lets its members authenticate this way. */
export function allowsMethod({ auth_methods, allowed_auth_methods }: Organization, method: AuthMethod): boolean {
  return auth_methods === 'ALL_ALLOWED' || allowed_auth_methods.includes(method);
}

/** Whether the organization accepts this second factor. */
export function allowsMfa({ mfa_methods, allowed_mfa_methods }: Organization, method: 'totp' | 'sms_otp'): boolean {
  return mfa_methods === 'ALL_ALLOWED' || allowed_mfa_methods.includes(method);
}

/** A phone number of which only the last four digits can be read. */
export function maskedPhone(phone_number: string): string {
  return phone_number && `XXXXXXX${phone_number.slice(-4)}`;
}

function primaryHolds(member: Member, organization: Organization, usable: readonly Proof[]): boolean {
  const first = usable.filter((proof) => proof.factor.sequence_order === 'PRIMARY');
  const accepted = first.filter((proof) => allowsMethod(organization, proof.method as AuthMethod));
  return accepted.length > 0 && (member.email_address_verified || accepted.some(provesEmail));
}

function owesMfa(member: Member, organization: Organization): boolean {
  return organization.mfa_policy === 'REQUIRED_FOR_ALL' || member.mfa_enrolled;
}

function secondHolds(member: Member, organization: Organization, { method, organization_id, factor }: Proof): boolean {
  const own = organization_id === member.organization_id;
  if (method === 'totp' || method === 'recovery_codes') return own && allowsMfa(organization, 'totp');
  if (method !== 'sms_otp' || !allowsMfa(organization, 'sms_otp') || !member.mfa_phone_number_verified) return false;
  const { phone_number } = factor.phone_number_factor as { phone_number: string };
  return phone_number === member.mfa_phone_number;
}

function memberOptions(member: Member): MfaRequired['member_options'] {
  const mfa_phone_number = member.mfa_phone_number_verified ? maskedPhone(member.mfa_phone_number) : '';
  const { totp_registration_id } = member;
  return mfa_phone_number || totp_registration_id ? { mfa_phone_number, totp_registration_id } : null;
}

function offered({ auth_methods, allowed_auth_methods }: Organization): AuthMethod[] {
  return auth_methods === 'RESTRICTED' ? [...allowed_auth_methods] : [...OPEN_METHODS];
}
