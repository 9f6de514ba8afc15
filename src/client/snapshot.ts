import type { State } from '../flows/flow.js';
import type { Snapshot } from '../flows/types.js';

/** What the store knows besides its flow. */
export interface Surroundings {
  readonly isInitialized: boolean;
  readonly fromCache: boolean;
  readonly online: boolean;
  /** Identifier of a session that is gone while it is not known yet what comes instead. */
  readonly gone?: string | null;
}

/** What a page sees before there is a store, and on a server. */
export const EMPTY: Snapshot = Object.freeze({
  status: 'loading',
  isInitialized: false,
  fromCache: false,
  online: true,
  session: null,
  member: null,
  organization: null,
  pending: null,
  error: null,
});

/** The snapshot for a state; the one before, when nothing in it has changed. */
export function snapshotOf({ auth, problem }: State, around: Surroundings, before: Snapshot): Snapshot {
  const signed = auth.status === 'signed-in' ? auth : null;
  const snapshot: Snapshot = {
    status: auth.status,
    isInitialized: around.isInitialized,
    fromCache: signed !== null && around.fromCache,
    online: around.online,
    session: signed?.session ?? null,
    member: signed?.member ?? null,
    organization: signed?.organization ?? null,
    pending: auth.status === 'pending' ? auth.pending : null,
    error: problem,
  };
  const keys = Object.keys(snapshot) as (keyof Snapshot)[];
  return keys.every((key) => snapshot[key] === before[key]) ? before : Object.freeze(snapshot);
}
