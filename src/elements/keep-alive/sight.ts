import type { Presence } from '../../client/presence.js';
import { endTime, pageTime, skewOf } from '../../flows/skew.js';
import type { MemberSession } from '../../flows/types.js';
import type { Sight } from '../../flows/vigil.js';

/** A session that is younger has just been begun, in milliseconds. */
const NEW = 60_000;

/**
 * What this tab knows now. Where no tab has seen anything of the session yet, the member counts as there: they have just
 * signed in, which is no reason to extend, or come from a page that does not look.
 */
export function sightOf(
  session: MemberSession,
  presence: Presence,
  { isAsked, notBefore }: Pick<Sight, 'isAsked' | 'notBefore'>,
  isConfirmed: boolean,
): Sight {
  const now = Date.now();
  const skew = skewOf(presence.facts.skew);
  const startedAt = Math.min(pageTime(session.started_at, skew), now); // clocks that are set back
  if (presence.facts.activeAt < startedAt) presence.note({ activeAt: now - startedAt < NEW ? startedAt : now });
  const { activeAt, extendedAt, notedAt } = presence.facts;
  return {
    now,
    startedAt,
    expiresAt: endTime(session.expires_at, skew),
    activeAt: Math.min(activeAt, now),
    extendedAt: Math.min(Math.max(extendedAt, startedAt), now),
    notedAt,
    notBefore,
    canExtend: isConfirmed && navigator.onLine && document.visibilityState === 'visible',
    isAsked,
  };
}
