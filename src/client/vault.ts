import type { SessionTokens } from '@stytch/vanilla-js/b2b/headless';
import type { Home } from '../flows/call.js';
import type { Client } from './options.js';

/** The tokens of the sessions this tab has held, in memory only, so that a person can go back to one. */
export class Vault {
  readonly #tokens = new Map<string, SessionTokens>();

  /** Keeps the tokens of the session that the SDK holds; there are none to read in HttpOnly mode. */
  keep(client: Client): void {
    const session = client.session.getSync();
    const tokens = session && client.session.getTokens();
    if (!tokens) return;
    this.#tokens.delete(session.member_session_id);
    this.#tokens.set(session.member_session_id, tokens);
    if (this.#tokens.size > 3) this.#tokens.delete(this.#tokens.keys().next().value!);
  }

  tokensOf({ member_session_id }: Home): SessionTokens | undefined {
    return this.#tokens.get(member_session_id);
  }

  /** The session that a person has left for good; the SDK may be slow to forget it. */
  left: string | undefined;

  /** Forgets everything, as after a log-out. */
  clear(): void {
    this.#tokens.clear();
  }
}
