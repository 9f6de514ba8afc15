import type { Call } from '../call.js';
import { currentIntermediate, currentSession, requireIntermediate } from '../caller.js';
import { conclude } from '../conclude.js';
import { discovered, joining, memberOrJoin } from '../discovery.js';
import { ApiError, found } from '../errors.js';
import { bodyOrganization } from '../lookup.js';
import { organizationFrom } from '../settings.js';
import { assignedRoles } from '../shapes.js';
import type { Proof } from '../types.js';
import { both, type Route } from './route.js';

/** Finding, joining and creating organizations. */
export const discovery: Route[] = [
  both('POST', '/b2b/discovery/organizations', list),
  both('POST', '/b2b/discovery/intermediate_sessions/exchange', exchange),
  both('POST', '/b2b/discovery/organizations/create', create),
];

async function list(call: Call) {
  const { email_address, proofs } = await who(call);
  const discovered_organizations = discovered(call.world, email_address, proofs);
  return { email_address, discovered_organizations, organization_id_hint: null };
}

function exchange(call: Call) {
  const intermediate = requireIntermediate(call);
  const organization = bodyOrganization(call);
  const member = memberOrJoin(call.world, organization, intermediate.email_address);
  return conclude(call, { organization, member, proofs: intermediate.proofs, intermediate });
}

/** Who creates an organization administers it. */
async function create(call: Call) {
  const { world, side } = call;
  if (side === 'browser' && !world.createOrganization) throw new ApiError('endpoint_not_authorized_for_sdk');
  const { email_address, proofs } = await who(call);
  const organization = organizationFrom(call, email_address);
  const member = joining(world, organization, email_address);
  member.roles = assignedRoles(['stytch_member', 'stytch_admin']);
  member.is_admin = true;
  world.directory.addOrganization(organization);
  world.directory.addMember(member);
  return conclude(call, { organization, member, proofs, intermediate: currentIntermediate(call) });
}

/** Whose organizations are asked for: those of the intermediate session if there is one, else of the session. */
async function who(call: Call): Promise<{ email_address: string; proofs: readonly Proof[] }> {
  const intermediate = currentIntermediate(call);
  if (intermediate) return intermediate;
  const current = found(await currentSession(call), anonymous(call));
  const { organization_id, member_id } = current.session;
  const member = found(call.world.directory.member(organization_id, member_id), 'session_not_found');
  return { email_address: member.email_address, proofs: current.proofs };
}

function anonymous({ side, basic }: Call) {
  if (side === 'server') return 'no_session_arguments';
  return basic.password === basic.user ? 'unauthorized_credentials' : 'session_not_found';
}
