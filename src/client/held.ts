import type { SessionTokens } from '@stytch/vanilla-js/b2b/headless';
import { Listeners } from './listeners.js';

/** The tokens of now, in memory only, for the one element that hands them to a back end. */
export class Held {
  readonly #listeners = new Listeners<SessionTokens | null>();
  #tokens: SessionTokens | null = null;
  /** Looks whether the SDK has other tokens by now, of which it says nothing when it has a new JWT made. */
  renew: () => void = () => undefined;

  /** Null when nobody is signed in, and in HttpOnly mode, where tokens cannot be read. */
  get tokens(): SessionTokens | null {
    return this.#tokens;
  }

  set tokens(tokens: SessionTokens | null) {
    if (tokens?.session_token === this.#tokens?.session_token && tokens?.session_jwt === this.#tokens?.session_jwt)
      return;
    this.#tokens = tokens;
    this.#listeners.tell(tokens);
  }

  /** Calls `listener` on each change; returns what ends it. */
  watch(listener: (tokens: SessionTokens | null) => void): () => void {
    return this.#listeners.add(listener);
  }
}
