import type { SessionTokens } from '@stytch/vanilla-js/b2b/headless';
import type { Home } from '../flows/call.js';
import type { Auth } from '../flows/flow.js';
import type { Held } from './held.js';
import { leftSession, saveLeft } from './left.js';
import type { Client } from './options.js';

/** The tokens of the sessions this tab has held, in memory only, so that a person can go back to one. */
export class Vault {
  readonly #tokens = new Map<string, SessionTokens>();
  readonly #held: Held;
  readonly #publicToken: string;
  #left: string | undefined;
  #untold: string | null;

  /** `held` is told of the tokens of now. */
  constructor(held: Held, publicToken: string) {
    this.#held = held;
    this.#publicToken = publicToken;
    this.#untold = leftSession(publicToken);
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
    return member_session_id === this.#left || member_session_id === leftSession(this.#publicToken);
  }

  /** Whether the server is to be told once more that a session was left; each time that may succeed, said once. */
  takeUntold({ member_session_id }: { member_session_id: string }): boolean {
    const isUntold = member_session_id === this.#untold;
    this.#untold = null;
    return isUntold;
  }

  /** The server may be reached again: whether there is anything to tell it, or tokens to ask it about. */
  remind(client: Client): boolean {
    this.#untold = leftSession(this.#publicToken);
    return this.#untold !== null || client.session.getTokens() !== null;
  }

  /** After a session the tokens are for nobody, unless somebody `mayReturn`; `ours` is a log-out asked for here. */
  follow(before: Auth, after: Auth, { ours, mayReturn }: { ours: boolean; mayReturn: boolean }): void {
    if (after.status === 'signed-in') this.#forgive();
    if (after.status !== 'signed-out') return;
    this.#held.tokens = null;
    if (ours && before.status === 'signed-in') this.#left = before.session.member_session_id;
    if (ours || !mayReturn) this.#tokens.clear();
  }

  /** Somebody has signed in, which may have gone on with the session that was left. */
  #forgive(): void {
    this.#left = undefined;
    this.#untold = null;
    saveLeft(this.#publicToken, null);
  }
}
