import type { AuthStore } from '../client/store.js';
import { followScope } from '../controllers/scope.js';

/** Where hooks find their store: it may come, go, and be another one later. */
export class Source {
  readonly #listeners = new Set<() => void>();
  readonly #isPage: boolean;
  #store: AuthStore | undefined;
  #leave: (() => void) | undefined;

  /** With `isPage`, that of the document's first provider, for as long as anybody listens. */
  constructor(isPage = false) {
    this.#isPage = isPage;
  }

  readonly store = (): AuthStore | undefined => this.#store;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#isPage && !this.#leave) this.follow(document.documentElement);
    return () => {
      this.#listeners.delete(listener);
      if (this.#isPage && !this.#listeners.size) this.follow(null);
    };
  };

  /** For `ref`: the provider that decides. */
  readonly follow = (provider: Element | null): void => {
    this.#leave?.();
    this.#leave = provider ? followScope(provider, (scope) => this.#set(scope?.store)) : undefined;
    if (!provider) this.#set(undefined);
  };

  #set(store: AuthStore | undefined): void {
    if (store === this.#store) return;
    this.#store = store;
    for (const listener of this.#listeners) listener();
  }
}
