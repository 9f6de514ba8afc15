import type { Call } from './call.js';
import { ApiError } from './errors.js';
import { checkName, checkSlug, freeSlug, nameFor } from './naming.js';
import { newOrganization } from './shapes.js';
import type { Json, Organization } from './types.js';
import type { World } from './world.js';

/** The settings of an organization that a request may change: what type they have, and which permission it takes. */
const SETTINGS: Partial<Record<keyof Organization, readonly [type: 'text' | 'list' | 'object', action: string]>> = {
  organization_name: ['text', 'update.info.name'],
  organization_slug: ['text', 'update.info.slug'],
  organization_logo_url: ['text', 'update.info.logo-url'],
  organization_external_id: ['text', 'update.info.name'],
  trusted_metadata: ['object', 'update.info.trusted-metadata'],
  sso_default_connection_id: ['text', 'update.settings.default-sso-connection'],
  sso_jit_provisioning: ['text', 'update.settings.sso-jit-provisioning'],
  sso_jit_provisioning_allowed_connections: ['list', 'update.settings.sso-jit-provisioning'],
  email_allowed_domains: ['list', 'update.settings.allowed-domains'],
  email_jit_provisioning: ['text', 'update.settings.email-jit-provisioning'],
  email_invites: ['text', 'update.settings.email-invites'],
  oauth_tenant_jit_provisioning: ['text', 'update.settings.oauth-tenant-jit-provisioning'],
  allowed_oauth_tenants: ['object', 'update.settings.oauth-tenant-jit-provisioning'],
  claimed_email_domains: ['list', 'update.settings.allowed-domains'],
  auth_methods: ['text', 'update.settings.allowed-auth-methods'],
  allowed_auth_methods: ['list', 'update.settings.allowed-auth-methods'],
  mfa_methods: ['text', 'update.settings.allowed-mfa-methods'],
  allowed_mfa_methods: ['list', 'update.settings.allowed-mfa-methods'],
  mfa_policy: ['text', 'update.settings.mfa-policy'],
  rbac_email_implicit_role_assignments: ['list', 'update.settings.implicit-roles'],
};

const ALLOWED: Partial<Record<keyof Organization, readonly string[]>> = {
  auth_methods: ['ALL_ALLOWED', 'RESTRICTED'],
  mfa_methods: ['ALL_ALLOWED', 'RESTRICTED'],
  mfa_policy: ['OPTIONAL', 'REQUIRED_FOR_ALL'],
  email_jit_provisioning: ['RESTRICTED', 'NOT_ALLOWED'],
  email_invites: ['ALL_ALLOWED', 'RESTRICTED', 'NOT_ALLOWED'],
  sso_jit_provisioning: ['ALL_ALLOWED', 'RESTRICTED', 'NOT_ALLOWED'],
};

type SettingName = keyof typeof SETTINGS;

/** The settings a body names, checked. */
export function settingsIn(world: World, body: Json, organization?: Organization): Partial<Organization> {
  const named = Object.entries(body).filter(([name, value]) => name in SETTINGS && value !== undefined);
  for (const [name, value] of named) checkType(name as SettingName, value);
  const settings = Object.fromEntries(named) as Partial<Organization>;
  if (settings.organization_name !== undefined) checkName(settings.organization_name);
  if (settings.organization_slug !== undefined) checkSlug(world, settings.organization_slug, organization);
  if (settings.email_allowed_domains?.some((domain) => !/^[^\s@]+\.[^\s@]+$/.test(domain))) {
    throw new ApiError('invalid_domain');
  }
  return settings;
}

/** The permissions it takes to change these settings. */
export function actionsFor(settings: Partial<Organization>): string[] {
  return Object.keys(settings).flatMap((name) => SETTINGS[name as SettingName]?.[1] ?? []);
}

/** A new organization as a body describes it; what the body leaves out comes from its creator's address. */
export function organizationFrom({ world, body }: Call, creator?: string): Organization {
  const settings = settingsIn(world, body);
  const { organization_name = nameFor(creator ?? '') } = settings;
  const slug = () => freeSlug(world, creator === undefined ? organization_name : nameFor(creator));
  const { organization_slug = slug() } = settings;
  return newOrganization(world.timestamp(), { ...settings, organization_name, organization_slug });
}

function checkType(name: SettingName, value: unknown): void {
  const type = SETTINGS[name]?.[0];
  const right =
    type === 'list' ? Array.isArray(value) : type === 'object' ? typeof value === 'object' : typeof value === 'string';
  const allowed = ALLOWED[name];
  if (value === null && name === 'sso_default_connection_id') return;
  if (right && (!allowed || allowed.includes(value as string))) return;
  throw new ApiError('invalid_request', `The field ${name} has a value that is not possible.`);
}
