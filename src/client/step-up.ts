import { StytchElementsError } from '../flows/errors.js';
import { isFresh } from '../flows/fresh.js';
import type { Want } from '../flows/flow.js';
import type { Snapshot } from '../flows/types.js';
import type { AuthStore } from './store.js';

/** The questions of a store: one is asked after the other, and not at all if the one before was enough, or too much. */
interface Queue {
  readonly last: Promise<unknown>;
  readonly length: number;
}

const queues = new WeakMap<AuthStore, Queue>();
/** How many of the questions of a store have been answered by declining one of them. */
const declined = new WeakMap<AuthStore, number>();

/**
 * Has a factor proved that is no older than is wanted. Resolves at once when that is so already; rejects with
 * `cancelled` when the member does not want to, with `unavailable` when it cannot be proved here, by nobody's element
 * or by no accepted factor, and with `session-ended` when nobody is signed in.
 */
export function stepUp(store: AuthStore, want: Wish): Promise<Snapshot> {
  const { last, length: number } = queues.get(store) ?? { last: Promise.resolve(), length: 0 };
  const proved = last.then(() => {
    if (number < (declined.get(store) ?? 0)) throw new StytchElementsError('cancelled');
    return prove(store, want);
  });
  queues.set(store, { last: proved.catch(() => undefined), length: number + 1 });
  return proved;
}

/** What a request wants that was sent at `sentAt` (milliseconds since 1970): whatever has been proved since then will do. */
export interface Wish extends Want {
  readonly sentAt?: number;
  /** Calls the question off. */
  readonly signal?: AbortSignal;
}

async function prove(store: AuthStore, { sentAt = Infinity, signal, ...want }: Wish): Promise<Snapshot> {
  const { session, member, organization } = await answered(store); // codes that are to be kept come first
  if (signal?.aborted) throw new StytchElementsError('cancelled');
  if (!session || !member || !organization) throw new StytchElementsError('session-ended');
  const { provedAt, provedBy } = store.view;
  const isFromSince = (provedAt ?? 0) > sentAt && (!want.factor || want.factor === provedBy); // which was a second factor
  if (isFromSince || isFresh({ session, member, organization }, want, store.clock.moment)) return store.getSnapshot();
  if (!store.presenters.has('again')) throw new StytchElementsError('unavailable');
  const after = await asked(store, want, signal);
  const isSame = after.session?.member_session_id === session.member_session_id;
  const now = store.view.provedAt;
  if (isSame && now !== null && now !== provedAt) return after;
  if (!after.session) throw new StytchElementsError('session-ended');
  if (!signal?.aborted) declined.set(store, queues.get(store)!.length); // by the member, who is not asked for the others
  throw new StytchElementsError('cancelled');
}

/** A text that could not be sent does not end it: the prompt says so, and another one can be asked for. */
async function asked(store: AuthStore, want: Want, signal?: AbortSignal): Promise<Snapshot> {
  const callOff = () => void calledOff(store);
  signal?.addEventListener('abort', callOff);
  try {
    await store.send({ type: 'step-up', ...want }).catch((error: unknown) => {
      if (!store.view.wanted) throw error;
    });
    if (signal?.aborted) await calledOff(store); // while another call was under way
    return await answered(store);
  } finally {
    signal?.removeEventListener('abort', callOff);
  }
}

/** Nobody waits for the question any more; codes that have come of it are still to be kept. */
async function calledOff(store: AuthStore): Promise<void> {
  if (store.view.place?.at !== 'save-codes') await store.send({ type: 'cancel' }).catch(() => undefined);
}

/** The snapshot once nothing is asked any more. */
export async function answered(store: AuthStore): Promise<Snapshot> {
  await until(store, () => !store.view.wanted);
  return store.getSnapshot();
}

/** Resolves as soon as something holds of a store. */
export function until(store: AuthStore, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      leave();
      resolve();
    };
    const leave = store.watch(look);
    look();
  });
}
