import type { ReactiveController, ReactiveElement } from 'lit';
import type { AuthStore } from '../client/store.js';
import type { AuthController } from './auth-controller.js';

/** Joins something of an element to its store, for as long as it has that store. */
export class WithStore implements ReactiveController {
  readonly #auth: Pick<AuthController, 'store'>;
  readonly #join: (store: AuthStore) => () => void;
  #store: AuthStore | undefined;
  #leave: (() => void) | undefined;

  /** `join` returns what ends it. */
  constructor(host: ReactiveElement, auth: Pick<AuthController, 'store'>, join: (store: AuthStore) => () => void) {
    this.#auth = auth;
    this.#join = join;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#follow(this.#auth.store);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(store: AuthStore | undefined): void {
    if (store === this.#store) return;
    const leave = this.#leave;
    [this.#store, this.#leave] = [store, undefined]; // before anything that may have the host update at once
    leave?.();
    this.#leave = store && this.#join(store);
  }
}
