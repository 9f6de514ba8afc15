import { assess, isComplete } from './assess.js';
import { domainOf, normalized } from './directory.js';
import { ApiError } from './errors.js';
import { newMember } from './shapes.js';
import type { Member, Organization, Proof } from './types.js';
import type { World } from './world.js';

const MEMBERSHIP = { active: 'active_member', pending: 'pending_member', invited: 'invited_member' } as const;

/** The organizations an address belongs to or may join, and what each would still ask for. */
export function discovered(world: World, email_address: string, proofs: readonly Proof[]) {
  const members = world.directory.membersOf(email_address);
  const joined = new Set(members.map((member) => member.organization_id));
  const entries = members.map((member) => entry(organizationOf(world, member), member, membershipOf(member), proofs));
  const open = world.directory.organizations().filter((organization) => {
    return !joined.has(organization.organization_id) && mayJoin(world, organization, email_address);
  });
  const eligible = open.map((organization) => {
    const member = joining(world, organization, email_address);
    const details = { domain: domainOf(email_address) };
    return entry(organization, member, { type: 'eligible_to_join_by_email_domain', details, member: null }, proofs);
  });
  return [...entries, ...eligible];
}

/** Whether an address may become a member because of its domain. */
export function mayJoin(world: World, organization: Organization, email_address: string): boolean {
  const { email_jit_provisioning, email_allowed_domains, organization_id } = organization;
  if (email_jit_provisioning !== 'RESTRICTED' || !email_allowed_domains.includes(domainOf(email_address))) return false;
  const admitted = world.admitted.get(organization_id);
  return !admitted || admitted.includes(normalized(email_address));
}

/** The member an address has in an organization, or becomes by joining; refuses who may not join. */
export function memberOrJoin(world: World, organization: Organization, email_address: string): Member {
  const member = world.directory.memberByEmail(organization.organization_id, email_address);
  if (member) return member;
  if (!mayJoin(world, organization, email_address)) {
    const some = organization.email_jit_provisioning === 'RESTRICTED';
    throw new ApiError(some ? 'invalid_email_for_jit_provisioning' : 'email_jit_provisioning_not_allowed');
  }
  return world.directory.addMember(joining(world, organization, email_address));
}

/** The organization of a member who is known to have one. */
export function organizationOf(world: World, { organization_id }: Member): Organization {
  const organization = world.directory.organization(organization_id);
  if (!organization) throw new ApiError('organization_not_found');
  return organization;
}

/** A member as they would be right after joining. */
export function joining(world: World, { organization_id }: Organization, email_address: string): Member {
  const member_password_id = passwordIdOf(world, email_address);
  return newMember(world.timestamp(), { organization_id, email_address, member_password_id, status: 'pending' });
}

/** The id of the password of an address; empty when it has none. */
export function passwordIdOf(world: World, email_address: string): string {
  const address = normalized(email_address);
  return world.passwords.has(address) ? `member-password-test-${address.split('@')[0]}` : '';
}

function membershipOf(member: Member) {
  const type = member.status === 'deleted' ? 'active_member' : MEMBERSHIP[member.status];
  return { type, details: null, member };
}

function entry(organization: Organization, member: Member, membership: object, proofs: readonly Proof[]) {
  const verdict = assess(member, organization, proofs);
  return { organization, membership, member_authenticated: isComplete(verdict), ...verdict };
}
