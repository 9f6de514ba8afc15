import { Alarm } from './alarm.js';

/**
 * Calls `check` at a deadline and whenever the page may have slept past it: when it becomes visible, comes back from
 * the back/forward cache, or is online again. `restored` tells a return from that cache, after which storage
 * events have been missed.
 */
export class Wake {
  readonly #alarm: Alarm;

  constructor(check: () => void, on: { restored(): void; online(online: boolean): void }) {
    this.#alarm = new Alarm(check);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check());
    addEventListener('pageshow', ({ persisted }) => persisted && on.restored());
    addEventListener('online', () => on.online(true));
    addEventListener('offline', () => on.online(false));
  }

  /** Sets the one deadline, milliseconds since 1970; none clears it. */
  at(deadline: number | undefined): void {
    this.#alarm.at(deadline);
  }
}
