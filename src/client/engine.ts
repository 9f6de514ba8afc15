import { homeOf } from '../flows/arrive.js';
import type { Authentication } from '../flows/call.js';
import { START, next, repeats } from '../flows/next.js';
import type { Intent, News, State } from '../flows/flow.js';
import { isSamePending } from '../flows/session.js';
import type { Reason, Snapshot } from '../flows/types.js';
import { hasIntermediateSession } from './cache.js';
import type { Desk } from './calls.js';
import { Farewell } from './farewell.js';
import { saveMethod } from './last-method.js';
import { Link } from './link.js';
import type { Client } from './options.js';
import { Past } from './past.js';
import { Reads } from './reads.js';
import { entryRecordOf, recordOf, saveRecord } from './record.js';
import { withoutReason } from './redirect.js';
import { Runner, isPatient } from './runner.js';
import { deadlineOf, minutesOf, viewOf } from './view.js';
import { type Surroundings, snapshotOf } from './snapshot.js';
import { type Wish, stepUp } from './step-up.js';
import type { AuthStore } from './store.js';

/** What works behind a store: it takes every event through the flows, carries out their calls, and shows the outcome. */
export class Engine {
  readonly reads = new Reads(() => this.#link.client());
  readonly #store: AuthStore;
  readonly #link: Link;
  readonly #runner: Runner;
  readonly #farewell: Farewell;
  #state: State = START;
  #around: Surroundings = { isInitialized: false, fromCache: false, online: true };
  /** What comes of the newest call. */
  #outcome: Promise<unknown> | undefined;

  constructor(store: AuthStore, client: Client | undefined) {
    this.#store = store;
    this.#farewell = new Farewell(store.options.publicToken);
    const end = () => void this.send({ type: 'logout', forceClear: true }).catch(() => undefined);
    const past = new Past(store, this.#farewell, end);
    this.#link = new Link(store.options, client, store.held, {
      news: (news, reason) => this.#take(news, reason),
      around: (part) => this.#surround(part),
      state: () => this.#state,
      moment: () => store.clock.moment,
      heard: (time) => store.clock.hear(time, { prompt: false }),
      left: end,
      isEnding: (session) => past.isEnding(session, this.#state.auth.status === 'loading'),
      isBusy: () => this.#runner.busy,
    });
    this.#runner = new Runner({
      options: store.options,
      desk: () => this.#desk(),
      turn: () => this.#state.turn,
      settle: (news) => this.#settle(news),
    });
    const shown = store.getSnapshot();
    this.#around = { ...this.#around, fromCache: shown.fromCache };
    this.#link.begin(shown);
  }

  /** Settles when the SDK is there, or is known not to come. */
  get ready(): Promise<Client> {
    return this.#link.client();
  }

  /** Whether anybody uses the store: only then anything is followed. */
  attend(isThere: boolean): void {
    if (isThere) this.#link.start();
    else this.#link.rest();
  }

  /** Looks at what has happened meanwhile. */
  catchUp(): void {
    this.#link.catchUp();
  }

  get canReturn(): boolean {
    const { auth } = this.#state;
    return auth.status === 'signed-in' && this.#link.vault.tokensOf(homeOf(auth)) !== undefined;
  }

  stepUp(want: Wish): Promise<Snapshot> {
    return stepUp(this.#store, want);
  }

  async send(intent: Intent): Promise<unknown> {
    while (this.#state.busy && isPatient(intent)) await this.#runner.idle;
    if (this.#state.auth.status === 'error') this.#link.retry();
    if (this.#state.busy && intent.type !== 'switch' && repeats(this.#state.busy, intent)) return this.#outcome;
    const before = this.#state.problem;
    const takeBack = intent.type === 'logout' ? this.#farewell.say(this.#state.auth) : undefined;
    const call = this.#take(intent, 'action');
    if (takeBack) call?.catch(() => this.#state.busy?.call === 'revoke' || takeBack());
    if (call) return intent.type === 'logout' ? call.then((outcome) => outcome ?? this.#outcome) : call;
    const { problem } = this.#state;
    if (problem && problem !== before) throw problem;
    return undefined;
  }

  async #desk(): Promise<Desk> {
    const client = await this.#link.client();
    this.#link.keep();
    const { options, presenters } = this.#store;
    const minutes = minutesOf(this.#state, this.#store.minutes, this.#store.clock.moment);
    const callbackUrl =
      this.#store.callbackUrl ?? (presenters.has('callback') ? withoutReason(location.href) : undefined);
    return { client, options, vault: this.#link.vault, minutes, callbackUrl };
  }

  #settle(news: News): void {
    const failure = news.type === 'failed' ? news.error.code : undefined;
    this.#link.keep();
    this.#around = { ...this.#around, online: failure !== 'offline' && failure !== 'timeout' };
    this.#hear(news);
    const isRevoked = failure === 'session-ended' && this.#state.auth.status === 'signed-in';
    void this.#take(news, isRevoked ? 'revoked' : 'action')?.catch(() => undefined);
    this.#link.changed('refresh');
  }

  /** Learns from an answer that brings a session what time it is with Stytch, and that what is shown then is no cached one. */
  #hear(news: News): void {
    if (news.type !== 'answered') return;
    const { member_session: session } = (news.value ?? {}) as Partial<Authentication>;
    if (!session) return;
    this.#store.clock.hear(session.last_accessed_at, { prompt: !news.late });
    if (!news.late && news.turn === this.#state.turn) this.#around = { ...this.#around, fromCache: false }; // else it is not shown
  }

  #take(event: Intent | News, reason: Reason): Promise<unknown> | undefined {
    const before = this.#state;
    const [state, call] = next(before, { ...event, ...this.#store.clock.moment });
    this.#state = state;
    if (before.busy && !state.busy && event.type === 'back') this.#runner.leave();
    if (state.auth !== before.auth) this.#moved(before, event.type !== 'resumed' && reason === 'action');
    this.#link.wake.at(deadlineOf(state.auth, this.#store.clock.moment));
    this.#show(reason);
    return call && (this.#outcome = this.#runner.run(call, state.turn));
  }

  /** What follows from being somewhere else: what is kept over a reload, what other tabs hear, when to look again. */
  #moved({ auth: before }: State, ours: boolean): void {
    const { auth, problem } = this.#state;
    if (auth.status === 'signed-in') this.#store.endedBy = this.#farewell.forgive(before, auth);
    else if (before.status === 'signed-in') this.#store.endedBy = this.#farewell.hear(before, problem);
    if (auth.status === 'loading') this.#link.changed('refresh'); // closed: whether it is ended, too, has to be seen to
    const record = auth.status === 'pending' ? recordOf(auth) : null;
    const kept = record ?? entryRecordOf(auth, Date.now());
    if (auth.status !== 'error') saveRecord(this.#store.options.publicToken, kept); // else it is for when the SDK is there
    if (ours && auth.status === 'signed-in') saveMethod(this.#store.options.publicToken, auth.session);
    const begun = record && !(before.status === 'pending' && isSamePending(before.pending, record.pending));
    if (ours && (begun || (before.status === 'pending' && auth.status === 'signed-out')))
      this.#link.halfWay.tell(record);
    this.#link.vault.follow(before, auth, { ours, mayReturn: hasIntermediateSession(this.#store.options) });
    const session = before.status === 'signed-in' ? before.session.member_session_id : null;
    if (auth.status !== 'signed-in' || auth.session.member_session_id !== session) this.#store.organizations.reset();
  }

  #surround(part: Partial<Surroundings>): void {
    this.#around = { ...this.#around, ...part };
    this.#show(this.#store.reason);
  }

  #show(reason: Reason): void {
    const snapshot = snapshotOf(this.#state, this.#around, this.#store.getSnapshot());
    this.#store.show(snapshot, viewOf(this.#state, this.#around.gone), reason);
  }
}
