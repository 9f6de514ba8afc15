import { type Moment, learn, skewOf } from '../flows/skew.js';

/** What is known of the difference between Stytch's clock and the page's; it is kept for the pages to come. */
export class Clock {
  readonly #key: string;
  #ahead = 0;

  constructor(publicToken: string) {
    this.#key = `stytch-elements:${publicToken}:clock`;
    try {
      this.#ahead = Number(localStorage.getItem(this.#key)) || 0;
    } catch {
      // blocked: this page learns it anew
    }
  }

  /** Milliseconds that Stytch's clock is ahead, where that matters. */
  get skew(): number {
    return skewOf(this.#ahead);
  }

  get moment(): Moment {
    return { now: Date.now(), skew: this.skew };
  }

  /**
   * Stytch has said what time it is (ISO 8601). What was heard only now may have been said long ago, unless it was
   * `prompt`: then it tells of a clock that is fast, too.
   */
  hear(time: string, { prompt }: { prompt: boolean }): void {
    const given = Date.parse(time);
    const now = Date.now();
    const ahead = learn(this.#ahead, given, now);
    if (Number.isNaN(given) || ahead === this.#ahead || (!prompt && given - now < this.#ahead)) return;
    this.#ahead = ahead;
    try {
      localStorage.setItem(this.#key, String(ahead));
    } catch {
      // full or blocked: this page alone knows
    }
  }
}
