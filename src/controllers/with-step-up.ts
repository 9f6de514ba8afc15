import { isServer } from 'lit';
import { wrapFetch } from '../client/repeat.js';
import type { AuthStore } from '../client/store.js';
import { pageStore } from './scope.js';

/**
 * Wraps a `fetch` so that a server may ask for a fresher factor (RFC 9470): the member proves one in place, and the
 * request is sent once more. Where the session's JWT goes along, let `fetch` add it: it is a new one by then. `store`
 * is that of the document's first provider, unless one is given; without either, as on a server, the 401 is handed on.
 */
export function withStepUp(fetch: typeof globalThis.fetch, store?: AuthStore): typeof globalThis.fetch {
  return wrapFetch(fetch, () => store ?? (isServer ? undefined : pageStore()));
}
