import { amend } from '../amend.js';
import type { Call } from '../call.js';
import { found } from '../errors.js';
import { callOrganization } from '../members.js';
import { authorize } from '../rbac.js';
import type { Organization, SsoConnection } from '../types.js';
import { browser, server, type Route } from './route.js';

/** An organization's single sign-on connections, and finding them by e-mail address. */
export const ssoConnections: Route[] = [
  browser('GET', '/b2b/sso/discovery/connections', discover),
  browser('GET', '/b2b/sso', list),
  browser('DELETE', '/b2b/sso/:connection_id', remove),
  server('GET', '/b2b/sso/:organization_id', list),
  server('DELETE', '/b2b/sso/:organization_id/connections/:connection_id', remove),
];

function discover({ world, query }: Call) {
  const members = world.directory.membersOf(query.email_address ?? '').filter((member) => member.status === 'active');
  const connections = members.flatMap(({ organization_id }) => {
    return world.directory.organization(organization_id)?.sso_active_connections ?? [];
  });
  return { connections };
}

async function list(call: Call) {
  const organization = await callOrganization(call);
  await authorize(call, organization, 'stytch.sso', ['get']);
  const shown = organization.sso_active_connections.map((connection) => details(organization, connection));
  const isOidc = ({ connection_id }: SsoConnection) => connection_id.startsWith('oidc');
  return {
    saml_connections: shown.filter((each) => !isOidc(each)),
    oidc_connections: shown.filter(isOidc),
    external_connections: [],
  };
}

async function remove(call: Call) {
  const organization = await callOrganization(call);
  await authorize(call, organization, 'stytch.sso', ['delete']);
  const { sso_active_connections, sso_default_connection_id } = organization;
  const gone = found(
    sso_active_connections.find((each) => each.connection_id === call.params.connection_id),
    'sso_connection_not_found',
  );
  const { connection_id } = gone;
  amend(call.world, organization, {
    sso_active_connections: sso_active_connections.filter((each) => each !== gone),
    sso_default_connection_id: sso_default_connection_id === connection_id ? null : sso_default_connection_id,
  });
  return { connection_id };
}

function details({ organization_id }: Organization, connection: SsoConnection) {
  return {
    ...connection,
    organization_id,
    status: 'active',
    attribute_mapping: { email: 'NameID' },
    idp_entity_id: 'https://idp.example.com/entity',
    idp_sso_url: 'https://idp.example.com/sso',
    acs_url: `https://test.stytch.com/v1/b2b/sso/callback/${connection.connection_id}`,
    audience_uri: `https://test.stytch.com/v1/b2b/sso/callback/${connection.connection_id}`,
    alternative_audience_uri: '',
    alternative_acs_url: '',
    nameid_format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    idp_initiated_auth_disabled: false,
    saml_connection_implicit_role_assignments: [],
    saml_group_implicit_role_assignments: [],
    signing_certificates: [],
    verification_certificates: [],
    encryption_private_keys: [],
  };
}
