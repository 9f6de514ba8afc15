import { type Moment, UNDER_WAY, learn, skewOf } from '../flows/skew.js';

/** What is known of the difference between Stytch's clock and the page's; it is kept for the pages to come. */
export class Clock {
  readonly #key: string;
  #ahead = 0;
  #heard = '';
  /** What is new to this page was said after this moment, by its clock. */
  #asOf = performance.timeOrigin;

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
   * `prompt`, or is new to this page: then it tells of a clock that is fast, too, or that was slow and has been set.
   */
  hear(time: string, { prompt }: { prompt: boolean }): void {
    const given = Date.parse(time);
    const now = Date.now();
    const atMost = time === this.#heard ? Infinity : given - Math.min(this.#asOf, now);
    [this.#heard, this.#asOf] = [time, now];
    const ahead = learn(this.#ahead, given, now);
    const isDoubtful = !prompt && given - now < this.#ahead && this.#ahead - atMost <= UNDER_WAY;
    if (Number.isNaN(given) || ahead === this.#ahead || isDoubtful) return;
    this.#ahead = ahead;
    try {
      localStorage.setItem(this.#key, String(ahead));
    } catch {
      // full or blocked: this page alone knows
    }
  }
}
