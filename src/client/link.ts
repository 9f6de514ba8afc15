import type { Reason, Snapshot } from '../flows/types.js';
import { Doubt } from './doubt.js';
import { GivingWay } from './giving-way.js';
import { HalfWay } from './half-way.js';
import type { Held } from './held.js';
import { loadClient } from './load-client.js';
import { type Owner, compare } from './mirror.js';
import { type Client, type Options, mistakeIn } from './options.js';
import { toProblem } from './problem.js';
import { Timer } from './timer.js';
import { Vault } from './vault.js';
import { Wake } from './wake.js';

/**
 * Everything that tells the engine what it did not ask for: the cache, the SDK, other tabs, the clock, the network. It
 * does so between `start` and `rest`; otherwise nothing ticks and nothing listens.
 */
export class Link {
  readonly vault: Vault;
  readonly wake: Wake;
  readonly halfWay: HalfWay;
  readonly #options: Options;
  readonly #owner: Owner;
  readonly #sync = new Timer(() => this.#compare());
  readonly #doubt: Doubt;
  readonly #givingWay: GivingWay;
  #client: Promise<Client> | undefined;
  #sdk: Client | undefined;
  #reason: Reason = 'load';
  #notBefore = 0;
  #isLoading = false;
  #isAttached = false;
  #isOn = false;
  #isLooking = false;
  #unfollow: (() => void) | undefined;

  constructor(options: Options, client: Client | undefined, held: Held, owner: Owner) {
    this.vault = new Vault(held, options.publicToken);
    [this.#options, this.#owner] = [options, owner];
    this.#sdk = client;
    this.#givingWay = new GivingWay(options, (gone) => owner.around({ gone }));
    const { publicToken } = options;
    this.#doubt = new Doubt({ publicToken, owner, vault: this.vault, changed: () => this.changed('refresh') });
    held.renew = () => owner.isBusy() || this.keep();
    this.halfWay = new HalfWay({ options, owner, sdk: () => this.#sdk, changed: () => this.changed('other-tab') });
    this.wake = new Wake(() => this.#look(), {
      frozen: () => this.halfWay.stop(),
      restored: () => this.#restored(),
      online: (online) => this.#online(online),
    });
  }

  /** Goes on from what is shown from the cache, or from before a reload, and fetches the SDK. */
  begin(shown: Snapshot): void {
    this.halfWay.resume(shown);
    this.retry();
  }

  /** Follows what happens; what was missed since `rest` is made up for before anybody sees anything. */
  start(): void {
    const hasRested = this.#unfollow !== undefined;
    this.#isOn = true;
    if (this.#isAttached) this.#follow(this.#sdk!);
    this.halfWay.start(hasRested);
    this.catchUp();
    this.wake.start();
    if (!hasRested) return;
    if (this.#notBefore > Date.now()) this.#owner.around({ fromCache: true }); // until there is word of it
    this.#doubt.compareWithStorage();
  }

  /** Nobody wants to know any more. */
  rest(): void {
    this.#isOn = false;
    this.wake.stop();
    this.halfWay.stop();
    this.#unfollow?.();
    this.#sync.clear();
    this.#doubt.stop();
  }

  /** Looks at what may have happened without a word. */
  catchUp(): void {
    if (this.#isLooking) return; // what is found may be what has somebody look
    this.#isLooking = true;
    if (this.#isAttached) {
      this.#reason = 'other-tab';
      this.halfWay.dropGone('other-tab');
    }
    this.#look();
    this.#doubt.lookBack();
    this.#isLooking = false;
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

  /** The SDK has changed: looks at it when the call that may have done so has been answered. */
  changed(reason: Reason): void {
    if (reason !== 'refresh') this.#reason = reason;
    this.#sync.clear();
    if (this.#isOn) this.#sync.set(Math.max(0, this.#notBefore - Date.now()));
  }

  async #attach(loading: Promise<Client>): Promise<void> {
    try {
      const client = (this.#sdk = await loading);
      this.#isAttached = true;
      this.#doubt.attach(client);
      this.#owner.around({ isInitialized: true });
      if (this.#owner.state().auth.status === 'error') this.halfWay.resume(); // it did not come the first time
      this.halfWay.dropGone('load');
      this.#compare();
      if (this.#isOn) this.#follow(client);
    } catch (thrown) {
      this.#isLoading = false;
      this.#owner.news({ type: 'broken', error: toProblem(thrown) }, 'load');
    }
  }

  #follow(client: Client): void {
    this.#unfollow = client.onStateChange(() => this.changed('refresh'));
    this.#doubt.start();
  }

  #compare(): void {
    const reason = this.#reason;
    if (!this.#sdk || this.wake.isFrozen || this.#doubt.hasMissed || this.#owner.isBusy()) return;
    this.#notBefore = this.#givingWay.until(this.#owner.state().auth, this.#sdk) ?? 0;
    if (this.#notBefore > 0) return this.changed('refresh');
    this.#reason = 'refresh';
    const isUnconfirmed = compare(this.#sdk, this.vault, this.#owner, reason);
    this.#givingWay.over();
    if (isUnconfirmed) this.#doubt.linger();
  }

  #look(): void {
    if (this.wake.isFrozen) return; // what is over is for those who know what others have done meanwhile
    this.#owner.news({ type: 'tick' }, 'expired');
    this.#compare();
  }

  /** Back from the back/forward cache, where no news arrives: everything is looked at again, the API included. */
  #restored(): void {
    this.halfWay.start(true);
    this.halfWay.resume();
    this.catchUp();
    this.#doubt.compareWithStorage();
    if (!this.#doubt.hasMissed) this.#doubt.verify();
  }

  #online(online: boolean): void {
    this.#owner.around({ online });
    if (!online) return;
    this.retry();
    this.#look();
    this.#doubt.verify();
  }
}
