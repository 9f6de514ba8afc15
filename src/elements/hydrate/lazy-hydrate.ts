import type { SessionTokens } from '@stytch/vanilla-js/b2b/headless';
import { type Asking, pushTokens, readSession } from '../../client/back-end.js';
import { safeUrl } from '../../client/redirect.js';
import type { AuthStore } from '../../client/store.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import { StytchElementsError } from '../../flows/errors.js';

/** What a page says about its back ends. */
export interface HandoverOptions {
  readonly replace: boolean;
  readonly method: 'get' | 'post';
  readonly csrfHeader: string;
  readonly csrfMeta: string;
  readonly csrfCookie?: string | undefined;
}

/** What came of asking a back end: its session was taken over, it has none, or somebody was quicker. */
export type Outcome = 'taken' | 'nobody' | 'kept';

/** Takes sessions over from back ends, and hands the tokens of now to them. */
export class Handover {
  readonly #options: HandoverOptions;
  readonly #auth: AuthController;
  #pushed: SessionTokens | null = null;
  #pushing: Promise<void> = Promise.resolve();

  constructor(options: HandoverOptions, auth: AuthController) {
    this.#options = options;
    this.#auth = auth;
  }

  /** Asks the back end at `src`, of the page's own origin; rejects with a typed error. */
  async pickUp(store: AuthStore, src: string): Promise<Outcome> {
    const handed = await readSession(this.#url(src, []), this.#asking);
    if (handed.kind === 'nobody') return 'nobody';
    if (isOccupied(store) && !this.#options.replace) return 'kept'; // they have logged in meanwhile
    const snapshot = handed.kind === 'cookies' ? await store.actions.refresh() : await store.actions.hydrate(handed);
    return snapshot.session ? 'taken' : 'nobody';
  }

  /** Hands the tokens of now to the back end at `to`, unless it has them; one after the other. Rejects with a typed error. */
  push(store: AuthStore, to: string): Promise<void> {
    this.#pushing = this.#pushing.catch(() => undefined).then(() => this.#push(store, to));
    return this.#pushing;
  }

  async #push({ held: { tokens } }: AuthStore, to: string): Promise<void> {
    const { session_token, session_jwt } = tokens ?? {};
    if (session_token === this.#pushed?.session_token && session_jwt === this.#pushed?.session_jwt) return;
    await pushTokens(this.#url(to, this.#auth.scope.allowedOrigins ?? []), tokens, this.#asking.headers);
    this.#pushed = tokens;
  }

  get #asking(): Asking {
    const { csrfHeader } = this.#options;
    const value = this.#proof();
    return { method: this.#options.method === 'post' ? 'POST' : 'GET', headers: value ? { [csrfHeader]: value } : {} };
  }

  /** What proves that a request is the page's own: the value of a cookie or of a `<meta>`. */
  #proof(): string | undefined {
    const { csrfMeta, csrfCookie } = this.#options;
    const cookie = csrfCookie && document.cookie.split('; ').find((each) => each.startsWith(`${csrfCookie}=`));
    if (cookie) return decoded(cookie.slice(csrfCookie.length + 1));
    return document.querySelector<HTMLMetaElement>(`meta[name="${CSS.escape(csrfMeta)}"]`)?.content;
  }

  #url(target: string, allowed: readonly string[]): URL {
    const url = safeUrl(target, allowed, document.baseURI, location.origin);
    if (!url) throw new StytchElementsError('misconfigured', { detail: 'redirect' });
    return url;
  }
}

/** Whether somebody is signed in, or on the way. */
function isOccupied({ getSnapshot }: AuthStore): boolean {
  const { session, pending } = getSnapshot();
  return session !== null || pending !== null;
}

/** The value of a cookie; some are not encoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
