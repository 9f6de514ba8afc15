import { duration, optionalText, text, type Call } from '../call.js';
import { requireSession } from '../caller.js';
import { conclude } from '../conclude.js';
import { carried } from '../assess.js';
import { ApiError, found } from '../errors.js';
import { bodyOrganization, organizationBy } from '../lookup.js';
import { authorize, grantingRoles } from '../rbac.js';
import {
  grantOf,
  revoke,
  sessionByJwt,
  sessionByToken,
  sessionsWhere,
  touchSession,
  type Session,
} from '../sessions.js';
import type { Json } from '../types.js';
import { both, browser, server, type Route } from './route.js';

/** Sessions: still there, ended, or taken to another organization. */
export const sessions: Route[] = [
  both('POST', '/b2b/sessions/authenticate', authenticate),
  both('POST', '/b2b/sessions/exchange', exchange),
  browser('POST', '/b2b/sessions/revoke', revokeOwn),
  server('POST', '/b2b/sessions/revoke', revokeNamed),
  browser('POST', '/b2b/sessions/revoke/:member_id', revokeForMember),
  server('GET', '/b2b/sessions', list),
];

async function authenticate(call: Call) {
  const current = await requireSession(call);
  const claims = call.side === 'server' ? (call.body.session_custom_claims as Json | undefined) : undefined;
  touchSession(call.world, current, { minutes: duration(call), claims });
  const grant = await grantOf(call.world, current);
  const check = call.body.authorization_check as Record<string, string> | undefined;
  return check ? { ...grant, verdict: verdict(call, current, check) } : grant;
}

/** The answer to `authorization_check`: who may not, gets no answer but a 403. */
function verdict({ world }: Call, { session }: Session, check: Record<string, string>) {
  const { organization_id = '', resource_id = '', action = '' } = check;
  const organization = organizationBy(world, session.organization_id);
  const own = [organization.organization_id, organization.organization_slug].includes(organization_id);
  if (!own) throw new ApiError('session_authorization_tenancy_error');
  const granting_roles = grantingRoles(organization, session.roles, resource_id, action);
  if (granting_roles.length === 0) throw new ApiError('session_authorization_error');
  return { authorized: true, granting_roles };
}

/** Takes a session to another organization; the session itself goes on. */
async function exchange(call: Call) {
  const { session, proofs } = await requireSession(call);
  const { directory } = call.world;
  const self = found(directory.member(session.organization_id, session.member_id), 'session_not_found');
  const organization = bodyOrganization(call);
  const member = directory.memberByEmail(organization.organization_id, self.email_address);
  const counted = carried(proofs, organization.organization_id);
  return conclude(call, { organization, member: found(member, 'member_not_found'), proofs: counted });
}

async function revokeOwn(call: Call) {
  revoke(call.world, [await requireSession(call)]);
  return {};
}

async function revokeNamed(call: Call) {
  const { world } = call;
  const id = optionalText(call, 'member_session_id');
  const member_id = optionalText(call, 'member_id');
  if (id || member_id) {
    revoke(
      world,
      sessionsWhere(world, ({ session }) => session.member_session_id === id || session.member_id === member_id),
    );
    return {};
  }
  const token = optionalText(call, 'session_token');
  const jwt = optionalText(call, 'session_jwt');
  if (!token && !jwt) throw new ApiError('no_session_revoke_arguments');
  const named = token ? sessionByToken(world, token) : await sessionByJwt(world, text(call, 'session_jwt'));
  revoke(world, [found(named, 'session_not_found')]);
  return {};
}

async function revokeForMember(call: Call) {
  const { world, params } = call;
  const acting = await requireSession(call);
  const organization = organizationBy(world, acting.session.organization_id);
  const self = params.member_id === acting.session.member_id;
  await authorize(call, organization, self ? ['stytch.self', 'stytch.member'] : 'stytch.member', ['revoke-sessions']);
  const own = ({ session }: Session) => session.member_id === params.member_id;
  revoke(
    world,
    sessionsWhere(world, (each) => own(each) && each.session.organization_id === organization.organization_id),
  );
  return {};
}

function list({ world, query }: Call) {
  const { organization_id } = organizationBy(world, query.organization_id ?? '');
  const of = sessionsWhere(world, ({ session }) => {
    return session.organization_id === organization_id && session.member_id === query.member_id;
  });
  return { member_sessions: of.map(({ session }) => session) };
}
