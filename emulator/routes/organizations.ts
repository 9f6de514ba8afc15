import { amend } from '../amend.js';
import { text, type Call } from '../call.js';
import { callOrganization, revokeAllOf } from '../members.js';
import { authorize } from '../rbac.js';
import { searchOrganizations } from '../search.js';
import { actionsFor, organizationFrom, settingsIn } from '../settings.js';
import { both, browser, server, type Route } from './route.js';

const BY_SLUG = [
  'organization_id',
  'organization_name',
  'organization_slug',
  'organization_logo_url',
  'sso_active_connections',
  'sso_default_connection_id',
  'email_jit_provisioning',
  'email_allowed_domains',
  'oauth_tenant_jit_provisioning',
  'allowed_oauth_tenants',
  'auth_methods',
  'allowed_auth_methods',
  'mfa_policy',
  'mfa_methods',
  'allowed_mfa_methods',
] as const;

/** Organizations: looked up, changed, made and deleted. */
export const organizations: Route[] = [
  browser('GET', '/b2b/organizations/me', get),
  browser('PUT', '/b2b/organizations/me', update),
  browser('DELETE', '/b2b/organizations/me', remove),
  browser('POST', '/b2b/organizations/search', getBySlug),
  both('GET', '/b2b/organizations/connected_apps', () => ({ connected_apps: [] })),
  server('POST', '/b2b/organizations/search', (call) =>
    searchOrganizations(call, call.world.directory.organizations()),
  ),
  server('POST', '/b2b/organizations', create),
  server('GET', '/b2b/organizations/:organization_id', get),
  server('PUT', '/b2b/organizations/:organization_id', update),
  server('DELETE', '/b2b/organizations/:organization_id', remove),
];

async function get(call: Call) {
  return { organization: await callOrganization(call) };
}

async function update(call: Call) {
  const organization = await callOrganization(call);
  const settings = settingsIn(call.world, call.body, organization);
  await authorize(call, organization, 'stytch.organization', actionsFor(settings));
  return { organization: amend(call.world, organization, settings) };
}

async function remove(call: Call) {
  const { directory } = call.world;
  const organization = await callOrganization(call);
  const { organization_id } = organization;
  await authorize(call, organization, 'stytch.organization', ['delete']);
  for (const member of directory.membersIn(organization_id)) revokeAllOf(call.world, member);
  directory.removeOrganization(organization);
  return { organization_id };
}

function create(call: Call) {
  text(call, 'organization_name');
  return { organization: call.world.directory.addOrganization(organizationFrom(call)) };
}

/** What anybody may know of an organization whose slug they know, or null. */
function getBySlug(call: Call) {
  const slug = text(call, 'organization_slug');
  const organization = call.world.directory.organization(slug);
  if (organization?.organization_slug !== slug) return { organization: null };
  return { organization: Object.fromEntries(BY_SLUG.map((name) => [name, organization[name]])) };
}
