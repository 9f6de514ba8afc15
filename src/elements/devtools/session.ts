import type { AuthStore } from '../../client/store.js';
import { pageTime } from '../../flows/skew.js';
import type { MemberSession } from '../../flows/types.js';
import { fromNow } from './time.js';

/** What is known of the session, a line each; `null` is nothing. */
export type Lines = Readonly<Record<string, string | readonly string[] | null>>;

/** The snapshot as a person debugs it. Tokens are not in it, nor in anything that it is made of. */
export function sessionOf(store: AuthStore, now: number): Lines {
  const { status, isInitialized, fromCache, online, member, organization, session } = store.getSnapshot();
  return {
    status,
    reason: store.reason,
    initialized: String(isInitialized),
    fromCache: String(fromCache),
    online: String(online),
    member: member && `${member.email_address} · ${member.member_id}`,
    organization: organization && `${organization.organization_name} · ${organization.organization_id}`,
    ...(session && ofSession(session, store.clock.skew, now)),
    ...unsettled(store),
  };
}

function ofSession(session: MemberSession, skew: number, now: number): Lines {
  return {
    session: session.member_session_id,
    roles: session.roles,
    factors: session.authentication_factors.map(({ type, delivery_method, last_authenticated_at: last }) =>
      [type, delivery_method, last && fromNow(pageTime(last, skew), now)].filter(Boolean).join(' · '),
    ),
  };
}

/** What is owed, under way or wrong. */
function unsettled({ getSnapshot, view, endedBy }: AuthStore): Lines {
  const { pending, error } = getSnapshot();
  return {
    pending: pending && pendingLine(pending.kind, 'canCancel' in pending && pending.canCancel),
    stepUp: view.wanted ? 'a factor is asked for again' : null,
    underWay: view.busy,
    endedBy: endedBy ?? null,
    error: error && [error.message, error.errorType].filter(Boolean).join(' · '),
  };
}

function pendingLine(kind: string, canCancel: boolean): string {
  return canCancel ? `${kind} · can be cancelled` : kind;
}
