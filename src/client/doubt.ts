import { storedSession } from './cache.js';
import { DEADLINE } from './deadline.js';
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

  /** Says that there was no answer in time, once, should nobody have waited for it. */
  lookBack(): void {
    if (this.#sdk && !this.#isSaid && Date.now() >= this.#since + DEADLINE) this.#stillUnverified();
  }

  verify(): void {
    const { owner, vault, changed } = this.#needs;
    if (!this.#sdk || owner.isBusy()) return;
    if (!vault.remind(this.#sdk) && owner.state().auth.status !== 'signed-in') return;
    const asked = this.#sdk.session.authenticate().catch(() => undefined); // its outcome is news of the SDK's own
    void asked.then(changed);
  }

  /** Asks where the SDK has missed what other tabs did: in the back/forward cache it hears nothing. */
  compareWithStorage(): void {
    const held = this.#sdk?.session.getSync()?.member_session_id ?? null;
    const stored = storedSession(this.#needs.publicToken);
    if (stored === undefined || stored === held) return;
    this.#needs.owner.around({ fromCache: true });
    this.verify();
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
