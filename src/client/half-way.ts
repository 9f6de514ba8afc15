import type { Reason, Snapshot } from '../flows/types.js';
import { hasIntermediateSession } from './cache.js';
import type { Owner } from './mirror.js';
import type { Client, Options } from './options.js';
import { type Record, recordOf, savedRecord } from './record.js';
import { Tabs } from './tabs.js';

const NOBODY = { session: null, member: null, organization: null };

interface Needs {
  readonly options: Options;
  readonly owner: Owner;
  /** The SDK, once it is there. */
  sdk(): Client | undefined;
  /** Another tab has changed what the SDK holds. */
  changed(): void;
}

/** What somebody has half finished: here, before a reload, or in another tab. */
export class HalfWay {
  readonly #needs: Needs;
  readonly #tabs: Tabs;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#tabs = new Tabs(needs.options.publicToken, {
      session: needs.changed,
      pending: (record) => this.#pendingElsewhere(record),
      asked: () => this.#asked(),
    });
  }

  /** Follows the other tabs; what they have told meanwhile they tell `again`. */
  start(again: boolean): void {
    this.#tabs.start();
    if (again) this.#tabs.ask();
  }

  stop(): void {
    this.#tabs.stop();
  }

  tell(record: Record | null): void {
    this.#tabs.tell(record);
  }

  /** Goes on from what is shown from the cache, or from before a reload. */
  resume(shown: Pick<Snapshot, 'session' | 'member' | 'organization'> = NOBODY): void {
    const { session, member, organization } = shown;
    const { options, owner } = this.#needs;
    const signed = session && member && organization && { session, member, organization };
    const record = savedRecord(options.publicToken, Date.now());
    const isEntry = record !== null && 'entry' in record;
    if (record && !isEntry && (!signed || record.place.at === 'save-codes'))
      owner.news({ type: 'resumed', ours: true, ...record }, 'load');
    else if (signed) owner.news({ type: 'found', signed, verified: false, reason: 'load' }, 'load');
    else if (isEntry) owner.news({ type: 'begun', entry: record.entry }, 'load');
  }

  /** Nobody is half-way without what they would go on with. */
  dropGone(reason: Reason): void {
    const { options, owner, sdk } = this.#needs;
    const { auth } = owner.state();
    if (auth.status !== 'pending' || auth.place.at === 'save-codes' || owner.isBusy()) return;
    const isKept = hasIntermediateSession(options) || sdk()?.session.getTokens();
    if (!isKept) owner.news({ type: 'abandoned' }, reason);
  }

  #pendingElsewhere(record: Record | null): void {
    this.#needs.owner.news(record ? { type: 'resumed', ours: false, ...record } : { type: 'abandoned' }, 'other-tab');
  }

  /** Nothing is half-finished any more where a session has come meanwhile. */
  #asked(): void {
    const { owner, sdk } = this.#needs;
    const { auth } = owner.state();
    if (auth.status === 'pending' && !sdk()?.session.getSync()) this.tell(recordOf(auth));
  }
}
