import type { Reason, Snapshot } from '../flows/types.js';
import { hasIntermediateSession } from './cache.js';
import { DEADLINE } from './deadline.js';
import { loadClient } from './load-client.js';
import { type Owner, compare } from './mirror.js';
import { type Client, type Options, mistakeIn } from './options.js';
import { toProblem } from './problem.js';
import { type Record, savedRecord } from './record.js';
import { Tabs } from './tabs.js';
import { Vault } from './vault.js';
import { Wake } from './wake.js';

/** Milliseconds to wait for another tab's word before a session that vanished there counts as ended. */
const WORD = 300;

/** Everything that tells the engine what it did not ask for: the cache, the SDK, other tabs, the clock, the network. */
export class Link {
  readonly vault = new Vault();
  readonly #options: Options;
  readonly #owner: Owner;
  readonly #tabs: Tabs;
  readonly #wake: Wake;
  #client: Promise<Client> | undefined;
  #sdk: Client | undefined;
  #sync: ReturnType<typeof setTimeout> | undefined;
  #reason: Reason = 'load';
  #notBefore = 0;

  constructor(options: Options, client: Client | undefined, owner: Owner) {
    this.#options = options;
    this.#owner = owner;
    this.#sdk = client;
    this.#tabs = new Tabs(options.publicToken, {
      session: (ended) => this.#changedElsewhere(ended),
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

  #resume({ session, member, organization }: Snapshot): void {
    const signed = session && member && organization && { session, member, organization };
    const record = savedRecord(this.#options.publicToken, Date.now());
    const goesOn = record && (!signed || record.place.at === 'save-codes');
    if (goesOn) this.#owner.news({ type: 'resumed', ours: true, ...record }, 'load');
    else if (signed) {
      this.#owner.around({ fromCache: true });
      this.#owner.news({ type: 'found', signed, verified: false, reason: 'load' }, 'load');
    }
  }

  async #attach(loading: Promise<Client>): Promise<void> {
    try {
      const client = (this.#sdk = await loading);
      client.onStateChange(() => this.changed('refresh'));
      this.#owner.around({ isInitialized: true });
      const { auth } = this.#owner.state();
      const gone = auth.status === 'pending' && !hasIntermediateSession(this.#options);
      if (gone && auth.place.at !== 'save-codes') this.#owner.news({ type: 'abandoned' }, 'load');
      this.#compare();
      setTimeout(() => this.#stillUnverified(client), DEADLINE);
    } catch (thrown) {
      this.#owner.news({ type: 'broken', error: toProblem(thrown) }, 'load');
    }
  }

  #compare(): void {
    const reason = this.#reason;
    if (!this.#sdk || this.#owner.isBusy()) return;
    this.#reason = 'refresh';
    compare(this.#sdk, this.vault, this.#owner, reason);
  }

  /** A session that gives way to an intermediate one has not ended: its tab is about to tell what it waits for. */
  #changedElsewhere(ended: boolean): void {
    if (ended && hasIntermediateSession(this.#options)) this.#notBefore = Date.now() + WORD;
    this.changed('other-tab');
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
    this.#look();
    this.#verify();
  }

  #verify(): void {
    if (this.#owner.state().auth.status !== 'signed-in' || this.#owner.isBusy()) return;
    this.#sdk?.session.authenticate().catch(() => undefined); // its outcome arrives as the SDK's own news
  }

  #stillUnverified(client: Client): void {
    if (!client.session.getInfo().fromCache || this.#owner.state().auth.status !== 'signed-in') return;
    this.#owner.around({ online: false });
    this.#owner.news({ type: 'unverified' }, 'refresh');
  }
}
