import type { Authentication, Home, MfaMethod, Who } from './call.js';
import type { Move, Owing, Place, Signed } from './flow.js';
import type { Member, Organization, Pending, PendingMfa } from './types.js';

/** Minutes that Stytch keeps an intermediate session. */
const INTERMEDIATE_MINUTES = 10;

/** Seconds that a code sent by text lives. */
const SMS_SECONDS = 120;

/**
 * Where an answer of Stytch puts a person. A session comes first, then a primary factor that is owed, then a second
 * one: the order that Stytch documents for its own clients.
 */
export function arrive(answer: Authentication, home: Home | null, now: number): Move {
  const { member_session, member, organization } = answer;
  if (member_session && member && organization)
    return { auth: { status: 'signed-in', session: member_session, member, organization } };
  const expiresAt = new Date(now + INTERMEDIATE_MINUTES * 60_000).toISOString();
  const canCancel = home !== null;
  if (answer.discovered_organizations) {
    const { email_address: email = '', discovered_organizations: organizations } = answer;
    const place: Place = { at: 'discovery', isNew: true, isRead: true };
    return halfway({ kind: 'discovery', email, organizations, expiresAt }, home, place);
  }
  if (!organization) return { auth: { status: 'signed-out' } };
  if (answer.primary_required) {
    const allowedAuthMethods = answer.primary_required.allowed_auth_methods;
    const pending = {
      kind: 'primary',
      organization,
      member: member ?? null,
      allowedAuthMethods,
      expiresAt,
      canCancel,
    } as const;
    return halfway(pending, home, { at: 'methods' });
  }
  if (!member) return { auth: { status: 'signed-out' } };
  const mfaRequired = answer.mfa_required ?? { member_options: null, secondary_auth_initiated: null };
  return owesFactor({ kind: 'mfa', organization, member, mfaRequired, expiresAt, canCancel }, home, now);
}

/** The session to come back to, as far as the page needs to know it. */
export function homeOf({ session, organization }: Signed): Home {
  const { organization_id, organization_name } = organization;
  return { organization_id, organization_name, member_session_id: session.member_session_id };
}

/** The place where a second factor is asked for, or set up; the order of choices is that of Stytch's own card. */
function owesFactor(pending: PendingMfa, home: Home | null, now: number): Move {
  if (pending.mfaRequired.secondary_auth_initiated === 'sms_otp') {
    const enrolling = !pending.member.mfa_phone_number_verified;
    return halfway(pending, home, { at: 'code', method: 'sms_otp', sentAt: now, enrolling });
  }
  const methods = methodsOf(pending);
  const method = methods.find((each) => each === pending.member.default_mfa_method) ?? methods[0];
  const start = halfway(pending, home, { at: 'choose' }).auth;
  if (method) return askCode(start, method, null, now);
  const only = enrollable(pending.organization);
  return only.length === 1 ? enroll(start, only[0]!) : { auth: start };
}

/** Methods that the member has set up and the organization accepts. */
export function methodsOf({ member, organization }: Pick<PendingMfa, 'member' | 'organization'>): readonly MfaMethod[] {
  const has = { totp: Boolean(member.totp_registration_id), sms_otp: member.mfa_phone_number_verified };
  return enrollable(organization).filter((method) => has[method]);
}

/** Methods that the organization lets its members set up. */
export function enrollable({ mfa_methods, allowed_mfa_methods }: Organization): readonly MfaMethod[] {
  const all = ['totp', 'sms_otp'] as const;
  return mfa_methods === 'RESTRICTED' ? all.filter((method) => allowed_mfa_methods?.includes(method)) : all;
}

/** Asks for a code. Only a text has to be sent, and only when the last one (sent at `sentAt`) no longer counts. */
export function askCode(owing: Owing, method: MfaMethod, sentAt: number | null, now: number): Move {
  const auth: Owing = { ...owing, place: { at: 'code', method, sentAt, enrolling: false } };
  const counts = sentAt !== null && now - sentAt < SMS_SECONDS * 1000;
  return method === 'totp' || counts ? { auth } : { auth, call: { call: 'send-sms', who: whoOf(owing) } };
}

/** Starts to set up a method. A secret is made only when there is none yet. */
export function enroll(owing: Owing, method: MfaMethod): Move {
  if (method === 'sms_otp') return { auth: { ...owing, place: { at: 'enroll-phone' } } };
  const auth: Owing = { ...owing, place: { at: 'enroll-totp', registration: null } };
  return { auth, call: { call: 'create-totp', who: whoOf(owing) } };
}

/** The member a factor is asked of. */
export function whoOf({ pending }: Owing): Who {
  const { organization, member } = pending as PendingMfa & { member: Member };
  return { organization_id: organization.organization_id, member_id: member.member_id };
}

function halfway(pending: Pending, home: Home | null, place: Place): { auth: Owing } {
  return { auth: { status: 'pending', pending, home, place } };
}
