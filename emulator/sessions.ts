import { ApiError } from './errors.js';
import { newId, newToken } from './ids.js';
import { sessionIdFromJwt, signSession } from './jwt.js';
import { withProofs } from './proofs.js';
import { timestamp } from './shapes.js';
import type { Json, Member, MemberSession, Organization, Proof } from './types.js';
import type { World } from './world.js';

/** A session as the server keeps it. */
export interface Session {
  token: string;
  session: MemberSession;
  proofs: Proof[];
  claims: Json;
}

/** How long a session lives when the request names no duration. */
export const DEFAULT_MINUTES = 60;

/** Starts a session for a member who owes nothing more. */
export function startSession(
  world: World,
  { organization, member, proofs, minutes = DEFAULT_MINUTES, claims = {} }: NewSession,
): Session {
  const now = world.now();
  const session: MemberSession = {
    member_session_id: newId('member-session'),
    member_id: member.member_id,
    organization_id: organization.organization_id,
    organization_slug: organization.organization_slug,
    started_at: timestamp(now),
    last_accessed_at: timestamp(now),
    expires_at: timestamp(now + minutes * 60_000),
    authentication_factors: proofs.map((proof) => proof.factor),
    roles: member.roles.map((role) => role.role_id),
    custom_claims: claims,
  };
  const started = { token: newToken(), session, proofs: [...proofs], claims };
  world.sessions.set(started.token, started);
  return started;
}

/** What a new session is made of. */
export interface NewSession {
  organization: Organization;
  member: Member;
  proofs: readonly Proof[];
  minutes?: number | undefined;
  claims?: Json | undefined;
}

/**
 * Notes that a session was used: later last access, more factors, and a new end only when one is asked for, which an
 * impersonated session never gets.
 */
export function touchSession(
  world: World,
  known: Session,
  {
    proofs = [],
    minutes,
    claims,
  }: { proofs?: readonly Proof[]; minutes?: number | undefined; claims?: Json | undefined },
): void {
  const now = world.now();
  known.proofs = withProofs(known.proofs, proofs);
  known.claims = { ...known.claims, ...claims };
  Object.assign(known.session, {
    last_accessed_at: timestamp(now),
    authentication_factors: known.proofs.map((proof) => proof.factor),
    custom_claims: known.claims,
    ...(minutes === undefined || isImpersonated(known) ? {} : { expires_at: timestamp(now + minutes * 60_000) }),
  });
}

function isImpersonated({ proofs }: Session): boolean {
  return proofs.some((proof) => proof.method === 'impersonated');
}

/** The live session with this token. */
export function sessionByToken(world: World, token: string): Session | undefined {
  const known = world.sessions.get(token);
  if (!known || world.now() < Date.parse(known.session.expires_at)) return known;
  world.sessions.delete(token);
  return undefined;
}

/** The live session a JWT belongs to, even when the JWT itself has expired. */
export async function sessionByJwt(world: World, jwt: string): Promise<Session | undefined> {
  const id = await sessionIdFromJwt(jwt);
  return sessionsWhere(world, ({ session }) => session.member_session_id === id)[0];
}

/** All live sessions that match. */
export function sessionsWhere(world: World, matches: (session: Session) => boolean): Session[] {
  return [...world.sessions.values()].filter((each) => sessionByToken(world, each.token) && matches(each));
}

/** Ends sessions at once. */
export function revoke(world: World, sessions: readonly Session[]): void {
  for (const { token } of sessions) world.sessions.delete(token);
}

/** The part of an answer that hands a session to its member. */
export async function grantOf(world: World, granted: Session) {
  const { organization_id, member_id } = granted.session;
  const organization = world.directory.organization(organization_id);
  const member = world.directory.member(organization_id, member_id);
  if (!organization || !member) throw new ApiError('session_not_found');
  granted.session.roles = member.roles.map((role) => role.role_id);
  granted.session.organization_slug = organization.organization_slug;
  return {
    member_id,
    member,
    organization,
    organization_id,
    member_session: granted.session,
    session_token: granted.token,
    session_jwt: await signSession(world, granted, organization),
  };
}
