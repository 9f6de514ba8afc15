/** A moment by the page's clock, in milliseconds since 1970, and how far Stytch's clock is ahead of it, where that matters. */
export interface Moment {
  readonly now: number;
  readonly skew?: number;
}

/** Milliseconds that an answer may have been under way; a sample is short of the truth by that at most. */
export const UNDER_WAY = 15_000;

/** A page's clock that is less wrong than that is right enough. */
const TOLERABLE = 30_000;

/**
 * How far Stytch's clock is ahead of the page's, in milliseconds, from what was known and one more answer: when it was
 * given by Stytch's clock, and had by the page's. Of honest samples the largest was under way for the shortest time;
 * one that cannot be explained so means that the clock has been set.
 */
export function learn(known: number, givenAt: number, hadAt: number): number {
  const sample = givenAt - hadAt;
  return sample > known || known - sample > UNDER_WAY ? sample : known;
}

/** What to reckon with: nothing as long as the difference does no harm. */
export function skewOf(known: number): number {
  return Math.abs(known) > TOLERABLE ? known : 0;
}

/** The moment by Stytch's clock. */
export function stytchTime({ now, skew = 0 }: Moment): number {
  return now + skew;
}

/** The page's time for a time of Stytch's (ISO 8601). */
export function pageTime(time: string, skew: number): number {
  return Date.parse(time) - skew;
}

/**
 * The page's time at which a session ends. A page whose clock is fast loses it by its own clock: that is how the
 * browser drops cookies.
 */
export function endTime(expiresAt: string, skew: number): number {
  return pageTime(expiresAt, Math.max(0, skew));
}

/** Whether a time of Stytch's is so far ahead of `now` that the clock `now` is from has to be slow, which is not known yet. */
export function isAhead(time: number, now: number): boolean {
  return time - now > TOLERABLE + UNDER_WAY;
}
