import { type Facts, type Presence, markOf } from '../../client/presence.js';
import { type Moment, endTime, pageTime } from '../../flows/skew.js';
import type { Member, MemberSession } from '../../flows/types.js';
import type { Sight } from '../../flows/vigil.js';

/** A session that is younger has just been begun, in milliseconds. */
const NEW = 60_000;

/** A note that is ahead of the clock by more was made before the clock was set back, in milliseconds. */
const AHEAD = 1_000;

/**
 * What this tab knows now. Where no tab has seen anything of the session yet, the member counts as there: they have just
 * signed in, which is no reason to extend, or come from a page that does not look.
 */
export function sightOf(
  { session, member }: { readonly session: MemberSession; readonly member: Member | null },
  { presence, now, skew = 0 }: Moment & { readonly presence: Presence },
  { isAsked, notBefore }: Pick<Sight, 'isAsked' | 'notBefore'>,
  isConfirmed: boolean,
): Sight {
  const began = Math.min(pageTime(session.started_at, skew), now); // clocks that are set back
  const expiresAt = endTime(session.expires_at, skew);
  const startedAt = begin(session, { who: markOf(member?.email_address ?? ''), began, expiresAt, now }, presence);
  setBack(presence, now);
  const { activeAt, extendedAt, notedAt } = presence.facts;
  return {
    now,
    startedAt,
    expiresAt,
    activeAt,
    extendedAt,
    notedAt,
    notBefore,
    canExtend: isConfirmed && navigator.onLine && document.visibilityState === 'visible',
    isAsked,
  };
}

interface Times {
  readonly who: number;
  readonly began: number;
  readonly expiresAt: number;
  readonly now: number;
}

/**
 * When the member signed in; what is noted of a session that is new here. Tabs may differ, for a while or for good: over
 * when it ends, as each reckons with what it knows of the clock, and over which it is, as after a switch. So that none
 * takes back what another has noted, and so on without end, only what is later counts.
 */
function begin({ member_session_id, started_at }: MemberSession, times: Times, presence: Presence): number {
  const { since, activeAt, extendedAt } = presence.facts;
  const { who, began, expiresAt, now } = times;
  if (since?.session === member_session_id) {
    if (expiresAt > since.until) presence.note({ since: { ...since, until: expiresAt } });
    return since.at;
  }
  const isNext = goesOn(presence.facts, times);
  const at = isNext ? since!.at : began;
  if (isNext && started_at < since!.started) return at; // the other tabs have gone on already
  presence.note({ since: { session: member_session_id, who, started: started_at, at, until: expiresAt } });
  presence.note({ extendedAt: Math.max(extendedAt, began) });
  if (activeAt < began) presence.note({ activeAt: now - began < NEW ? began : now });
  return at;
}

/** Whether a session that has begun goes on from the same person's one before, as after a switch: that was not over, nor ended. */
function goesOn({ since, ended }: Facts, { who, began }: Times): boolean {
  return since?.who === who && began < since.until && ended?.session !== since.session;
}

/** What was noted before the clock was set back counts as of now, once: else it would be new for as long as that was. */
function setBack(presence: Presence, now: number): void {
  const { activeAt, extendedAt } = presence.facts;
  if (Math.max(activeAt, extendedAt) <= now + AHEAD) return;
  presence.note({ activeAt: Math.min(activeAt, now), extendedAt: Math.min(extendedAt, now) });
}
