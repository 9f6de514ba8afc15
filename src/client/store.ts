import { StytchElementsError } from '../flows/errors.js';
import type { Ticket } from '../flows/call.js';
import type { Intent } from '../flows/flow.js';
import type { Reason, Snapshot } from '../flows/types.js';
import { type Actions, actionsOf } from './actions.js';
import { Audience } from './audience.js';
import { cachedSession, forgetSession } from './cache.js';
import { Clock } from './clock.js';
import type { Engine } from './engine.js';
import { Held } from './held.js';
import type { EndedBy } from './farewell.js';
import { NOWHERE, type View } from './nowhere.js';
import type { Client, Options } from './options.js';
import { Organizations } from './organizations.js';
import { afterPaint } from './paint.js';
import { Permissions } from './permissions.js';
import type { Limits } from './presence.js';
import { Presenters } from './presenters.js';
import type { Strength } from './reads.js';
import { EMPTY } from './snapshot.js';
import type { Wish } from './step-up.js';
import { takeTicket } from './ticket.js';

/**
 * Everything the elements of one public token share: one client, one snapshot, one way to ask for a change. What is
 * known from the cache is shown at once; the engine that does the work arrives, with the SDK, after the first paint.
 */
export class AuthStore {
  readonly options: Options;
  /** @internal */
  readonly clock: Clock;
  readonly actions: Actions = actionsOf(this);
  readonly presenters = new Presenters(() => this.#audience.tell(this.#snapshot, false));
  readonly permissions = new Permissions(
    async () => (await afterPaint().then(() => this.#engine())).ready,
    () => this.#audience.tell(this.#snapshot, false),
  );
  readonly organizations = new Organizations(async () => (await this.#engine()).reads.organizations());
  /** @internal */
  readonly held = new Held();
  /** Minutes that a session lasts when it is made or exchanged. */
  minutes = 60;
  /** Where links and redirects lead to: the page with a `stytch-callback`. Otherwise the project's own default. */
  callbackUrl: string | undefined;
  /** Why the session that was there last has ended, where that is known; `user` is a log-out by the person. */
  endedBy: EndedBy | undefined;
  /** @internal What sessions are held to here, where a `stytch-keep-alive` says so. */
  limits: (() => Limits) | undefined;
  /** @internal Why a session was ended before anybody has seen it on this page; for the first to tell. */
  outlived: EndedBy | undefined;
  /** Why the snapshot is as it is. */
  reason: Reason = 'load';

  readonly #client: Client | undefined;
  /** Only while somebody is there anything is followed. */
  readonly #audience = new Audience((isThere) => {
    this.#loaded?.attend(isThere);
    this.permissions.attend(isThere);
  });
  #snapshot: Snapshot;
  #view = NOWHERE;
  #loading: Promise<Engine> | undefined;
  #loaded: Engine | undefined;

  constructor(options: Options, client?: Client) {
    this.options = options;
    this.#client = client;
    this.clock = new Clock(options.publicToken);
    const signed = cachedSession(options, this.clock.moment);
    this.#snapshot = signed ? Object.freeze({ ...EMPTY, status: 'signed-in', fromCache: true, ...signed }) : EMPTY;
    void (client ? Promise.resolve() : afterPaint()).then(() => this.#engine()).catch(() => undefined);
  }

  /** Resolves when the SDK is there, or is known not to come. */
  get ready(): Promise<void> {
    const loaded = afterPaint().then(() => this.#engine());
    return loaded
      .then((engine) => engine.ready)
      .then(
        () => undefined,
        () => undefined,
      );
  }

  getSnapshot = (): Snapshot => {
    if (!this.#audience.isThere) this.#loaded?.catchUp(); // else who looks all the same would see what is over
    return this.#snapshot;
  };

  get view(): View {
    return this.#view;
  }

  /** Whether whoever leaves the session can come back to it: its tokens are kept, which HttpOnly mode does not allow. */
  get canReturn(): boolean {
    return this.#loaded?.canReturn ?? false;
  }

  /** Calls `listener` with the snapshot at once and on every change; returns what ends it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    return this.#audience.subscribe(listener, this.getSnapshot);
  }

  /**
   * Calls `listener` on every change of the snapshot or of the view; for elements. One that is there for good is no
   * user: for its sake nothing is followed.
   */
  watch(listener: (snapshot: Snapshot) => void, { isUser = true } = {}): () => void {
    return this.#audience.watch(listener, isUser);
  }

  /** Has a factor proved that is no older than is wanted; see `Actions.stepUp`. */
  async stepUp(want: Wish): Promise<Snapshot> {
    return (await this.#engine()).stepUp(want);
  }

  /** How good a password is; rejects with a typed error. */
  async strengthOf(password: string, email?: string): Promise<Strength> {
    return (await this.#engine()).reads.strengthOf(password, email);
  }

  /**
   * What a link or a redirect has brought in the page's URL, taken out of it before anything is loaded; may throw. The
   * store of a provider that has not been given its public token yet leaves it to the next one.
   */
  takeTicket(): Ticket | undefined {
    return this.options.publicToken ? takeTicket() : undefined;
  }

  /** Asks for something; resolves with what came of it, rejects with a typed error. */
  async send(intent: Intent): Promise<unknown> {
    if (intent.type === 'refresh') this.permissions.retry();
    const leave = this.#audience.enter(); // until it has come to its end
    try {
      const engine = await this.#engine().catch((error: unknown) => {
        if (intent.type !== 'logout' || !intent.forceClear) throw error;
        forgetSession(this.options);
      });
      return engine ? await engine.send(intent) : { confirmed: false };
    } finally {
      leave();
    }
  }

  /** Shows what the engine has found; the one way in which anything changes. */
  show(snapshot: Snapshot, view: View, reason: Reason): void {
    const isNew = snapshot !== this.#snapshot;
    this.#view = view;
    this.#snapshot = snapshot;
    if (isNew) this.reason = reason;
    this.#audience.tell(snapshot, isNew);
  }

  #engine(): Promise<Engine> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<Engine> {
    if (!this.#client) import('./sdk.js').catch(() => undefined); // fetched beside the engine, which asks for it again
    try {
      const { Engine } = await import('./engine.js');
      const engine = (this.#loaded = new Engine(this, this.#client));
      if (this.#audience.isThere) engine.attend(true);
      return engine;
    } catch {
      this.#loading = undefined;
      const error = new StytchElementsError('offline', { detail: 'sdk' });
      this.show(Object.freeze({ ...EMPTY, status: 'error', online: false, error }), NOWHERE, 'load');
      throw error;
    }
  }
}
