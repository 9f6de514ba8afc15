import { arrive } from './arrive.js';
import { StytchElementsError } from './errors.js';
import type { FlowEvent, Move, Owing, Place } from './flow.js';
import type { DiscoveredOrganization, PendingDiscovery, PendingPrimary } from './types.js';

type Choosing = Owing<Extract<Place, { at: 'discovery' }>>;

/** Choosing among the organizations of an address, or creating one. */
export function discovery(owing: Choosing, event: FlowEvent): Move | undefined {
  const pending = owing.pending as PendingDiscovery;
  const seen: Choosing = { ...owing, place: { ...owing.place, isNew: false } };
  switch (event.type) {
    case 'choose-organization':
      return choose(seen, pending, event.organization_id);
    case 'create-organization':
      return { auth: seen, call: { call: 'create', name: event.name, slug: event.slug } };
    case 'retry':
      return { auth: owing, call: { call: 'list' } };
    case 'answered':
      return answered(seen, pending, event);
  }
  return undefined;
}

/** Back to the organizations that one was chosen from; after a reload they are read again. */
export function chooseAgain({ home, list }: Owing): Move | undefined {
  if (!list) return undefined;
  const isRead = list.organizations.length > 0;
  const auth: Owing = { status: 'pending', pending: list, home, place: { at: 'discovery', isNew: false, isRead } };
  return isRead ? { auth } : { auth, call: { call: 'list' } };
}

/**
 * The one organization that somebody may be taken to without being asked: the only one they are an active member of,
 * when nothing else is open to them that counts. As in Stytch's own card.
 */
export function soleOrganization(
  organizations: readonly DiscoveredOrganization[],
  { ignoreInvites, ignoreJit }: { readonly ignoreInvites: boolean; readonly ignoreJit: boolean },
): DiscoveredOrganization | undefined {
  const mine = organizations.filter(({ membership }) => membership.type === 'active_member');
  const others = organizations.filter(({ membership: { type } }) => {
    if (type === 'pending_member' || type === 'invited_member') return !ignoreInvites;
    return type !== 'active_member' && !ignoreJit;
  });
  return mine.length === 1 && others.length === 0 ? mine[0] : undefined;
}

/** What an organization wants proved first is proved there at once: the intermediate session rides along. */
function choose(owing: Choosing, list: PendingDiscovery, organization_id: string): Move {
  const entry = list.organizations.find(({ organization }) => organization.organization_id === organization_id);
  if (!entry) return { auth: owing, problem: new StytchElementsError('not-allowed', { detail: 'organization' }) };
  const { primary_required, organization, membership } = entry;
  if (!primary_required) return { auth: owing, call: { call: 'join', organization_id } };
  const pending: PendingPrimary = {
    kind: 'primary',
    organization,
    member: membership.member ?? null,
    allowedAuthMethods: primary_required.allowed_auth_methods,
    expiresAt: list.expiresAt,
    canCancel: owing.home !== null,
  };
  return { auth: { status: 'pending', pending, home: owing.home, list, place: { at: 'methods' } } };
}

function answered(
  owing: Choosing,
  list: PendingDiscovery,
  event: Extract<FlowEvent, { type: 'answered' }>,
): Move | undefined {
  if (event.to === 'list') {
    const { email_address: email, discovered_organizations: organizations } = event.value;
    const place = { ...owing.place, isRead: true };
    return { auth: { ...owing, place, pending: { ...list, email, organizations } } };
  }
  if (event.to !== 'join' && event.to !== 'create') return undefined;
  const move = arrive(event.value, owing.home, event.now);
  return event.to === 'join' ? { ...move, auth: keeping(move.auth, list) } : move;
}

/** Half-way into an organization the others are still open, for as long as the intermediate session lives. */
function keeping(auth: Move['auth'], list: PendingDiscovery): Move['auth'] {
  if (auth.status !== 'pending') return auth;
  return { ...auth, pending: { ...auth.pending, expiresAt: list.expiresAt }, list };
}
