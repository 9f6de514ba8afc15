import { ApiError } from './errors.js';

const ALLOWED_IN_A_ROW = 10;
const WINDOW_MS = 10 * 60_000;

/** Counts wrong codes and sent messages, and refuses after ten in a row within ten minutes. */
export class Limits {
  readonly #counts = new Map<string, { count: number; since: number }>();
  readonly #clock: { now(): number };

  constructor(clock: { now(): number }) {
    this.#clock = clock;
  }

  /** Refuses when `key` is used up. */
  check(key: string): void {
    if (this.#current(key).count >= ALLOWED_IN_A_ROW) throw new ApiError('too_many_requests');
  }

  /** Counts one more of `key`, or refuses when it is used up. */
  spend(key: string): void {
    this.check(key);
    this.#current(key).count += 1;
  }

  /** Forgets what was counted, because somebody got it right. */
  clear(key: string): void {
    this.#counts.delete(key);
  }

  #current(key: string) {
    const now = this.#clock.now();
    const known = this.#counts.get(key);
    if (known && now - known.since < WINDOW_MS) return known;
    const fresh = { count: 0, since: now };
    this.#counts.set(key, fresh);
    return fresh;
  }
}
