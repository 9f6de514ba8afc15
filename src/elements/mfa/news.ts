import type { Details } from '../../controllers/events.js';
import type { Intent, Place } from '../../flows/flow.js';
import type { Snapshot } from '../../flows/types.js';
import type { Scene } from './screen.js';

type News = { [K in 'stytch-authenticated' | 'stytch-cancel']: { readonly name: K; readonly detail: Details[K] } };

/** What a page is told when a person's step has ended what was owed; nothing while it goes on. */
export function newsOf(intent: Intent, { place, pending }: Scene, after: Snapshot): News[keyof News] | undefined {
  if (after.pending) return undefined;
  const { member, organization } = after;
  if (organization?.organization_id !== pending.organization.organization_id) {
    const gaveUp = intent.type === 'cancel' || intent.type === 'retry';
    return gaveUp ? { name: 'stytch-cancel', detail: { restored: after.session !== null } } : undefined;
  }
  const method = methodOf(intent, place);
  return method && member ? { name: 'stytch-authenticated', detail: { method, organization, member } } : undefined;
}

function methodOf(intent: Intent, place: Place): string | undefined {
  switch (intent.type) {
    case 'submit-code':
      return place.at === 'code' ? place.method : 'totp';
    case 'submit-recovery-code':
      return 'recovery_code';
    case 'codes-saved':
      return 'totp';
  }
  return undefined;
}
