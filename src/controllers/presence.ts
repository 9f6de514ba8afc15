import type { ReactiveController, ReactiveElement } from 'lit';
import type { Duty } from '../client/presenters.js';
import type { AuthStore } from '../client/store.js';

/** Tells the store that its host presents a duty, so that nobody else opens a prompt for it. */
export class Presence implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #duty: Duty;
  readonly #store: () => AuthStore | undefined;
  #at: AuthStore | undefined;
  #leave: (() => void) | undefined;

  /** `store` answers with nothing while the host does not present on its own account. */
  constructor(host: ReactiveElement, duty: Duty, store: () => AuthStore | undefined) {
    this.#host = host;
    this.#duty = duty;
    this.#store = store;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#enter(this.#host.isConnected ? this.#store() : undefined);
  }

  hostDisconnected(): void {
    this.#enter(undefined);
  }

  #enter(store: AuthStore | undefined): void {
    if (store === this.#at) return;
    this.#leave?.();
    this.#at = store;
    this.#leave = store?.presenters.add({ duty: this.#duty, host: this.#host, dedicated: true });
  }
}
