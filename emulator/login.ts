import { allowsMethod } from './assess.js';
import { email, type Call } from './call.js';
import { discovered, memberOrJoin } from './discovery.js';
import { ApiError } from './errors.js';
import { startIntermediate } from './intermediate.js';
import { bodyOrganization, memberAnswer } from './lookup.js';
import type { AuthMethod, Member, Organization, Proof } from './types.js';

/** Whom a log-in mail is for: a member, or somebody who becomes one because their domain may join. */
export function recipient(call: Call, method: AuthMethod) {
  const organization = bodyOrganization(call);
  if (!allowsMethod(organization, method)) throw new ApiError('operation_restricted_by_organization_auth_methods');
  const email_address = email(call);
  const known = call.world.directory.memberByEmail(organization.organization_id, email_address);
  const member = known ?? memberOrJoin(call.world, organization, email_address);
  return { organization, member, member_created: !known };
}

/** What the sender of a log-in mail learns: a back end everything, a page nothing about who is a member. */
export function sentAnswer(call: Call, member: Member, organization: Organization, member_created: boolean) {
  return call.side === 'server' ? { ...memberAnswer(member, organization), member_created } : {};
}

/** The answer to a discovery flow that proved an address: what it may enter, and a token to enter with. */
export function discoveryAnswer({ world }: Call, email_address: string, proofs: readonly Proof[]) {
  return {
    intermediate_session_token: startIntermediate(world, email_address, proofs).token,
    email_address,
    discovered_organizations: discovered(world, email_address, proofs),
  };
}
