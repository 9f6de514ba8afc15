import { amend } from './amend.js';
import { allowsMfa, assess, carried, isComplete, type Verdict } from './assess.js';
import { duration, type Call } from './call.js';
import { currentIntermediate, currentSession } from './caller.js';
import { normalized } from './directory.js';
import { ApiError } from './errors.js';
import { addToIntermediate, consume, startIntermediate, type Intermediate } from './intermediate.js';
import { provesEmail, withProofs } from './proofs.js';
import { grantOf, startSession, touchSession, type Session } from './sessions.js';
import { sendSms } from './sms.js';
import type { Json, Member, Organization, Proof } from './types.js';

/** Somebody who wants into an organization, and what they bring. */
export interface Attempt {
  member: Member;
  organization: Organization;
  proofs: readonly Proof[];
  /** The intermediate session that is used up on success, and kept otherwise. */
  intermediate?: Intermediate | undefined;
  /** The member's own session, which is continued on success. */
  session?: Session | undefined;
}

/** The part of an answer that says that nothing more is owed. */
export const DONE = {
  intermediate_session_token: '',
  member_authenticated: true,
  mfa_required: null,
  primary_required: null,
};

/** Answers an attempt: a session when nothing more is owed, else an intermediate session. */
export async function conclude(call: Call, attempt: Attempt) {
  const verdict = assess(attempt.member, attempt.organization, attempt.proofs);
  return isComplete(verdict) ? granted(call, attempt) : pending(call, attempt, verdict);
}

/** The attempt of a call that proved something first-hand: what it carries counts too. */
export async function attemptOf(
  call: Call,
  member: Member,
  organization: Organization,
  ...proved: readonly Proof[]
): Promise<Attempt> {
  const carriedIn = currentIntermediate(call);
  const intermediate = belongsTo(carriedIn, member) ? carriedIn : undefined;
  const session = await ownSession(call, member);
  const proofs = withProofs([...(session?.proofs ?? []), ...(intermediate?.proofs ?? [])], proved);
  return { member, organization, proofs, intermediate, session };
}

/** What a member has proved before a second factor; refuses when nothing was, or by somebody else. */
export async function standingOf(
  call: Call,
  member: Member,
): Promise<Pick<Attempt, 'proofs' | 'intermediate' | 'session'>> {
  const intermediate = currentIntermediate(call);
  if (intermediate && !belongsTo(intermediate, member)) {
    throw new ApiError('invalid_intermediate_session_token_for_organization');
  }
  const carriedIn = await currentSession(call);
  const session = await ownSession(call, member);
  if (carriedIn && !session && !intermediate) throw new ApiError('member_session_member_id_mismatch');
  const proofs = withProofs(session?.proofs ?? [], intermediate?.proofs ?? []);
  return { proofs, intermediate, session };
}

async function ownSession(call: Call, member: Member): Promise<Session | undefined> {
  const session = await currentSession(call);
  return session?.session.member_id === member.member_id ? session : undefined;
}

function belongsTo(intermediate: Intermediate | undefined, member: Member): boolean {
  return intermediate !== undefined && normalized(intermediate.email_address) === normalized(member.email_address);
}

async function granted(call: Call, { member, organization, proofs, intermediate, session }: Attempt) {
  const { world } = call;
  const counted = anchored(proofs, organization);
  const email_address_verified = member.email_address_verified || counted.some(provesEmail);
  amend(world, member, { status: 'active', email_address_verified });
  consume(world, intermediate);
  const minutes = duration(call);
  const claims = call.side === 'server' ? (call.body.session_custom_claims as Json | undefined) : undefined;
  if (session) touchSession(world, session, { proofs: counted, minutes, claims });
  const current = session ?? startSession(world, { organization, member, proofs: counted, minutes, claims });
  return { ...(await grantOf(world, current)), ...DONE };
}

/** What counts from now on as proved here: a discovery flow's password must not carry on from here. */
function anchored(proofs: readonly Proof[], { organization_id }: Organization): Proof[] {
  const counted = carried(proofs, organization_id);
  return counted.map((proof) => (proof.organization_id === null ? { ...proof, organization_id } : proof));
}

function pending(call: Call, { member, organization, proofs, intermediate }: Attempt, verdict: Verdict) {
  const { world } = call;
  const counted = carried(proofs, organization.organization_id);
  if (intermediate) addToIntermediate(intermediate, counted);
  const { token } = intermediate ?? startIntermediate(world, member.email_address, counted);
  const { primary_required, mfa_required } = verdict;
  if (mfa_required && prefersSms(member, organization)) {
    sendSms(world, member);
    mfa_required.secondary_auth_initiated = 'sms_otp';
  }
  return {
    member_id: member.member_id,
    member,
    organization,
    organization_id: organization.organization_id,
    member_session: null,
    session_token: '',
    session_jwt: '',
    intermediate_session_token: token,
    member_authenticated: false,
    mfa_required,
    primary_required,
  };
}

/** Whether a code is texted unasked: when SMS is the member's only or default second factor. */
function prefersSms(member: Member, organization: Organization): boolean {
  if (!member.mfa_phone_number_verified || !allowsMfa(organization, 'sms_otp')) return false;
  return member.default_mfa_method === 'sms_otp' || !member.totp_registration_id;
}
