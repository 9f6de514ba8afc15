import { answered } from '../../client/step-up.js';
import type { View } from '../../client/nowhere.js';
import type { AuthStore } from '../../client/store.js';
import { StytchElementsError } from '../../flows/errors.js';
import type { Want } from '../../flows/flow.js';

/** What is asked for by a gate of each store: by one gate at a time, the one that was used last. */
const underWay = new WeakMap<AuthStore, Inquiry>();

/** Whether a gate of the store asks for something. */
export function isAsking(store: AuthStore): boolean {
  return underWay.has(store);
}

/** The questions of one gate, one after the other. */
export class Inquiry {
  /** The store that it is about, while it is under way. */
  store: AuthStore | undefined;
  readonly #present: (store: AuthStore) => Promise<unknown>;
  #asked = Promise.resolve();
  #want: Want | undefined;
  #calledOff = new AbortController();

  /** `present` has the gate ready to show questions. */
  constructor(present: (store: AuthStore) => Promise<unknown>) {
    this.#present = present;
  }

  /** Has everything proved that is wanted; rejects when that does not succeed. */
  ask(store: AuthStore, wants: readonly Want[]): Promise<void> {
    return (this.#asked = this.#ask(store, wants));
  }

  /** Ends its question, and asks no more; recovery codes that are to be kept stay where they are. */
  callOff(): void {
    this.#calledOff.abort();
  }

  /** Whether the question that is open is one of these. */
  isOpen({ wanted }: View): boolean {
    const [own, open] = [this.#want, wanted?.want];
    return !!own && !!open && own.maxAge === open.maxAge && own.factor === open.factor && !own.mfa === !open.mfa;
  }

  async #ask(store: AuthStore, wants: readonly Want[]): Promise<void> {
    const { signal } = (this.#calledOff = new AbortController());
    for (let other = underWay.get(store); other; other = underWay.get(store)) await other.#giveWay();
    underWay.set((this.store = store), this);
    try {
      await this.#present(store);
      if (wants.length === 0) throw new StytchElementsError('misconfigured');
      for (const want of wants) await this.#prove(store, want, signal);
    } finally {
      this.store = this.#want = undefined;
      underWay.delete(store);
    }
  }

  async #prove(store: AuthStore, want: Want, signal: AbortSignal): Promise<void> {
    await answered(store); // what the page asks comes first
    if (!signal.aborted) await store.stepUp({ ...(this.#want = want), signal });
  }

  async #giveWay(): Promise<void> {
    this.callOff();
    await this.#asked.catch(() => undefined);
  }
}
