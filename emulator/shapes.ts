import { newId } from './ids.js';
import type { Member, Organization } from './types.js';

/** A moment as Stytch writes it: RFC 3339, UTC, whole seconds. */
export function timestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** What an organization is unless it says otherwise; its lists are replaced, never edited. */
const PLAIN_ORGANIZATION = {
  organization_name: '',
  organization_slug: '',
  organization_external_id: '',
  organization_logo_url: '',
  trusted_metadata: {},
  custom_roles: [],
  sso_default_connection_id: null,
  sso_jit_provisioning: 'NOT_ALLOWED',
  sso_jit_provisioning_allowed_connections: [],
  sso_active_connections: [],
  scim_active_connection: null,
  email_allowed_domains: [],
  email_jit_provisioning: 'NOT_ALLOWED',
  email_invites: 'ALL_ALLOWED',
  oauth_tenant_jit_provisioning: 'NOT_ALLOWED',
  allowed_oauth_tenants: {},
  claimed_email_domains: [],
  auth_methods: 'ALL_ALLOWED',
  allowed_auth_methods: [],
  mfa_methods: 'ALL_ALLOWED',
  allowed_mfa_methods: [],
  mfa_policy: 'OPTIONAL',
  rbac_email_implicit_role_assignments: [],
  first_party_connected_apps_allowed_type: 'ALL_ALLOWED',
  allowed_first_party_connected_apps: [],
  third_party_connected_apps_allowed_type: 'ALL_ALLOWED',
  allowed_third_party_connected_apps: [],
} satisfies Partial<Organization>;

/** What a member is unless they say otherwise; their lists are replaced, never edited. */
const PLAIN_MEMBER = {
  organization_id: '',
  external_id: '',
  email_address: '',
  email_address_verified: false,
  retired_email_addresses: [],
  status: 'pending',
  name: '',
  trusted_metadata: {},
  untrusted_metadata: {},
  sso_registrations: [],
  oauth_registrations: [],
  scim_registration: null,
  is_breakglass: false,
  is_locked: false,
  member_password_id: '',
  mfa_enrolled: false,
  mfa_phone_number: '',
  mfa_phone_number_verified: false,
  default_mfa_method: '',
  totp_registration_id: '',
} satisfies Partial<Member>;

/** A complete organization from the fields that matter. */
export function newOrganization(created_at: string, fields: Partial<Organization>): Organization {
  const organization_id = newId('organization');
  return { ...PLAIN_ORGANIZATION, organization_id, created_at, updated_at: created_at, ...fields };
}

/** A complete member from the fields that matter. */
export function newMember(
  created_at: string,
  fields: Partial<Member>,
  role_ids: readonly string[] = ['stytch_member'],
): Member {
  const roles = assignedRoles(role_ids);
  const is_admin = role_ids.includes('stytch_admin');
  const member_id = newId('member');
  return { ...PLAIN_MEMBER, member_id, created_at, updated_at: created_at, roles, is_admin, ...fields };
}

/** Roles as a member carries them when they were assigned directly. */
export function assignedRoles(roles: readonly string[]): Member['roles'] {
  return roles.map((role_id) => ({ role_id, sources: [{ type: 'direct_assignment', details: {} }] }));
}
