import type { MemberSession } from '../flows/types.js';
import type { Farewell } from './farewell.js';
import type { AuthStore } from './store.js';

/** Milliseconds that another tab has for ending a session. */
const OTHERS = 8_000;

/** Keeps sessions that are past their limits from being shown while they are ended, and ends those that nobody else does. */
export class Past {
  readonly #store: AuthStore;
  readonly #farewell: Farewell;
  readonly #end: () => void;
  #rescue: ReturnType<typeof setTimeout> | undefined;

  constructor(store: AuthStore, farewell: Farewell, end: () => void) {
    this.#store = store;
    this.#farewell = farewell;
    this.#end = end;
  }

  /** Whether a session is past its limits; one that `isNew` to this page is ended, one that is shown is keep-alive's. */
  isEnding({ member_session_id: session }: MemberSession, isNew: boolean): boolean {
    if (this.#farewell.isSaid(session)) {
      this.#rescue ??= setTimeout(() => this.#rescued(session), OTHERS);
      return true;
    }
    const reason = isNew ? this.#farewell.sayPast(session, this.#store.limits?.()) : undefined;
    if (!reason) return false;
    this.#store.outlived = this.#store.endedBy = reason;
    this.#end();
    return true;
  }

  /** Whoever was to end the session has not done so, as when their page was closed. */
  #rescued(session: string): void {
    this.#rescue = undefined;
    const isThere = this.#store.getSnapshot().status === 'loading' && this.#farewell.isSaid(session);
    if (isThere) this.#end();
  }
}
