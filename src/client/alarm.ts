/** The longest that the clock is not looked at, in milliseconds: timers stand still while a machine sleeps. */
const LONGEST = 60_000;

/** Calls `ring` at a moment, however far away it is. */
export class Alarm {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ring: () => void;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Sets the one moment, milliseconds since 1970; none clears it. */
  at(moment: number | undefined): void {
    clearTimeout(this.#timer);
    if (moment === undefined) return;
    const left = Math.max(moment - Date.now(), 0) + 1;
    this.#timer = setTimeout(() => (left > LONGEST ? this.at(moment) : this.#ring()), Math.min(left, LONGEST));
  }
}
