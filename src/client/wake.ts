/** `setTimeout` holds 31 bits of milliseconds: about 24.8 days. */
const LONGEST = 2 ** 31 - 1;

/**
 * Calls `check` at a deadline and whenever the page may have slept past it: when it becomes visible, comes back from
 * the back/forward cache, or is online again. `asleep` tells a return from that cache, after which storage events
 * have been missed.
 */
export class Wake {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #check: () => void;

  constructor(check: () => void, on: { restored(): void; online(online: boolean): void }) {
    this.#check = check;
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check());
    addEventListener('pageshow', ({ persisted }) => persisted && on.restored());
    addEventListener('online', () => on.online(true));
    addEventListener('offline', () => on.online(false));
  }

  /** Sets the one deadline, milliseconds since 1970; none clears it. */
  at(deadline: number | undefined): void {
    clearTimeout(this.#timer);
    if (deadline === undefined) return;
    const left = Math.max(deadline - Date.now(), 0) + 1;
    this.#timer = setTimeout(() => (left > LONGEST ? this.at(deadline) : this.#check()), Math.min(left, LONGEST));
  }
}
