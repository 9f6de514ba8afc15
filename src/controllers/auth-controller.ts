import { ContextConsumer } from '@lit/context';
import { isServer, type ReactiveController, type ReactiveElement } from 'lit';
import type { StytchElementsError } from '../flows/errors.js';
import type { Intent } from '../flows/flow.js';
import type { Snapshot } from '../flows/types.js';
import type { Client } from '../client/options.js';
import { EMPTY } from '../client/snapshot.js';
import { storeForClient } from '../client/store-for.js';
import { NOWHERE, type View } from '../client/nowhere.js';
import type { AuthStore } from '../client/store.js';
import { announce } from './events.js';
import { Hydration } from './hydration.js';
import { type Scope, followPage, scopeContext } from './scope.js';

const NO_SCOPE: Partial<Scope> = {};

/** An element that may have a client of its own; `hurry` is called for a change that it may want to show in the same task. */
export type Host = ReactiveElement & { client?: Client | undefined; hurry?(): void };

/**
 * Joins an element to its store: that of its own `client`, else of the nearest provider, else of the first provider of
 * the document. Read `snapshot` and `view` in `render()`, call `send()` in handlers.
 */
export class AuthController implements ReactiveController {
  snapshot: Snapshot = EMPTY;
  /** What the provider says; an element with a client of its own may have none. */
  scope: Partial<Scope> = NO_SCOPE;
  readonly #host: Host;
  readonly #hydration: Hydration;
  readonly #consumer: ContextConsumer<typeof scopeContext, Host> | undefined;
  #store: AuthStore | undefined;
  #client: Client | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#hydration = new Hydration(host, () => this.#follow());
    host.addController(this);
    if (isServer) return;
    followPage();
    const callback = () => this.#follow();
    this.#consumer = new ContextConsumer(host, { context: scopeContext, subscribe: true, callback });
  }

  get view(): View {
    return this.#store?.view ?? NOWHERE;
  }

  get store(): AuthStore | undefined {
    return this.#store;
  }

  /** Whether the element is still to take over what a server has rendered. */
  get isHydrating(): boolean {
    return this.#hydration.isOn;
  }

  /** Asks for something; what goes wrong is announced by the element and is in the snapshot, nothing is thrown. */
  async send(intent: Intent): Promise<boolean> {
    try {
      await this.#store?.send(intent);
      return true;
    } catch (error) {
      announce(this.#host, 'stytch-error', { error: error as StytchElementsError });
      return false;
    }
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    if (this.#host.client !== this.#client) this.#follow();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #follow(): void {
    if (isServer || this.#hydration.isOn || !this.#host.isConnected) return;
    const { client } = this.#host;
    this.#client = client;
    this.scope = this.#consumer?.value ?? NO_SCOPE;
    const store = client ? storeForClient(client) : this.scope.store;
    if (store !== this.#store) {
      this.#leave();
      this.#store = store;
    }
    this.#unwatch ??= store?.watch(this.#changed); // first: it may find what nobody has followed
    this.snapshot = store?.getSnapshot() ?? EMPTY;
    if (!this.#host.isUpdatePending) this.#host.requestUpdate();
  }

  readonly #changed = (snapshot: Snapshot): void => {
    this.snapshot = snapshot;
    this.#host.requestUpdate();
    this.#host.hurry?.();
  };

  #leave(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#store = undefined;
  }
}
