import type { ReactiveController } from 'lit';
import type { SessionTokens } from '@stytch/vanilla-js/b2b/headless';
import { Alarm } from '../../client/alarm.js';
import { pushTokens } from '../../client/back-end.js';
import type { AuthStore } from '../../client/store.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import { WithStore } from '../../controllers/with-store.js';
import type { StytchElementsError } from '../../flows/errors.js';
import { isHanded, noteHanded } from './handed.js';
import { type Host, problemOf, proofFor, urlOf } from './back-ends.js';

/** Milliseconds between two looks at the tokens: the SDK says nothing when it has a new JWT made. */
const LOOK = 30_000;

/** Milliseconds until what could not be handed over is tried again: at first, and at most. */
const [FIRST, LONGEST] = [2_000, 300_000];

/** Tokens, and the address that is to have them. */
interface Parcel {
  readonly to: string;
  readonly tokens: SessionTokens | null;
  readonly publicToken: string;
}

/** Hands the tokens of now to the back end at `push-to`, one after the other, until it has them. */
export class Push implements ReactiveController {
  problem: StytchElementsError | null = null;
  readonly #host: Host;
  readonly #auth: AuthController;
  readonly #mayBegin: () => boolean;
  readonly #had = new Map<string, SessionTokens | null>();
  readonly #alarm = new Alarm(() => this.#retry());
  #failed: Parcel | undefined;
  #failures = 0;
  #isUnderWay = false;

  constructor(host: Host, auth: AuthController, mayBegin: () => boolean) {
    this.#host = host;
    this.#auth = auth;
    this.#mayBegin = mayBegin;
    new WithStore(host, auth, (store) => this.#follow(store));
    host.addController(this);
  }

  hostUpdated(): void {
    void this.#deliver();
  }

  hostDisconnected(): void {
    this.#alarm.at(undefined);
    this.#failed = undefined;
  }

  /** Tries once more, if that went wrong. */
  again(): void {
    this.problem = null;
    this.#host.requestUpdate();
    this.#retry();
  }

  readonly #retry = (): void => {
    this.#failed = undefined;
    void this.#deliver();
  };

  #follow({ held }: AuthStore): () => void {
    const look = () => this.#host.pushTo && held.renew();
    const timer = setInterval(look, LOOK);
    document.addEventListener('visibilitychange', look);
    addEventListener('online', this.#retry);
    const leave = held.watch(() => void this.#deliver());
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('online', this.#retry);
      leave();
    };
  }

  async #deliver(): Promise<void> {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    for (let parcel = this.#due(); parcel; parcel = this.#due()) await this.#hand(parcel);
    this.#isUnderWay = false;
  }

  /** What is to be handed over now; what has failed is not, until it is time. */
  #due(): Parcel | undefined {
    const { store } = this.#auth;
    const { pushTo: to } = this.#host;
    if (!store?.getSnapshot().isInitialized || !this.#mayBegin()) return undefined;
    const { tokens } = store.held;
    if (!to || (isSame(this.#had.get(to) ?? null, tokens) && !this.#owesEnd(store, to))) return this.#rest();
    return this.#failed?.to === to && isSame(this.#failed.tokens, tokens)
      ? undefined
      : { to, tokens, publicToken: store.options.publicToken };
  }

  /** Nobody is signed in any more, and the back end does not know, as when a page before could not reach it. */
  #owesEnd({ getSnapshot, options }: AuthStore, to: string): boolean {
    return !this.#had.has(to) && getSnapshot().status === 'signed-out' && isHanded(options.publicToken, to);
  }

  async #hand(parcel: Parcel): Promise<void> {
    try {
      const url = urlOf(parcel.to, this.#auth.scope.allowedOrigins);
      await pushTokens(url, parcel.tokens, proofFor(url, this.#host));
      this.#had.set(parcel.to, parcel.tokens);
      noteHanded(parcel.publicToken, parcel.to, parcel.tokens !== null);
      this.#failures = 0;
    } catch (thrown) {
      this.#fail(parcel, problemOf(thrown));
    }
  }

  #fail(parcel: Parcel, error: StytchElementsError): void {
    if (!this.#host.isConnected) return; // whoever puts it back begins anew
    const isNews = this.problem?.code !== error.code; // a back end that is away for hours is said to be so once
    this.#failed = parcel;
    const wait = Math.min(FIRST * 2 ** this.#failures++, LONGEST);
    this.#alarm.at(error.retryable ? Date.now() + wait : undefined);
    this.problem = error;
    this.#host.requestUpdate();
    if (isNews) announce(this.#host, 'stytch-error', { error });
  }

  /** The back end has what there is. */
  #rest(): undefined {
    this.#alarm.at(undefined);
    this.#failed = undefined;
    if (this.problem) this.#host.requestUpdate();
    this.problem = null;
  }
}

function isSame(one: SessionTokens | null, other: SessionTokens | null): boolean {
  return one?.session_token === other?.session_token && one?.session_jwt === other?.session_jwt;
}
