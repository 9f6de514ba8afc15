import type { State } from '../flows/flow.js';
import { type Moment, endTime, stytchTime } from '../flows/skew.js';
import { NOWHERE, type View } from './nowhere.js';

/** Minutes that Stytch lets a session last at the least. */
const SHORTEST = 5;

/** What prompts show of a state; `gone` is a session that is there no more. */
export function viewOf({ auth, busy }: State, gone: string | null = null): View {
  const entering = busy?.call === 'enter' ? busy.organization_id : null;
  if (auth.status !== 'pending') {
    const { again: wanted = null, provedAt = null, provedBy = null } = auth.status === 'signed-in' ? auth : {};
    const { place = null, organization: into = null } = ('entry' in auth && auth.entry) || { place: wanted?.place };
    const isGone = auth.status === 'signed-in' && auth.session.member_session_id === gone;
    return { ...NOWHERE, wanted, provedAt, provedBy, place, into, busy: busy?.call ?? null, entering, isGone };
  }
  const { place, home, list } = auth;
  const into = auth.pending.kind === 'discovery' ? null : auth.pending.organization;
  const { organization_name: name = null } = home ?? {};
  const email = list?.email ?? null;
  return {
    ...NOWHERE,
    email,
    place,
    busy: busy?.call ?? null,
    entering,
    home: name,
    from: home,
    into,
    hasOthers: !!list,
  };
}

/** When a state ends by itself, by the page's clock, in milliseconds since 1970. */
export function deadlineOf(auth: State['auth'], { skew = 0 }: Moment): number | undefined {
  if (auth.status === 'pending') return Date.parse(auth.pending.expiresAt);
  return auth.status === 'signed-in' ? endTime(auth.session.expires_at, skew) : undefined;
}

/**
 * How long a session lasts that is made now. One in which a factor is proved again does not become longer, except in its last
 * minutes: Stytch gives it five then, the least that can be asked for.
 */
export function minutesOf({ auth }: State, minutes: number, moment: Moment): number {
  if (auth.status !== 'signed-in' || !auth.again) return minutes;
  const left = Math.ceil((Date.parse(auth.session.expires_at) - stytchTime(moment)) / 60_000);
  return Math.max(left, SHORTEST);
}
