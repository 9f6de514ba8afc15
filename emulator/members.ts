import { amend } from './amend.js';
import type { Call } from './call.js';
import { actingSession, requireSession } from './caller.js';
import { ApiError, found } from './errors.js';
import { memberBy, organizationBy } from './lookup.js';
import { authorize, roleExists } from './rbac.js';
import { revoke, sessionsWhere } from './sessions.js';
import { assignedRoles } from './shapes.js';
import type { Json, Member, Organization } from './types.js';
import type { World } from './world.js';

/** The fields of a member that a request may change: what type they have, and which permission it takes. */
const FIELDS: Partial<Record<keyof Member, readonly [type: string, action: string]>> = {
  name: ['string', 'update.info.name'],
  trusted_metadata: ['object', 'update.info.trusted-metadata'],
  untrusted_metadata: ['object', 'update.info.untrusted-metadata'],
  mfa_phone_number: ['string', 'update.info.mfa-phone'],
  mfa_enrolled: ['boolean', 'update.settings.mfa-enrolled'],
  default_mfa_method: ['string', 'update.settings.default-mfa-method'],
  is_breakglass: ['boolean', 'update.settings.is-breakglass'],
  external_id: ['string', 'update.info.name'],
};

type FieldName = keyof typeof FIELDS;

/** The organization a call is about: a page's own, or the one a back end names. */
export async function callOrganization(call: Call, named = call.params.organization_id): Promise<Organization> {
  if (call.side === 'server') return organizationBy(call.world, named ?? '');
  return organizationBy(call.world, (await requireSession(call)).session.organization_id);
}

/** The member who makes the call. */
export async function self(call: Call): Promise<{ member: Member; organization: Organization }> {
  const { session } = found(await actingSession(call), 'unauthorized_credentials');
  const organization = organizationBy(call.world, session.organization_id);
  return { member: memberBy(call.world, organization, session.member_id), organization };
}

/** Refuses what the caller may not do to a member; members may do more to themselves. */
export async function authorizeFor(call: Call, organization: Organization, member: Member, actions: string[]) {
  const acting = await actingSession(call);
  const own = acting?.session.member_id === member.member_id;
  const asked = actions.length > 0 ? actions : ['get']; // an empty change still shows the member
  await authorize(call, organization, own ? ['stytch.self', 'stytch.member'] : 'stytch.member', asked);
}

/** Changes a member as the body says, as far as the caller may. */
export async function updateMember(call: Call, member: Member, organization: Organization): Promise<void> {
  const fields = fieldsIn(call.body);
  const roles = call.body.roles === undefined ? undefined : rolesIn(call, organization);
  const actions = Object.keys(fields).flatMap((name) => FIELDS[name as FieldName]?.[1] ?? []);
  await authorizeFor(call, organization, member, roles ? [...actions, 'update.settings.roles'] : actions);
  const { mfa_phone_number } = fields;
  if (mfa_phone_number !== undefined) checkPhone(member, mfa_phone_number);
  amend(call.world, member, fields);
  if (roles) assign(call, member, roles);
}

/** The role ids a body asks for, with the one every member has. */
export function rolesIn({ body }: Call, organization: Organization): string[] {
  const asked = Array.isArray(body.roles) ? (body.roles as string[]) : [];
  if (!asked.every((role_id) => roleExists(organization, role_id))) throw new ApiError('invalid_rbac_role_id');
  return [...new Set(['stytch_member', ...asked])];
}

/** Takes a member's authenticator app away, with its recovery codes. */
export function removeTotp(world: World, member: Member): void {
  world.totps.delete(member.member_id);
  world.recoveryCodes.delete(member.member_id);
  const default_mfa_method = member.mfa_phone_number_verified ? 'sms_otp' : '';
  amend(world, member, { totp_registration_id: '', default_mfa_method, ...unenrolled(default_mfa_method) });
}

/** Takes a member's phone number away. */
export function removePhone(world: World, member: Member): void {
  const default_mfa_method = member.totp_registration_id ? 'totp' : '';
  const phone = { mfa_phone_number: '', mfa_phone_number_verified: false };
  amend(world, member, { ...phone, default_mfa_method, ...unenrolled(default_mfa_method) });
}

/** Ends every session of a member. */
export function revokeAllOf(world: World, { member_id }: Member): void {
  revoke(
    world,
    sessionsWhere(world, ({ session }) => session.member_id === member_id),
  );
}

/** Who has no second factor left is not enrolled any more. */
function unenrolled(default_mfa_method: string) {
  return default_mfa_method === '' ? { mfa_enrolled: false } : {};
}

function fieldsIn(body: Json): Partial<Member> {
  const named = Object.entries(body).filter(([name, value]) => name in FIELDS && value !== undefined);
  for (const [name, value] of named) {
    const right = value !== null && typeof value === FIELDS[name as FieldName]?.[0];
    if (!right) throw new ApiError('invalid_request', `The field ${name} has the wrong type.`);
  }
  return Object.fromEntries(named);
}

function checkPhone({ mfa_phone_number, mfa_phone_number_verified }: Member, asked: string): void {
  if (!/^\+[1-9]\d{6,14}$/.test(asked)) throw new ApiError('invalid_phone_number');
  if (mfa_phone_number_verified && asked !== mfa_phone_number) throw new ApiError('duplicate_member_phone_number');
}

/** New roles end the member's sessions, unless the call says that they may go on. */
function assign({ world, body }: Call, member: Member, roles: readonly string[]): void {
  amend(world, member, { roles: assignedRoles(roles), is_admin: roles.includes('stytch_admin') });
  if (body.preserve_existing_sessions !== true) revokeAllOf(world, member);
}
