/** A JSON object whose fields are not known beforehand. */
export type Json = Record<string, unknown>;

/** How a first factor was proved, in the words of `allowed_auth_methods`. */
export type AuthMethod =
  | 'sso'
  | 'magic_link'
  | 'email_otp'
  | 'password'
  | 'google_oauth'
  | 'microsoft_oauth'
  | 'slack_oauth'
  | 'hubspot_oauth'
  | 'github_oauth';

/** How a second factor was proved, in the words of `allowed_mfa_methods`. */
export type MfaMethod = 'totp' | 'sms_otp';

/** An organization's or project's policy on something that may be open, closed, or open to some. */
export type Policy = 'ALL_ALLOWED' | 'RESTRICTED' | 'NOT_ALLOWED';

/** A single sign-on connection that members of an organization can use. */
export interface SsoConnection {
  connection_id: string;
  display_name: string;
  identity_provider: string;
}

/** An organization, as every response shows it. */
export interface Organization {
  organization_id: string;
  organization_name: string;
  organization_slug: string;
  organization_external_id: string;
  organization_logo_url: string;
  trusted_metadata: Json;
  custom_roles: Role[];
  sso_default_connection_id: string | null;
  sso_jit_provisioning: Policy;
  sso_jit_provisioning_allowed_connections: string[];
  sso_active_connections: SsoConnection[];
  scim_active_connection: null;
  email_allowed_domains: string[];
  email_jit_provisioning: Policy;
  email_invites: Policy;
  oauth_tenant_jit_provisioning: Policy;
  allowed_oauth_tenants: Json;
  claimed_email_domains: string[];
  auth_methods: 'ALL_ALLOWED' | 'RESTRICTED';
  allowed_auth_methods: AuthMethod[];
  mfa_methods: 'ALL_ALLOWED' | 'RESTRICTED';
  allowed_mfa_methods: MfaMethod[];
  mfa_policy: 'OPTIONAL' | 'REQUIRED_FOR_ALL';
  rbac_email_implicit_role_assignments: { domain: string; role_id: string }[];
  first_party_connected_apps_allowed_type: Policy;
  allowed_first_party_connected_apps: string[];
  third_party_connected_apps_allowed_type: Policy;
  allowed_third_party_connected_apps: string[];
  created_at: string;
  updated_at: string;
}

/** A member, as every response shows it. */
export interface Member {
  organization_id: string;
  member_id: string;
  external_id: string;
  email_address: string;
  email_address_verified: boolean;
  retired_email_addresses: { email_id: string; email_address: string }[];
  status: 'active' | 'pending' | 'invited' | 'deleted';
  name: string;
  trusted_metadata: Json;
  untrusted_metadata: Json;
  created_at: string;
  updated_at: string;
  sso_registrations: Json[];
  oauth_registrations: Json[];
  scim_registration: null;
  is_breakglass: boolean;
  is_admin: boolean;
  is_locked: boolean;
  member_password_id: string;
  mfa_enrolled: boolean;
  mfa_phone_number: string;
  mfa_phone_number_verified: boolean;
  default_mfa_method: MfaMethod | '';
  totp_registration_id: string;
  roles: { role_id: string; sources: { type: string; details: Json }[] }[];
}

/** One factor in a session's `authentication_factors`. */
export interface Factor extends Json {
  type: string;
  delivery_method: string;
  sequence_order: 'PRIMARY' | 'SECONDARY';
  last_authenticated_at: string;
}

/** A factor together with where it was proved, which decides where else it counts. */
export interface Proof {
  method: AuthMethod | MfaMethod | 'recovery_codes' | 'impersonated';
  /** The organization it was proved in, or null for a discovery flow. */
  organization_id: string | null;
  factor: Factor;
}

/** A session, as every response shows it. */
export interface MemberSession {
  member_session_id: string;
  member_id: string;
  organization_id: string;
  organization_slug: string;
  started_at: string;
  last_accessed_at: string;
  expires_at: string;
  authentication_factors: Factor[];
  roles: string[];
  custom_claims: Json;
}

/** What a member who is not yet authenticated still owes as a second factor. */
export interface MfaRequired {
  member_options: { mfa_phone_number: string; totp_registration_id: string } | null;
  secondary_auth_initiated: 'sms_otp' | null;
}

/** A role and what it permits. */
export interface Role {
  role_id: string;
  description: string;
  permissions: { resource_id: string; actions: string[] }[];
}
