import { ContextConsumer } from '@lit/context';
import { type ReactiveElement, isServer } from 'lit';
import type { AuthStore } from '../../client/store.js';
import { type Theme, followPage, scopeContext } from '../../controllers/scope.js';

/** Finds the store of the nearest provider, or of the first of the page, as elements do; and never makes one. */
export class Onlooker {
  readonly #consumer: ContextConsumer<typeof scopeContext, ReactiveElement> | undefined;

  constructor(host: ReactiveElement) {
    if (isServer) return;
    followPage();
    const callback = () => host.requestUpdate();
    this.#consumer = new ContextConsumer(host, { context: scopeContext, subscribe: true, callback });
  }

  get store(): AuthStore | undefined {
    return this.#consumer?.value?.store;
  }

  get theme(): Theme {
    return this.#consumer?.value?.theme ?? 'auto';
  }
}
