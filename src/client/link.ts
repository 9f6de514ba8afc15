import type { News, State } from '../flows/flow.js';
import { isOver, sameSigned } from '../flows/session.js';
import type { Reason } from '../flows/types.js';
import { cachedSession, hasIntermediateSession } from './cache.js';
import { DEADLINE } from './deadline.js';
import { type Found, find } from './found.js';
import { loadClient } from './load-client.js';
import { type Client, type Options, mistakeIn } from './options.js';
import { afterPaint } from './paint.js';
import { toProblem } from './problem.js';
import { type Record, savedRecord } from './record.js';
import type { Surroundings } from './snapshot.js';
import { Tabs } from './tabs.js';
import { Vault } from './vault.js';
import { Wake } from './wake.js';

interface Owner {
  news(news: News, reason: Reason): unknown;
  around(part: Partial<Surroundings>): void;
  state(): State;
  /** True while a call of ours may be changing what the SDK holds. */
  isBusy(): boolean;
}

/** Milliseconds to wait for another tab's word before a session that vanished there counts as ended. */
const WORD = 300;

/** Everything that tells the store what it did not ask for: the cache, the SDK, other tabs, the clock, the network. */
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

  /** Shows what is known without the SDK, then fetches the SDK once that has been painted. */
  begin(): void {
    const mistake = this.#sdk ? undefined : mistakeIn(this.#options);
    if (mistake) {
      this.#client = Promise.reject(mistake);
      this.#client.catch(() => this.#owner.news({ type: 'broken', error: mistake }, 'load'));
      return;
    }
    this.#fromCache();
    this.#client = this.#sdk ? Promise.resolve(this.#sdk) : afterPaint().then(() => loadClient(this.#options));
    void this.#attach(this.#client);
  }

  client(): Promise<Client> {
    return this.#client!;
  }

  /** Tries again to load an SDK that did not come. */
  retry(): void {
    if (this.#sdk || mistakeIn(this.#options)) return;
    this.#client = loadClient(this.#options);
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

  #fromCache(): void {
    const signed = cachedSession(this.#options);
    const record = savedRecord(this.#options.publicToken, Date.now());
    const saving = record?.place.at === 'save-codes' && signed;
    if (record && (saving || !signed)) this.#owner.news({ type: 'resumed', ours: true, ...record }, 'load');
    else if (signed && !isOver(signed, Date.now())) {
      this.#owner.around({ fromCache: true });
      this.#owner.news({ type: 'found', signed, verified: false, reason: 'load' }, 'load');
    }
  }

  async #attach(loading: Promise<Client>): Promise<void> {
    try {
      const client = await loading;
      this.#sdk = client;
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

  /** Compares what the SDK holds with what is shown, and reports the difference. */
  #compare(): void {
    if (!this.#sdk || this.#owner.isBusy()) return;
    const found = find(this.#sdk);
    if (!found) return;
    const { auth, problem } = this.#owner.state();
    const reason = this.#reason;
    this.#reason = 'refresh';
    const signed = this.#holds(found) ? found.signed : null;
    if (signed) {
      this.vault.keep(this.#sdk);
      this.#owner.around({ fromCache: !found.verified, ...(found.verified && { online: true }) });
      if (found.verified && problem?.detail === 'unverified') this.#owner.news({ type: 'verified' }, reason);
      if (auth.status === 'signed-in' && sameSigned(auth, signed)) return;
      this.#owner.news({ type: 'found', signed, verified: found.verified, reason }, reason);
      return;
    }
    if (!found.verified && auth.status === 'signed-in' && found.signed === null) return;
    const why =
      reason === 'refresh' && auth.status === 'signed-in' ? (isOver(auth, Date.now()) ? 'expired' : 'revoked') : reason;
    const verified = found.verified || found.signed !== null;
    this.#owner.news({ type: 'found', signed: null, verified, reason: why }, why);
  }

  /** Whether the SDK's session can still be used: not over, and its cookies, where they were readable, still there. */
  #holds({ signed }: Found): boolean {
    if (!signed || isOver(signed, Date.now())) return false;
    const { organization_id, organization_name } = signed.organization;
    const home = { organization_id, organization_name, member_session_id: signed.session.member_session_id };
    return !this.vault.tokensOf(home) || this.#sdk?.session.getTokens() !== null;
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
