/** A timer that is set once, or not at all. */
export class Timer {
  readonly #ring: () => void;
  #set: ReturnType<typeof setTimeout> | undefined;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Rings in `ms` milliseconds, unless it is about to ring anyway. */
  set(ms: number): void {
    this.#set ??= setTimeout(() => {
      this.#set = undefined;
      this.#ring();
    }, ms);
  }

  clear(): void {
    clearTimeout(this.#set);
    this.#set = undefined;
  }
}
