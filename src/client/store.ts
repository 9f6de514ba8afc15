import { homeOf } from '../flows/arrive.js';
import { START, next } from '../flows/next.js';
import type { Call, Intent, News, Place, State } from '../flows/flow.js';
import type { Reason, Snapshot } from '../flows/types.js';
import { type Actions, actionsOf } from './actions.js';
import type { Desk } from './calls.js';
import { Link } from './link.js';
import { Listeners, call as notify } from './listeners.js';
import type { Client, Options } from './options.js';
import { Organizations } from './organizations.js';
import { Presenters } from './presenters.js';
import { recordOf, saveRecord } from './record.js';
import { Runner } from './runner.js';
import { EMPTY, type Surroundings, snapshotOf } from './snapshot.js';

/** What a prompt shows; kept apart from the snapshot because a place may hold a secret. */
export interface View {
  readonly place: Place | null;
  readonly busy: Call['call'] | null;
  /** Identifier of the organization being entered, while a switch is under way. */
  readonly entering: string | null;
  /** Name of the organization to go back to, while something is owed and there is one. */
  readonly home: string | null;
}

/** Everything the elements of one public token share: one client, one snapshot, one way to ask for a change. */
export class AuthStore {
  readonly options: Options;
  readonly actions: Actions = actionsOf(this);
  readonly presenters = new Presenters(() => this.#watchers.tell(this.#snapshot));
  readonly organizations = new Organizations(() => this.#link.client());
  /** Minutes that a session lasts when it is made or exchanged. */
  minutes = 60;
  /** Why the snapshot is as it is. */
  reason: Reason = 'load';

  readonly #link: Link;
  readonly #runner: Runner;
  readonly #watchers = new Listeners<Snapshot>();
  readonly #subscribers = new Listeners<Snapshot>();
  #state: State = START;
  #snapshot: Snapshot = EMPTY;
  #around: Surroundings = { isInitialized: false, fromCache: false, online: true };

  constructor(options: Options, client?: Client) {
    this.options = options;
    this.#link = new Link(options, client, {
      news: (news, reason) => this.#take(news, reason),
      around: (part) => this.#surround(part),
      state: () => this.#state,
      isBusy: () => this.#runner.busy,
    });
    this.#runner = new Runner({
      desk: () => this.#desk(),
      turn: () => this.#state.turn,
      settle: (news) => this.#settle(news),
    });
    this.#link.begin();
  }

  /** Resolves when the SDK is there, or is known not to come. */
  get ready(): Promise<void> {
    return this.#link.client().then(
      () => undefined,
      () => undefined,
    );
  }

  getSnapshot = (): Snapshot => this.#snapshot;

  get view(): View {
    const { auth, busy } = this.#state;
    const entering = busy?.call === 'enter' ? busy.organization_id : null;
    const { place, home } = auth.status === 'pending' ? auth : { place: null, home: null };
    return { place, busy: busy?.call ?? null, entering, home: home?.organization_name ?? null };
  }

  /** Whether whoever leaves the session can come back to it: its tokens are kept, which HttpOnly mode does not allow. */
  get canReturn(): boolean {
    const { auth } = this.#state;
    return auth.status !== 'signed-in' || this.#link.vault.tokensOf(homeOf(auth)) !== undefined;
  }

  /** Calls `listener` with the snapshot at once and on every change; returns what ends it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void {
    notify(listener, this.#snapshot);
    return this.#subscribers.add(listener);
  }

  /** Calls `listener` on every change of the snapshot or of the view; for elements. */
  watch(listener: (snapshot: Snapshot) => void): () => void {
    return this.#watchers.add(listener);
  }

  /** Asks for something; resolves with what came of it, rejects with a typed error. */
  async send(intent: Intent): Promise<unknown> {
    if (this.#state.auth.status === 'error') this.#link.retry();
    const before = this.#state.problem;
    const call = this.#take(intent, 'action');
    if (call) return call;
    const { problem } = this.#state;
    if (problem && problem !== before) throw problem;
    return undefined;
  }

  async #desk(): Promise<Desk> {
    return { client: await this.#link.client(), vault: this.#link.vault, minutes: this.minutes };
  }

  #settle(news: News): void {
    const failure = news.type === 'failed' ? news.error.code : undefined;
    this.#link.keep();
    this.#around = { ...this.#around, online: failure !== 'offline' && failure !== 'timeout' };
    if (news.type === 'answered') this.#around = { ...this.#around, fromCache: false };
    void this.#take(news, 'action')?.catch(() => undefined);
    this.#link.changed('refresh');
  }

  #take(event: Intent | News, reason: Reason): Promise<unknown> | undefined {
    const before = this.#state;
    const [state, call] = next(before, { ...event, now: Date.now() });
    this.#state = state;
    if (state.auth !== before.auth) this.#moved(before, event.type !== 'resumed' && reason === 'action');
    this.#show(reason);
    return call && this.#runner.run(call, state.turn);
  }

  /** What follows from being somewhere else: what is kept over a reload, what other tabs hear, when to look again. */
  #moved({ auth: before }: State, ours: boolean): void {
    const { auth } = this.#state;
    const record = auth.status === 'pending' ? recordOf(auth) : null;
    saveRecord(this.options.publicToken, record);
    const begun = record && before.status !== 'pending';
    if (ours && (begun || (before.status === 'pending' && auth.status === 'signed-out'))) this.#link.tell(record);
    if (auth.status === 'signed-out') this.#link.vault.clear();
    const session = before.status === 'signed-in' ? before.session.member_session_id : null;
    if (auth.status !== 'signed-in' || auth.session.member_session_id !== session) this.organizations.reset();
    const deadline =
      auth.status === 'pending' ? auth.pending.expiresAt : auth.status === 'signed-in' && auth.session.expires_at;
    this.#link.wakeAt(deadline ? Date.parse(deadline) : undefined);
  }

  #surround(part: Partial<Surroundings>): void {
    this.#around = { ...this.#around, ...part };
    this.#show(this.reason);
  }

  #show(reason: Reason): void {
    const before = this.#snapshot;
    this.#snapshot = snapshotOf(this.#state, this.#around, before);
    if (this.#snapshot !== before) {
      this.reason = reason;
      this.#subscribers.tell(this.#snapshot);
    }
    this.#watchers.tell(this.#snapshot);
  }
}
