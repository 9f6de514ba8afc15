import { storedSession } from './cache.js';
import { DEADLINE, withDeadline } from './deadline.js';
import type { Owner } from './mirror.js';
import type { Client } from './options.js';
import { Timer } from './timer.js';
import type { Vault } from './vault.js';

/** Milliseconds between two tries to have tokens confirmed that were put back. */
const AGAIN = 5_000;

interface Needs {
  readonly publicToken: string;
  readonly owner: Owner;
  readonly vault: Vault;
  /** Has the SDK looked at once more. */
  changed(): void;
}

/** Has the API confirm what the SDK holds, where that is in doubt; by itself only between `start` and `stop`. */
export class Doubt {
  readonly #needs: Needs;
  readonly #again = new Timer(() => this.verify());
  readonly #late = new Timer(() => this.#stillUnverified());
  #sdk: Client | undefined;
  #isOn = false;
  #since = 0;
  #isSaid = false;
  #hasMissed = false;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** The SDK is there, and asks by itself. */
  attach(sdk: Client): void {
    this.#sdk = sdk;
    this.#since = Date.now();
  }

  start(): void {
    this.#isOn = true;
    if (this.#sdk?.session.getInfo().fromCache) this.#late.set(Math.max(0, this.#since + DEADLINE - Date.now()));
  }

  stop(): void {
    this.#isOn = false;
    this.#again.clear();
    this.#late.clear();
  }

  /** Asks in a while. */
  linger(): void {
    if (this.#isOn) this.#again.set(AGAIN);
  }

  /** Whether others have changed the session unheard, so that what the SDK holds counts for nothing until it has asked. */
  get hasMissed(): boolean {
    return this.#hasMissed;
  }

  /** Says that there was no answer in time, once, should nobody have waited for it. */
  lookBack(): void {
    if (this.#sdk && !this.#isSaid && Date.now() >= this.#since + DEADLINE) this.#stillUnverified();
  }

  verify(): void {
    const { owner, vault } = this.#needs;
    if (!this.#sdk) return;
    const isWanted = vault.remind(this.#sdk) || this.#hasMissed || owner.state().auth.status === 'signed-in';
    if (isWanted && !owner.isBusy()) void this.#ask(this.#sdk);
    else if (this.#hasMissed) this.linger();
  }

  /** Asks where others have changed the session unheard, as in the back/forward cache: nobody is shown until there is an answer. */
  compareWithStorage(): void {
    const { owner, publicToken } = this.#needs;
    const { auth } = owner.state();
    const shown = auth.status === 'signed-in' ? auth.session.member_session_id : null;
    const held = this.#sdk?.session.getSync()?.member_session_id ?? null;
    const stored = storedSession(publicToken);
    const isOther = stored !== undefined && stored !== held && stored !== shown;
    if (this.#sdk && isOther && shown) {
      this.#hasMissed = true;
      owner.news({ type: 'missed' }, 'other-tab');
    }
    if (isOther || this.#hasMissed) this.verify();
  }

  /** The outcome is news of the SDK's own; a session that is left of what others have changed was not asked about. */
  async #ask(sdk: Client): Promise<void> {
    const isAnswered = await withDeadline(sdk.session.authenticate()).then(
      () => true,
      () => !sdk.session.getSync(),
    );
    if (isAnswered) this.#hasMissed = false;
    if (this.#hasMissed) this.#needs.owner.news({ type: 'unverified' }, 'refresh');
    if (this.#hasMissed) this.linger();
    this.#needs.changed();
  }

  #stillUnverified(): void {
    const { owner } = this.#needs;
    const { status } = owner.state().auth;
    if (!this.#sdk?.session.getInfo().fromCache || (status !== 'signed-in' && status !== 'loading')) return;
    this.#isSaid = true;
    owner.around({ online: false });
    owner.news({ type: 'unverified' }, 'refresh');
  }
}
