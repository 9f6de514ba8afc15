import { text, type Call } from '../call.js';
import { DONE } from '../conclude.js';
import { redeemLink } from '../links.js';
import { memberBy, organizationBy } from '../lookup.js';
import { impersonationProof } from '../proofs.js';
import { grantOf, startSession } from '../sessions.js';
import { both, type Route } from './route.js';

/** Impersonation: being a member for an hour, with a token from the dashboard. */
export const impersonation: Route[] = [both('POST', '/b2b/impersonation/authenticate', authenticate)];

/** Starts a session at once: nobody can be asked for the second factor of somebody else. */
async function authenticate(call: Call) {
  const { world } = call;
  const link = await redeemLink(world, text(call, 'impersonation_token'), ['impersonation'], undefined);
  const organization = organizationBy(world, link.organization_id);
  const member = memberBy(world, organization, link.member_id);
  const proofs = [impersonationProof(world.now(), organization.organization_id)];
  return { ...(await grantOf(world, startSession(world, { organization, member, proofs }))), ...DONE };
}
