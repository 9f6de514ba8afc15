import { text, type Call } from './call.js';
import { found } from './errors.js';
import type { Member, Organization } from './types.js';
import type { World } from './world.js';

/** The organization with this id or slug, or a refusal. */
export function organizationBy(world: World, key: string): Organization {
  return found(world.directory.organization(key), 'organization_not_found');
}

/** The organization a body names by `organization_id`. */
export function bodyOrganization(call: Call): Organization {
  return organizationBy(call.world, text(call, 'organization_id'));
}

/** The organization and member a body names by their ids. */
export function bodyMember(call: Call): { organization: Organization; member: Member } {
  const organization = bodyOrganization(call);
  const member = call.world.directory.member(organization.organization_id, text(call, 'member_id'));
  return { organization, member: found(member, 'member_not_found') };
}

/** The member a body or path names by id, in the given organization. */
export function memberBy(world: World, organization: Organization, member_id: string | undefined): Member {
  const member = member_id && world.directory.member(organization.organization_id, member_id);
  return found(member || undefined, 'member_not_found');
}

/** The member an address has in the organization with this name, slug or id. */
export function memberNamed({ directory }: World, email_address: string, name: string): Member {
  const { organization_id } = found(directory.organizationNamed(name), 'organization_not_found');
  return found(directory.memberByEmail(organization_id, email_address), 'member_not_found');
}

/** The parts of an answer that show a member. */
export function memberAnswer(member: Member, organization: Organization) {
  return { member_id: member.member_id, member, organization };
}
