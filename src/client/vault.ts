import type { SessionTokens } from '@stytch/vanilla-js/b2b/headless';
import type { Home } from '../flows/call.js';
import type { Auth } from '../flows/flow.js';
import type { Held } from './held.js';
import type { Client } from './options.js';

/** The tokens of the sessions this tab has held, in memory only, so that a person can go back to one. */
export class Vault {
  readonly #tokens = new Map<string, SessionTokens>();
  readonly #held: Held;
  #left: string | undefined;

  /** `held` is told of the tokens of now. */
  constructor(held: Held) {
    this.#held = held;
  }

  /** Keeps the tokens of the session that the SDK holds; there are none to read in HttpOnly mode. */
  keep(client: Client): void {
    const session = client.session.getSync();
    const tokens = session && client.session.getTokens();
    if (!tokens) return;
    this.#held.tokens = tokens;
    this.#tokens.delete(session.member_session_id);
    this.#tokens.set(session.member_session_id, tokens);
    if (this.#tokens.size > 3) this.#tokens.delete(this.#tokens.keys().next().value!);
  }

  tokensOf({ member_session_id }: Home): SessionTokens | undefined {
    return this.#tokens.get(member_session_id);
  }

  /** Whether a session was left for good; the SDK may be slow to forget it. */
  hasLeft({ member_session_id }: { member_session_id: string }): boolean {
    return member_session_id === this.#left;
  }

  /** After a session the tokens are for nobody, unless somebody `mayReturn`; `ours` is a log-out asked for here. */
  follow(before: Auth, after: Auth, { ours, mayReturn }: { ours: boolean; mayReturn: boolean }): void {
    if (after.status === 'signed-in') this.#left = undefined;
    if (after.status !== 'signed-out') return;
    this.#held.tokens = null;
    if (ours && before.status === 'signed-in') this.#left = before.session.member_session_id;
    if (ours || !mayReturn) this.#tokens.clear();
  }
}
