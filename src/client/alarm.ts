/** `setTimeout` holds 31 bits of milliseconds: about 24.8 days. */
const LONGEST = 2 ** 31 - 1;

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
