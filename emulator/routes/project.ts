import { ApiError } from '../errors.js';
import { publicKeys } from '../jwt.js';
import { POLICY } from '../rbac.js';
import { organizationBy } from '../lookup.js';
import type { World } from '../world.js';
import { browser, open, server, type Route } from './route.js';

const SETTINGS = {
  project_name: 'Emulated project',
  disable_sdk_watermark: true,
  cname_domain: null,
  email_domains: ['example.com'],
  captcha_settings: { enabled: false },
  password_config: null,
  dfp_protected_auth_enabled: false,
  siwe_required_for_crypto_wallets: false,
  vertical: 'B2B',
};

/** What clients ask about the project itself: its settings, its keys and its RBAC policy. */
export const project: Route[] = [
  open(
    browser('GET', '/projects/bootstrap/:public_token', ({ world, params }) => {
      if (params.public_token !== world.publicToken) throw new ApiError('project_not_found');
      return { ...SETTINGS, ...choices(world), rbac_policy: POLICY };
    }),
  ),
  open(browser('POST', '/events', () => ({}))),
  open(
    server('GET', '/b2b/sessions/jwks/:project_id', async ({ world, params }) => {
      if (params.project_id !== world.projectId) throw new ApiError('project_not_found');
      return { keys: await publicKeys() };
    }),
  ),
  server('GET', '/b2b/rbac/policy', () => ({ policy: POLICY })),
  server('GET', '/b2b/rbac/organizations/:organization_id', ({ world, params }) => {
    return { org_policy: { roles: organizationBy(world, params.organization_id ?? '').custom_roles } };
  }),
];

/** The settings that differ from world to world. */
function choices({ pkce, slugPattern, createOrganization }: World) {
  return {
    pkce_required_for_email_magic_links: pkce,
    pkce_required_for_password_resets: pkce,
    pkce_required_for_oauth: pkce,
    pkce_required_for_sso: pkce,
    slug_pattern: slugPattern,
    create_organization_enabled: createOrganization,
  };
}
