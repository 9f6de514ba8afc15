import type { Auth } from '../flows/flow.js';
import { hasIntermediateSession } from './cache.js';
import type { Client, Options } from './options.js';

/** Milliseconds to wait for word of another tab, or of the page, before a session that gave way counts as ended. */
const WORD = 1_000;

/** A session that gives way to an intermediate one has not ended: whoever did that is about to say what it is for. */
export class GivingWay {
  readonly #options: Options;
  readonly #tell: (gone: string | null) => void;
  #since: number | undefined;
  #told: string | null = null;

  /** `tell` is called with the session that is gone, and with null when it is known what comes instead. */
  constructor(options: Options, tell: (gone: string | null) => void) {
    [this.#options, this.#tell] = [options, tell];
  }

  /** Until when there may be word of it, in milliseconds since 1970; undefined when none is to be waited for. */
  until(auth: Auth, client: Client): number | undefined {
    const isGone = auth.status === 'signed-in' && client.session.getSync() === null;
    if (!isGone || !hasIntermediateSession(this.#options)) return (this.#since = undefined);
    this.#since ??= Date.now();
    const until = this.#since + WORD;
    if (Date.now() >= until) return undefined;
    this.#say(auth.session.member_session_id);
    return until;
  }

  over(): void {
    this.#say(null);
  }

  #say(gone: string | null): void {
    if (gone === this.#told) return;
    this.#told = gone;
    this.#tell(gone);
  }
}
