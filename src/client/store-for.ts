import type { Client, Options } from './options.js';
import { AuthStore } from './store.js';

interface Registry {
  readonly byToken: Map<string, AuthStore>;
  readonly byClient: WeakMap<object, AuthStore>;
}

const KEY = Symbol.for('stytch-elements.stores.1');

/** The page's one store of a public token; the options of whoever asks first hold, as in the SDK. */
export function storeFor(options: Options): AuthStore {
  const { byToken } = registry();
  const key = options.publicToken;
  const store = byToken.get(key) ?? new AuthStore(options);
  byToken.set(key, store);
  return store;
}

/** The page's one store of a client that the host page has made itself. */
export function storeForClient(client: Client): AuthStore {
  const { byClient } = registry();
  const store =
    byClient.get(client) ?? new AuthStore({ publicToken: publicTokenOf(client), unknownCookies: true }, client);
  byClient.set(client, store);
  return store;
}

function registry(): Registry {
  const page = globalThis as { [KEY]?: Registry };
  return (page[KEY] ??= { byToken: new Map(), byClient: new WeakMap() });
}

/** The SDK keeps it under a symbol of its own, undocumented; without it, caches of two clients would share a name. */
function publicTokenOf(client: Client): string {
  const internals = (client as unknown as Record<symbol, { publicToken?: string } | undefined>)[
    Symbol.for('stytch__internal_b2b')
  ];
  return internals?.publicToken ?? 'client';
}
