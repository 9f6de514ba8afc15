import type { Reason, Snapshot } from '../flows/types.js';
import { hasIntermediateSession } from './cache.js';
import { DEADLINE } from './deadline.js';
import type { Held } from './held.js';
import { loadClient } from './load-client.js';
import { type Owner, compare } from './mirror.js';
import { type Client, type Options, mistakeIn } from './options.js';
import { toProblem } from './problem.js';
import { type Record, savedRecord } from './record.js';
import { Tabs } from './tabs.js';
import { Vault } from './vault.js';
import { Wake } from './wake.js';

/** Milliseconds to wait for word of another tab, or of the page, before a session that gave way counts as ended. */
const WORD = 1_000;

/** Milliseconds between two tries to have tokens confirmed that were put back. */
const AGAIN = 5_000;

const NOBODY = { session: null, member: null, organization: null };

/** Everything that tells the engine what it did not ask for: the cache, the SDK, other tabs, the clock, the network. */
export class Link {
  readonly vault: Vault;
  readonly #options: Options;
  readonly #owner: Owner;
  readonly #tabs: Tabs;
  readonly #wake: Wake;
  #client: Promise<Client> | undefined;
  #sdk: Client | undefined;
  #sync: ReturnType<typeof setTimeout> | undefined;
  #reason: Reason = 'load';
  #notBefore = 0;
  #goneSince: number | undefined;
  #isLoading = false;
  #isAttached = false;

  constructor(options: Options, client: Client | undefined, held: Held, owner: Owner) {
    this.vault = new Vault(held, options.publicToken);
    [this.#options, this.#owner] = [options, owner];
    this.#sdk = client;
    held.renew = () => owner.isBusy() || this.keep();
    this.#tabs = new Tabs(options.publicToken, {
      session: () => this.changed('other-tab'),
      pending: (record) => this.#pendingElsewhere(record),
    });
    this.#wake = new Wake(() => this.#look(), {
      restored: () => this.#restored(),
      online: (online) => this.#online(online),
    });
  }

  /** Goes on from what is shown from the cache, or from before a reload, and fetches the SDK. */
  begin(shown: Snapshot): void {
    this.#resume(shown);
    this.retry();
  }

  client(): Promise<Client> {
    return this.#client!;
  }

  /** Loads the SDK, also when it did not come before. */
  retry(): void {
    if (this.#isAttached || this.#isLoading) return;
    this.#isLoading = true;
    const mistake = this.#sdk ? undefined : mistakeIn(this.#options);
    const given = this.#sdk && Promise.resolve(this.#sdk);
    this.#client = mistake ? Promise.reject(mistake) : (given ?? loadClient(this.#options));
    void this.#attach(this.#client);
  }

  /** Keeps the tokens that the SDK holds now. */
  keep(): void {
    if (this.#sdk) this.vault.keep(this.#sdk);
  }

  tell(record: Record | null): void {
    this.#tabs.tell(record);
  }

  wakeAt(deadline: number | undefined): void {
    this.#wake.at(deadline);
  }

  /** The SDK has changed: looks at it when the call that may have done so has been answered. */
  changed(reason: Reason): void {
    if (reason !== 'refresh') this.#reason = reason;
    clearTimeout(this.#sync);
    this.#sync = setTimeout(() => this.#compare(), Math.max(0, this.#notBefore - Date.now()));
  }

  #resume({ session, member, organization }: Pick<Snapshot, 'session' | 'member' | 'organization'>): void {
    const signed = session && member && organization && { session, member, organization };
    const record = savedRecord(this.#options.publicToken, Date.now());
    const isEntry = record !== null && 'entry' in record;
    if (record && !isEntry && (!signed || record.place.at === 'save-codes'))
      this.#owner.news({ type: 'resumed', ours: true, ...record }, 'load');
    else if (signed) this.#owner.news({ type: 'found', signed, verified: false, reason: 'load' }, 'load');
    else if (isEntry) this.#owner.news({ type: 'begun', entry: record.entry }, 'load');
  }

  async #attach(loading: Promise<Client>): Promise<void> {
    try {
      const client = (this.#sdk = await loading);
      this.#isAttached = true;
      client.onStateChange(() => this.changed('refresh'));
      this.#owner.around({ isInitialized: true });
      if (this.#owner.state().auth.status === 'error') this.#resume(NOBODY); // it did not come the first time
      const { auth } = this.#owner.state();
      const kept = hasIntermediateSession(this.#options) || client.session.getTokens();
      const gone = auth.status === 'pending' && !kept;
      if (gone && auth.place.at !== 'save-codes') this.#owner.news({ type: 'abandoned' }, 'load');
      this.#compare();
      setTimeout(() => this.#stillUnverified(client), DEADLINE);
    } catch (thrown) {
      this.#isLoading = false;
      this.#owner.news({ type: 'broken', error: toProblem(thrown) }, 'load');
    }
  }

  #compare(): void {
    const reason = this.#reason;
    if (!this.#sdk || this.#owner.isBusy() || this.#isGivingWay(this.#sdk)) return;
    this.#reason = 'refresh';
    const isUnconfirmed = compare(this.#sdk, this.vault, this.#owner, reason);
    if (isUnconfirmed) setTimeout(() => this.#verify(), AGAIN);
  }

  /** A session that gives way to an intermediate one has not ended: whoever did that is about to say what it is for. */
  #isGivingWay(client: Client): boolean {
    const isGone = this.#owner.state().auth.status === 'signed-in' && client.session.getSync() === null;
    if (!isGone || !hasIntermediateSession(this.#options)) {
      this.#goneSince = undefined;
      return false;
    }
    this.#goneSince ??= Date.now();
    if (Date.now() - this.#goneSince >= WORD) return false;
    this.#notBefore = this.#goneSince + WORD;
    this.changed('refresh');
    return true;
  }

  #pendingElsewhere(record: Record | null): void {
    this.#owner.news(record ? { type: 'resumed', ours: false, ...record } : { type: 'abandoned' }, 'other-tab');
  }

  #look(): void {
    this.#owner.news({ type: 'tick' }, 'expired');
    this.#compare();
  }

  /** Back from the back/forward cache, where no news arrives: everything is looked at again, the API included. */
  #restored(): void {
    this.changed('other-tab');
    this.#look();
    this.#verify();
  }

  #online(online: boolean): void {
    this.#owner.around({ online });
    if (!online) return;
    this.retry();
    this.#look();
    this.#verify();
  }

  #verify(): void {
    if (!this.#sdk || this.#owner.isBusy()) return;
    if (!this.vault.remind(this.#sdk) && this.#owner.state().auth.status !== 'signed-in') return;
    const asked = this.#sdk.session.authenticate().catch(() => undefined); // its outcome is news of the SDK's own
    void asked.then(() => this.changed('refresh'));
  }

  #stillUnverified(client: Client): void {
    const { status } = this.#owner.state().auth;
    if (!client.session.getInfo().fromCache || (status !== 'signed-in' && status !== 'loading')) return;
    this.#owner.around({ online: false });
    this.#owner.news({ type: 'unverified' }, 'refresh');
  }
}
