import type { Details } from '../../controllers/events.js';
import { firstMethodOf } from '../../flows/factors.js';
import type { Intent } from '../../flows/flow.js';
import type { Snapshot } from '../../flows/types.js';
import type { Scene, Where } from './screen.js';

type News = {
  [K in 'stytch-authenticated' | 'stytch-cancel' | 'stytch-pending']: { readonly name: K; readonly detail: Details[K] };
};

/** What a page is told of a person's step: that they are in, that something else is owed, or that they gave up. */
export function newsOf(intent: Intent, scene: Scene, after: Snapshot, isWanted: boolean): News[keyof News] | undefined {
  if (scene.wanted) return isWanted ? undefined : newsAgain(intent, scene, after);
  const { place, snapshot } = scene;
  const { pending, session, member, organization } = after;
  const before = snapshot.pending;
  if (pending) {
    const isNew = pending.kind !== before?.kind || idOf(pending) !== idOf(before);
    return isNew ? { name: 'stytch-pending', detail: { pending } } : undefined;
  }
  const wanted = idOf(before);
  const goesBack = intent.type === 'cancel' || intent.type === 'retry';
  const isThere = wanted ? organization?.organization_id === wanted : session && !goesBack;
  if (!isThere) {
    return before && goesBack ? { name: 'stytch-cancel', detail: { restored: session !== null } } : undefined;
  }
  const isNew = session?.member_session_id !== snapshot.session?.member_session_id;
  if (!isNew || !session || !member || !organization) return undefined;
  const method = methodOf(intent, place) ?? firstMethodOf(session) ?? 'unknown';
  return { name: 'stytch-authenticated', detail: { method, organization, member } };
}

/** What a page is told when a factor was asked for again, and is not any more. */
function newsAgain(intent: Intent, { place, wanted }: Scene, { session, member, organization }: Snapshot) {
  if (intent.type === 'cancel') return { name: 'stytch-cancel', detail: { restored: session !== null } } as const;
  const method = wanted?.want ? methodOf(intent, place) : undefined; // codes that were looked at prove nothing
  if (!method || !member || !organization) return undefined;
  return { name: 'stytch-authenticated', detail: { method, organization, member } } as const;
}

function idOf(pending: Snapshot['pending']): string | undefined {
  return pending && pending.kind !== 'discovery' ? pending.organization.organization_id : undefined;
}

/** The second factor of a step; a first one is read from the session. */
function methodOf(intent: Intent, place: Where): string | undefined {
  switch (intent.type) {
    case 'submit-code':
      if (place.at === 'enroll-totp') return 'totp';
      return 'method' in place ? place.method : undefined;
    case 'submit-recovery-code':
      return 'recovery_code';
    case 'codes-saved':
      return 'totp';
    case 'set-password':
      return 'password'; // as good as the link that it came by
  }
  return undefined;
}
