import { Alarm } from './alarm.js';

/** What it means to have been away. */
interface Returns {
  /** Into the back/forward cache, which a page that hears from other tabs would have to leave. */
  frozen(): void;
  /** Back from there: news was missed. */
  restored(): void;
  online(online: boolean): void;
}

/**
 * Calls `check` at a deadline and whenever the page may have slept past it: when it becomes visible, comes back from
 * the back/forward cache, or is online again. It does so, and has listeners, only between `start` and `stop`.
 */
export class Wake {
  /** Whether the page is in the back/forward cache, or just coming back: what is seen then may be out of date. */
  isFrozen = false;
  readonly #alarm: Alarm;
  readonly #check: () => void;
  readonly #on: Returns;
  #listening: AbortController | undefined;
  #deadline: number | undefined;
  #wasOnline: boolean | undefined;

  constructor(check: () => void, on: Returns) {
    [this.#alarm, this.#check, this.#on] = [new Alarm(check), check, on];
  }

  start(): void {
    const { signal } = (this.#listening ??= new AbortController());
    const check = () => document.visibilityState === 'visible' && this.#check();
    document.addEventListener('visibilitychange', check, { signal });
    addEventListener('pagehide', ({ persisted }) => persisted && this.#freeze(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && this.#thaw(), { signal });
    addEventListener('online', () => this.#on.online(true), { signal });
    addEventListener('offline', () => this.#on.online(false), { signal });
    this.#alarm.at(this.#deadline);
    if (this.#wasOnline === !navigator.onLine) this.#on.online(navigator.onLine);
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.isFrozen = false; // whoever starts again looks at everything
    this.#wasOnline = navigator.onLine;
    this.#alarm.at(undefined);
  }

  /** Sets the one deadline, milliseconds since 1970; none clears it. */
  at(deadline: number | undefined): void {
    this.#deadline = deadline;
    if (this.#listening) this.#alarm.at(deadline);
  }

  #freeze(): void {
    this.isFrozen = true;
    this.#on.frozen();
  }

  #thaw(): void {
    this.isFrozen = false;
    this.#on.restored();
  }
}
