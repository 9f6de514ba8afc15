import type { Auth } from '../flows/flow.js';
import { hasIntermediateSession } from './cache.js';
import type { Client, Options } from './options.js';

/** Milliseconds to wait for word of another tab, or of the page, before a session that gave way counts as ended. */
const WORD = 1_000;

/** A session that gives way to an intermediate one has not ended: whoever did that is about to say what it is for. */
export class GivingWay {
  readonly #options: Options;
  #since: number | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Until when there may be word of it, in milliseconds since 1970; undefined when none is to be waited for. */
  until({ status }: Auth, client: Client): number | undefined {
    const isGone = status === 'signed-in' && client.session.getSync() === null;
    if (!isGone || !hasIntermediateSession(this.#options)) return (this.#since = undefined);
    this.#since ??= Date.now();
    const until = this.#since + WORD;
    return Date.now() < until ? until : undefined;
  }
}
