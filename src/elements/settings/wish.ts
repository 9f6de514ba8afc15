import { until } from '../../client/step-up.js';
import type { AuthStore } from '../../client/store.js';
import type { Details } from '../../controllers/events.js';
import { methodsOf } from '../../flows/arrive.js';
import type { MfaMethod } from '../../flows/call.js';
import { StytchElementsError } from '../../flows/errors.js';
import { isFresh } from '../../flows/fresh.js';
import type { Snapshot } from '../../flows/types.js';

/** What a member wants to do with their own second factors. */
export type Wish =
  | { readonly type: 'enroll' | 'remove-factor' | 'set-default'; readonly method: MfaMethod }
  | { readonly type: 'show-codes' | 'rotate-codes' };

/** What came of it. */
export type Change = Details['stytch-mfa-change'];

/** How many seconds old a proof may be: of a second factor, and of any factor where there is no second one yet. */
export interface Ages {
  readonly maxAge: number;
  readonly enrollMaxAge: number;
}

/** Methods that the member of a snapshot has set up. */
export function methodsIn({ member, organization }: Pick<Snapshot, 'member' | 'organization'>): readonly MfaMethod[] {
  return member && organization ? methodsOf({ member, organization }) : [];
}

/**
 * Does what is wanted, once the member has proved that it is them; resolves with what has changed, if anything, when the
 * page shows it. Rejects with a typed error.
 */
export async function fulfil(store: AuthStore, wish: Wish, ages: Ages): Promise<Change | undefined> {
  const before = methodsIn(store.getSnapshot());
  const isFirst = wish.type === 'enroll' && before.length === 0;
  if (isFirst) checkAge(store, ages.enrollMaxAge);
  else await store.actions.stepUp({ maxAge: ages.maxAge, mfa: true }); // a log-in alone is less than the member has
  await ask(store, wish);
  await until(store, () => store.view.wanted === null && isShown(wish, store.getSnapshot()));
  return changeOf(wish, before, store.getSnapshot());
}

/** Whoever has nothing to verify with yet has proved who they are by their log-in alone. */
function checkAge({ getSnapshot, clock }: AuthStore, maxAge: number): void {
  const { session, member, organization } = getSnapshot();
  const isRecent =
    session && member && organization && isFresh({ session, member, organization }, { maxAge }, clock.moment);
  if (!isRecent) throw new StytchElementsError('unavailable', { detail: 'old-log-in' });
}

/** What is refused at once is said where it was asked for, and not in a prompt. */
async function ask(store: AuthStore, wish: Wish): Promise<void> {
  try {
    await store.send(wish);
  } catch (error) {
    if (store.view.wanted) await store.send({ type: 'cancel' });
    throw error;
  }
}

/** Whether the snapshot has followed what the server has done. */
function isShown(wish: Wish, snapshot: Snapshot): boolean {
  const { member } = snapshot;
  if (wish.type === 'remove-factor') return !methodsIn(snapshot).includes(wish.method);
  return wish.type !== 'set-default' || !member || member.default_mfa_method === wish.method;
}

function changeOf(wish: Wish, before: readonly MfaMethod[], after: Snapshot): Change | undefined {
  switch (wish.type) {
    case 'enroll': {
      const method = methodsIn(after).find((each) => !before.includes(each));
      return method && { method, change: 'added' };
    }
    case 'remove-factor':
      return { method: wish.method, change: 'removed' };
    case 'set-default':
      return { method: wish.method, change: 'default' };
    case 'rotate-codes':
      return { method: 'totp', change: 'codes-rotated' };
    case 'show-codes':
      return undefined;
  }
}
