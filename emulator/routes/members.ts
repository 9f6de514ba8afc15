import { amend } from '../amend.js';
import { asText, email, optionalText, type Call } from '../call.js';
import { organizationOf, joining } from '../discovery.js';
import { ApiError, found } from '../errors.js';
import { memberAnswer, memberBy, organizationBy } from '../lookup.js';
import { authorizeFor, callOrganization, revokeAllOf, rolesIn, self, updateMember } from '../members.js';
import { deletePassword } from '../passwords.js';
import { authorize } from '../rbac.js';
import { searchMembers } from '../search.js';
import { assignedRoles } from '../shapes.js';
import type { Member, Organization } from '../types.js';
import { without } from './factor-removal.js';
import { browser, server, type Route } from './route.js';

const IN_ORGANIZATION = '/b2b/organizations/:organization_id';

/** Other members: looked up, added, changed and deleted. */
export const members: Route[] = [
  browser('POST', '/b2b/organizations/members', create),
  browser('POST', '/b2b/organizations/me/members/search', search),
  browser('POST', '/b2b/organizations/members/search', searchOne),
  browser('PUT', '/b2b/organizations/members/:member_id', update),
  browser('DELETE', '/b2b/organizations/members/passwords/:password_id', removePassword),
  browser('DELETE', '/b2b/organizations/members/mfa_phone_numbers/:member_id', without('mfa-phone', pathMember)),
  browser('DELETE', '/b2b/organizations/members/totp/:member_id', without('mfa-totp', pathMember)),
  browser('DELETE', '/b2b/organizations/members/:member_id', remove),
  browser('PUT', '/b2b/organizations/members/:member_id/reactivate', reactivate),
  server('POST', '/b2b/organizations/members/search', searchAnywhere),
  server('GET', '/b2b/organizations/members/dangerously_get/:member_id', getAnywhere),
  server('GET', `${IN_ORGANIZATION}/member`, get),
  server('POST', `${IN_ORGANIZATION}/members`, create),
  server('PUT', `${IN_ORGANIZATION}/members/:member_id`, update),
  server('DELETE', `${IN_ORGANIZATION}/members/passwords/:password_id`, removePassword),
  server('DELETE', `${IN_ORGANIZATION}/members/mfa_phone_numbers/:member_id`, without('mfa-phone', pathMember)),
  server('DELETE', `${IN_ORGANIZATION}/members/:member_id/totp`, without('mfa-totp', pathMember)),
  server('DELETE', `${IN_ORGANIZATION}/members/:member_id`, remove),
  server('PUT', `${IN_ORGANIZATION}/members/:member_id/reactivate`, reactivate),
];

async function create(call: Call) {
  const { world } = call;
  const organization = await callOrganization(call);
  await authorize(call, organization, 'stytch.member', ['create']);
  const email_address = email(call);
  if (world.directory.memberByEmail(organization.organization_id, email_address)) throw new ApiError('duplicate_email');
  const roles = rolesIn(call, organization);
  const member = joining(world, organization, email_address);
  const status = call.body.create_member_as_pending === true ? 'pending' : 'active';
  amend(world, member, { status, roles: assignedRoles(roles), is_admin: roles.includes('stytch_admin') });
  await updateMember({ ...call, body: { ...call.body, roles: undefined } }, member, organization);
  return memberAnswer(world.directory.addMember(member), organization);
}

async function update(call: Call) {
  const { member, organization } = await pathMember(call);
  await updateMember(call, member, organization);
  const address = optionalText(call, 'email_address');
  if (address && call.side === 'server') changeEmail(call, member, email(call));
  return memberAnswer(member, organization);
}

function changeEmail({ world }: Call, member: Member, email_address: string): void {
  if (world.directory.memberByEmail(member.organization_id, email_address)) throw new ApiError('duplicate_email');
  world.directory.changeEmail(member, email_address);
  amend(world, member, { email_address_verified: false });
}

async function removePassword(call: Call) {
  const organization = await callOrganization(call);
  const own = call.side === 'browser' ? (await self(call)).member : undefined;
  const candidates = call.world.directory.membersIn(organization.organization_id);
  const named = [...(own ? [own] : []), ...candidates].find(
    (each) => each.member_password_id === call.params.password_id,
  );
  const member = found(named, 'member_password_not_found');
  await authorizeFor(call, organization, member, ['update.info.delete.password']);
  deletePassword(call.world, member.email_address);
  return memberAnswer(member, organization);
}

async function remove(call: Call) {
  const { member, organization } = await pathMember(call);
  await authorizeFor(call, organization, member, ['delete']);
  revokeAllOf(call.world, member);
  call.world.directory.removeMember(member);
  return { member_id: member.member_id };
}

async function reactivate(call: Call) {
  const { member, organization } = await pathMember(call);
  await authorizeFor(call, organization, member, ['create']);
  return memberAnswer(amend(call.world, member, { status: 'active' }), organization);
}

async function search(call: Call) {
  const organization = await callOrganization(call);
  await authorize(call, organization, 'stytch.member', ['search']);
  const { organization_id } = organization;
  const answer = searchMembers(call, call.world.directory.membersIn(organization_id));
  return { ...answer, organizations: { [organization_id]: organization } };
}

async function searchAnywhere(call: Call) {
  const keys = call.body.organization_ids;
  if (!Array.isArray(keys)) throw new ApiError('invalid_request', 'The field organization_ids must be a list.');
  const named = keys.map((key) => organizationBy(call.world, String(key)));
  for (const organization of named) await authorize(call, organization, 'stytch.member', ['search']);
  const all = named.flatMap(({ organization_id }) => call.world.directory.membersIn(organization_id));
  const organizations = Object.fromEntries(named.map((each) => [each.organization_id, each]));
  return { ...searchMembers(call, all), organizations };
}

/** What the log-in form may know of an address before its owner has proved anything. */
function searchOne({ world, body }: Call) {
  const member = world.directory.memberByEmail(asText(body.organization_id), asText(body.email_address));
  if (!member) return { member: null };
  const { status, name, member_password_id } = member;
  return { member: { status, name, member_password_id } };
}

async function get(call: Call) {
  const organization = await callOrganization(call);
  const { member_id, email_address = '' } = call.query;
  const byEmail = call.world.directory.memberByEmail(organization.organization_id, email_address);
  const member = member_id ? memberBy(call.world, organization, member_id) : found(byEmail, 'member_not_found');
  return memberAnswer(member, organization);
}

function getAnywhere({ world, params }: Call) {
  const all = world.directory.organizations().flatMap((each) => world.directory.membersIn(each.organization_id));
  const member = found(
    all.find((each) => each.member_id === params.member_id),
    'member_not_found',
  );
  return memberAnswer(member, organizationOf(world, member));
}

async function pathMember(call: Call): Promise<{ member: Member; organization: Organization }> {
  const organization = await callOrganization(call);
  return { organization, member: memberBy(call.world, organization, call.params.member_id) };
}
