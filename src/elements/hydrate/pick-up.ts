import type { ReactiveController } from 'lit';
import { readSession } from '../../client/back-end.js';
import type { AuthStore } from '../../client/store.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import { type Details, announce } from '../../controllers/events.js';
import type { StytchElementsError } from '../../flows/errors.js';
import { type Host, problemOf, proofFor, urlOf } from './back-ends.js';

/** What came of asking a back end: its session was taken over, it has none, or there was one here already. */
type Outcome = Details['stytch-hydrate']['outcome'];

/** Asks the back end at `src` for its session: once, and not for somebody who has just signed out. */
export class PickUp implements ReactiveController {
  phase: 'idle' | 'working' | 'done' = 'idle';
  problem: StytchElementsError | null = null;
  readonly #host: Host;
  readonly #auth: AuthController;
  readonly #asked = new WeakMap<AuthStore, string>();

  constructor(host: Host, auth: AuthController) {
    this.#host = host;
    this.#auth = auth;
    host.addController(this);
  }

  /** Whether somebody may be taken over yet. */
  get isDue(): boolean {
    const { store } = this.#auth;
    const { src } = this.#host;
    return Boolean(src && store && (this.phase === 'working' || this.#asked.get(store) !== src));
  }

  hostUpdated(): void {
    const { store, snapshot } = this.#auth;
    const { src, replace } = this.#host;
    if (!store || !src) return;
    if (this.problem && isOccupied(store) && !replace) this.#end('kept'); // what went wrong is of no concern any more
    if (this.#asked.get(store) === src) return;
    if (!snapshot.isInitialized || snapshot.status === 'loading') return;
    if (snapshot.session && snapshot.fromCache && !replace) return; // it may turn out to be over
    this.#asked.set(store, src);
    if (isOccupied(store) && !replace) this.#end('kept');
    else if (store.endedBy === 'user') this.#end('nobody');
    else void this.#ask(store, src);
  }

  /** Asks once more, if that went wrong. */
  again(): void {
    const { store } = this.#auth;
    if (this.problem && store && this.#host.src) void this.#ask(store, this.#host.src);
  }

  async #ask(store: AuthStore, src: string): Promise<void> {
    this.#show('working');
    try {
      this.#end(await this.#pickUp(store, urlOf(src)));
    } catch (thrown) {
      const error = problemOf(thrown);
      this.#show('idle', error);
      announce(this.#host, 'stytch-error', { error });
    }
  }

  async #pickUp(store: AuthStore, url: URL): Promise<Outcome> {
    const method = /^post$/i.test(this.#host.method) ? 'POST' : 'GET';
    const handed = await readSession(url, { method, headers: proofFor(url, this.#host) });
    if (handed.kind === 'nobody') return 'nobody';
    if (isOccupied(store) && !this.#host.replace) return 'kept'; // they have logged in meanwhile
    const snapshot = handed.kind === 'cookies' ? await store.actions.refresh() : await store.actions.hydrate(handed);
    return snapshot.session ? 'taken' : 'nobody';
  }

  #end(outcome: Outcome): void {
    this.#show('done');
    announce(this.#host, 'stytch-hydrate', { outcome });
  }

  #show(phase: PickUp['phase'], problem: StytchElementsError | null = null): void {
    this.phase = phase;
    this.problem = problem;
    this.#host.requestUpdate();
  }
}

/** Whether somebody is signed in, or on the way. */
function isOccupied({ getSnapshot }: AuthStore): boolean {
  const { session, pending } = getSnapshot();
  return session !== null || pending !== null;
}
