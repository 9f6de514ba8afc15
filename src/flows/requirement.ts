import { lastProved } from './factors.js';
import { isAhead } from './skew.js';
import type { MemberSession, Organization, Snapshot } from './types.js';

/** What has to hold besides a session; null asks for nothing, an empty list or name for what nobody has. */
export interface Requirement {
  /** The API has to have confirmed the session. */
  readonly verified: boolean;
  /** The session has to have at least two factors, of whatever kind. */
  readonly mfa: boolean;
  /** Methods by which the session has to have been proved, all of them. */
  readonly factors: readonly string[] | null;
  /** Seconds since a factor was last proved. */
  readonly maxAge: number | null;
  /** Roles that the session has to have, all of them. */
  readonly roles: readonly string[] | null;
  readonly resource: string | null;
  readonly action: string | null;
  /** Slug or identifier of the organization that the session has to be in. */
  readonly organization: string | null;
}

/** Why a requirement does not hold. */
export type GateReason =
  | 'loading'
  | 'signed-out'
  | 'pending'
  | 'error'
  /** The session is still being confirmed. */
  | 'unverified'
  /** A factor is missing, or was proved too long ago: proving one would help. */
  | 'stale'
  | 'denied'
  /** It did hold, until another organization was entered. */
  | 'organization-changed';

/** Whether a requirement holds, and the last moment at which it will by itself, by Stytch's clock; or why not. */
export type Outcome =
  { readonly met: true; readonly until?: number } | { readonly met: false; readonly reason: GateReason };

export type Permitted = boolean | 'error' | undefined;

/** What has to be known besides the snapshot. */
export interface Surroundings {
  /** By Stytch's clock, in milliseconds since 1970. */
  readonly now: number;
  /** Whether the requirement has held before, in the organization that it names. */
  readonly hasHeld: boolean;
  /** What the project's policy says; undefined while it is not known, and `error` where it cannot be had for now. */
  permits(session: MemberSession, resource: string, action: string): Permitted;
}

const no = (reason: GateReason): Outcome => ({ met: false, reason });

/** Whether a requirement holds. Of several reasons why not, the one that would have to be dealt with first. */
export function requirementOf(snapshot: Snapshot, requirement: Requirement, around: Surroundings): Outcome {
  const { status, session, organization } = snapshot;
  if (status !== 'signed-in') return no(status);
  if (!session || !organization) return no('loading');
  if (!isNamed(organization, requirement.organization)) return no(around.hasHeld ? 'organization-changed' : 'denied');
  const unverified = snapshot.fromCache && no(isStuck(snapshot) ? 'error' : 'unverified');
  if (requirement.verified && unverified) return unverified;
  return access(session, requirement, around) ?? freshness(session, requirement, around.now, unverified || no('stale'));
}

function isNamed({ organization_id, organization_slug }: Organization, name: string | null): boolean {
  return name === null || name === organization_id || name === organization_slug;
}

/** Whether confirming takes longer than it should, or cannot be done now. */
function isStuck({ online, error }: Snapshot): boolean {
  return !online || error !== null;
}

/** What the member's roles do not allow. */
function access(session: MemberSession, requirement: Requirement, { permits }: Surroundings): Outcome | undefined {
  const { roles, resource, action } = requirement;
  const held: readonly string[] | undefined = session.roles; // a session cached by an old SDK has none
  if (roles && !isAll(roles, (role) => held?.includes(role))) return no('denied');
  if (resource === null && action === null) return undefined;
  const permitted = resource && action ? permits(session, resource, action) : false;
  if (permitted === true) return undefined;
  return no(permitted === undefined ? 'loading' : permitted || 'denied');
}

/**
 * Whether the factors are there, and for how much longer they are fresh enough; `unknown` where the clock is slow, so that
 * every proof would seem new: the next answer of the API tells by how much.
 */
function freshness(
  session: MemberSession,
  { mfa, factors, maxAge }: Requirement,
  now: number,
  unknown: Outcome,
): Outcome {
  const proved = (factors ?? [undefined]).map((method) => lastProved(session, method));
  if (factors && !isAll(proved, (time) => time !== undefined)) return no('stale');
  if (mfa && session.authentication_factors.length < 2) return no('stale');
  if (maxAge === null) return { met: true };
  const times = proved.map((time) => time ?? NaN);
  if (times.some((time) => isAhead(time, now))) return unknown;
  const until = Math.min(...times) + maxAge * 1000;
  return now <= until ? { met: true, until } : no('stale');
}

/** Whether something holds of each, and there is one: what names nothing is a mistake, and lets nobody in. */
function isAll<T>(list: readonly T[], holds: (each: T) => unknown): boolean {
  return list.length > 0 && list.every(holds);
}
