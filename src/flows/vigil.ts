/** Shortest session that Stytch grants, in milliseconds. */
const SHORTEST = 5 * 60_000;

const MINUTE = 60_000;

/** The longest that nobody looks: timers stand still while a machine sleeps, and clocks are set. */
const LONGEST = 30_000;

/** How long a session may last, in milliseconds; `Infinity` where there is no limit. */
export interface Rules {
  /** Length that an extension gives the session. */
  readonly extend: number;
  /** Least time between two extensions. */
  readonly every: number;
  /** Longest time without a sign of the member. */
  readonly idle: number;
  /** Longest time since the member signed in. */
  readonly absolute: number;
  /** How long before the end the member is warned; 0 is not at all. */
  readonly warn: number;
  /** Nobody is asked: being active is enough until the end. */
  readonly isSilent: boolean;
}

/** What a tab knows of a session. Times in milliseconds since 1970, all by the page's clock. */
export interface Sight {
  readonly now: number;
  readonly startedAt: number;
  readonly expiresAt: number;
  /** The last sign of the member, in any tab. */
  readonly activeAt: number;
  /** The last extension, by any tab. */
  readonly extendedAt: number;
  /** When the member has taken note of an end that cannot be put off, in any tab. */
  readonly notedAt: number;
  /** After a failure: when to try again. */
  readonly notBefore: number;
  /** Whether this tab may extend: it is seen, on line, and the session is confirmed. */
  readonly canExtend: boolean;
  /** The member has asked to stay. */
  readonly isAsked: boolean;
}

/** Why a session ends by itself. */
export type EndReason = 'idle' | 'absolute' | 'expired';

/** What to do now, and when to look again unless something happens before. */
export interface Verdict {
  readonly state: 'watching' | 'warning' | 'over';
  /** When the session ends unless something is done, and why. */
  readonly endsAt: number;
  readonly reason: EndReason;
  /** Minutes to extend the session by, now; 0 is not at all. */
  readonly extend: number;
  /** Whether the member can put the end off. */
  readonly canStay: boolean;
  readonly lookAt: number;
}

/** What is to be done about a session. */
export function judge(sight: Sight, rules: Rules): Verdict {
  const { now, notedAt } = sight;
  const { at: endsAt, reason } = endOf(sight, rules);
  const warnAt = endsAt - rules.warn;
  const isLate = rules.warn > 0 && now >= warnAt;
  const minutes = minutesOf(sight, rules);
  const isOver = now >= endsAt;
  const state = isOver ? 'over' : isLate && notedAt < warnAt ? 'warning' : 'watching';
  const dueAt = dueOf(sight, rules, isLate);
  const lookAt = Math.min(...[endsAt, warnAt, dueAt, now + LONGEST].filter((moment) => moment > now));
  const extend = !isOver && dueAt <= now ? minutes : 0;
  return { state, endsAt, reason, extend, canStay: reason === 'idle' || minutes > 0, lookAt };
}

/** The first of the ends; what the absolute one has cut short ends because of it. */
function endOf({ startedAt, expiresAt, activeAt }: Sight, { idle, absolute }: Rules) {
  const last = startedAt + absolute;
  const ends: { at: number; reason: EndReason }[] = [
    { at: activeAt + idle, reason: 'idle' },
    { at: last, reason: 'absolute' },
    { at: expiresAt, reason: last - expiresAt < SHORTEST ? 'absolute' : 'expired' },
  ];
  return ends.reduce((first, each) => (each.at < first.at ? each : first));
}

/** Whole minutes that an extension can give, cut to the absolute end; 0 where it would gain nothing. */
function minutesOf({ now, startedAt, expiresAt }: Sight, { extend, absolute }: Rules): number {
  const minutes = Math.floor(Math.min(extend, startedAt + absolute - now) / MINUTE);
  const gain = now + minutes * MINUTE - expiresAt;
  return minutes * MINUTE >= SHORTEST && gain >= MINUTE ? minutes : 0;
}

/** When to extend: at once for who has asked, else for who was active since the last time, and not too often. */
function dueOf(sight: Sight, { every, isSilent }: Rules, isLate: boolean): number {
  const { activeAt, extendedAt, notBefore, canExtend, isAsked } = sight;
  if (!canExtend) return Infinity;
  if (isAsked) return notBefore;
  const isWanted = activeAt > extendedAt && (isSilent || !isLate);
  return isWanted ? Math.max(extendedAt + every, notBefore) : Infinity;
}
