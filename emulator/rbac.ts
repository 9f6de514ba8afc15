import type { Call } from './call.js';
import { actingSession } from './caller.js';
import { ApiError } from './errors.js';
import type { Organization, Role } from './types.js';

const SELF_ACTIONS = [
  'update.info.name',
  'update.info.untrusted-metadata',
  'update.info.mfa-phone',
  'update.info.email',
  'update.info.delete.mfa-phone',
  'update.info.delete.mfa-totp',
  'update.info.delete.password',
  'update.settings.mfa-enrolled',
  'update.settings.default-mfa-method',
  'get',
  'revoke-sessions',
];

const MEMBER_ACTIONS = [
  ...SELF_ACTIONS,
  'create',
  'search',
  'delete',
  'update.info.trusted-metadata',
  'update.settings.is-breakglass',
  'update.settings.roles',
];

const ORGANIZATION_ACTIONS = [
  'get',
  'delete',
  'update.info.name',
  'update.info.slug',
  'update.info.logo-url',
  'update.info.trusted-metadata',
  'update.settings.allowed-auth-methods',
  'update.settings.allowed-domains',
  'update.settings.allowed-mfa-methods',
  'update.settings.default-sso-connection',
  'update.settings.email-invites',
  'update.settings.email-jit-provisioning',
  'update.settings.mfa-policy',
  'update.settings.sso-jit-provisioning',
  'update.settings.implicit-roles',
  'update.settings.oauth-tenant-jit-provisioning',
];

const RESOURCES: Record<string, readonly [description: string, actions: string[]]> = {
  'stytch.organization': ['The member’s organization', ORGANIZATION_ACTIONS],
  'stytch.member': ['Members of the organization', MEMBER_ACTIONS],
  'stytch.self': ['The member themselves', SELF_ACTIONS],
  'stytch.sso': ['Single sign-on connections', ['create', 'get', 'update', 'delete']],
  'stytch.scim': ['SCIM connections', ['create', 'get', 'update', 'delete']],
  documents: ['Documents of the application', ['read', 'write', 'delete']],
};

const MEMBER_ROLE: Role = {
  role_id: 'stytch_member',
  description: 'Granted to all members',
  permissions: [
    { resource_id: 'stytch.self', actions: ['*'] },
    { resource_id: 'documents', actions: ['read'] },
  ],
};

const ADMIN_ROLE: Role = {
  role_id: 'stytch_admin',
  description: 'Granted to those who administer the organization',
  permissions: Object.keys(RESOURCES).map((resource_id) => ({ resource_id, actions: ['*'] })),
};

/** The project's RBAC policy. */
export const POLICY = {
  roles: [MEMBER_ROLE, ADMIN_ROLE],
  resources: Object.entries(RESOURCES).map(([resource_id, [description, actions]]) => {
    return { resource_id, description, actions };
  }),
  scopes: [],
};

/** The roles among `role_ids` that grant an action on a resource. */
export function grantingRoles(
  { custom_roles }: Organization,
  role_ids: readonly string[],
  resource_id: string,
  action: string,
): string[] {
  if (!RESOURCES[resource_id]?.[1].includes(action)) return []; // `*` means every action there is, not any word
  const grants = ({ permissions }: Role) =>
    permissions.some((each) => each.resource_id === resource_id && covers(each.actions, action));
  const roles = [...POLICY.roles, ...custom_roles].filter((role) => role_ids.includes(role.role_id));
  return roles.filter(grants).map((role) => role.role_id);
}

/**
 * Refuses when a call is made on behalf of a member whose roles do not allow it in this organization: each action must
 * be granted on one of the resources.
 */
export async function authorize(
  call: Call,
  organization: Organization,
  resource_id: string | readonly string[],
  actions: readonly string[],
): Promise<void> {
  const acting = await actingSession(call);
  if (!acting) return;
  const { organization_id, roles } = acting.session;
  if (organization_id !== organization.organization_id) throw new ApiError('session_authorization_tenancy_error');
  const granted = (action: string) =>
    [resource_id].flat().some((each) => grantingRoles(organization, roles, each, action).length > 0);
  if (!actions.every(granted)) throw new ApiError('session_authorization_error');
}

/** Whether a role id means anything in an organization. */
export function roleExists({ custom_roles }: Organization, role_id: string): boolean {
  return [...POLICY.roles, ...custom_roles].some((role) => role.role_id === role_id);
}

function covers(actions: readonly string[], action: string): boolean {
  return actions.includes('*') || actions.includes(action);
}
