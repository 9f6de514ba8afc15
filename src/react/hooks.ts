import { isServer } from 'lit';
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Client } from '../client/options.js';
import { EMPTY } from '../client/snapshot.js';
import { storeForClient } from '../client/store-for.js';
import type { AuthStore } from '../client/store.js';
import type { Snapshot } from '../flows/types.js';
import { Source } from './source.js';

/** What hooks may be told to follow: a store, or an SDK client of your own. */
export type Origin = AuthStore | Client;

const page = new Source(true);
const nothing = () => undefined;
const empty = () => EMPTY;

/** The source of the nearest `StytchProvider`; without one, the document's first `<stytch-provider>` counts. */
export const Nearest = createContext<Source>(page);

/**
 * The store of the nearest `StytchProvider`, else of the document's first provider, or of `from`. Undefined on a server
 * and until the provider is there.
 */
export function useStytchStore(from?: Origin): AuthStore | undefined {
  const { subscribe, store } = useContext(Nearest);
  const found = useSyncExternalStore(subscribe, store, nothing);
  if (!from || isServer) return found;
  return 'getSnapshot' in from ? from : storeForClient(from);
}

/** The snapshot of now; renders again with each change. */
export function useStytchSnapshot(from?: Origin): Snapshot {
  const store = useStytchStore(from);
  const subscribe = useCallback((listener: () => void) => store?.subscribe(listener) ?? nothing, [store]);
  return useSyncExternalStore(subscribe, store?.getSnapshot ?? empty, empty);
}

/** The session, or null; `isInitialized` says whether that is known, `fromCache` whether it is still being verified. */
export function useStytchSession(from?: Origin) {
  return usePart('session', from);
}

/** The member who is signed in, or null; see `useStytchSession`. */
export function useStytchMember(from?: Origin) {
  return usePart('member', from);
}

/** The organization of the session, or null; see `useStytchSession`. */
export function useStytchOrganization(from?: Origin) {
  return usePart('organization', from);
}

/** As Stytch's own hooks return it; the same object while nothing in it changes. */
function usePart<Part extends 'session' | 'member' | 'organization'>(
  part: Part,
  from?: Origin,
): Pick<Snapshot, Part | 'isInitialized' | 'fromCache'> {
  const { [part]: value, isInitialized, fromCache } = useStytchSnapshot(from);
  return useMemo(
    () => ({ [part]: value, isInitialized, fromCache }) as Pick<Snapshot, Part | 'isInitialized' | 'fromCache'>,
    [part, value, isInitialized, fromCache],
  );
}
