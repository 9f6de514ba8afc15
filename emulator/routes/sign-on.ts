import { allowsMethod } from '../assess.js';
import { amend } from '../amend.js';
import { optionalText, text, type Call } from '../call.js';
import { checkCarried } from '../caller.js';
import { attemptOf, conclude } from '../conclude.js';
import { memberOrJoin, joining } from '../discovery.js';
import { ApiError } from '../errors.js';
import { newId, newToken } from '../ids.js';
import { redeemLink, type Link } from '../links.js';
import { discoveryAnswer } from '../login.js';
import { organizationBy } from '../lookup.js';
import { oauthProof, ssoProof } from '../proofs.js';
import { timestamp } from '../shapes.js';
import type { AuthMethod, Member, Organization } from '../types.js';
import { both, type Route } from './route.js';

/** Coming back from an OAuth provider or an identity provider. */
export const signOns: Route[] = [
  both('POST', '/b2b/oauth/authenticate', authenticateOauth),
  both('POST', '/b2b/oauth/discovery/authenticate', authenticateDiscoveryOauth),
  both('POST', '/b2b/sso/authenticate', authenticateSso),
];

async function authenticateOauth(call: Call) {
  const { world } = call;
  await checkCarried(call);
  const link = await redeemLink(world, text(call, 'oauth_token'), ['oauth'], optionalText(call, 'pkce_code_verifier'));
  const { organization_id, email_address, provider = '' } = link;
  const organization = organizationBy(world, organization_id);
  checkMethod(organization, `${provider}_oauth` as AuthMethod);
  const member = memberOrJoin(world, organization, email_address);
  register(call, member, link);
  const proof = oauthProof(world.now(), provider, email_address, organization_id);
  const answer = await conclude(call, await attemptOf(call, member, organization, proof));
  const provider_subject = `${provider}|${email_address}`;
  return {
    ...answer,
    provider_type: provider,
    provider_subject,
    provider_values: providerValues(call),
    reset_session: false,
  };
}

async function authenticateDiscoveryOauth(call: Call) {
  const { world } = call;
  const token = text(call, 'discovery_oauth_token');
  const link = await redeemLink(world, token, ['discovery_oauth'], optionalText(call, 'pkce_code_verifier'));
  const { email_address, provider = '' } = link;
  return discoveryAnswer(call, email_address, [oauthProof(world.now(), provider, email_address, null)]);
}

async function authenticateSso(call: Call) {
  const { world } = call;
  await checkCarried(call);
  const link = await redeemLink(world, text(call, 'sso_token'), ['sso'], optionalText(call, 'pkce_code_verifier'));
  const { organization_id, email_address, connection_id = '' } = link;
  const organization = organizationBy(world, organization_id);
  checkMethod(organization, 'sso');
  const member = provisioned(call, organization, email_address, connection_id);
  const registration = {
    connection_id,
    external_id: email_address,
    registration_id: `sso-registration-test-${email_address}`,
    sso_attributes: {},
  };
  const others = member.sso_registrations.filter((each) => each.connection_id !== connection_id);
  amend(world, member, { sso_registrations: [...others, registration] });
  const proof = ssoProof(world.now(), connection_id, email_address, organization_id);
  const answer = await conclude(call, await attemptOf(call, member, organization, proof));
  return { ...answer, method_id: registration.registration_id, reset_session: false };
}

/** The member an identity provider vouches for, made on the spot where the organization lets it. */
function provisioned(
  { world }: Call,
  organization: Organization,
  email_address: string,
  connection_id: string,
): Member {
  const known = world.directory.memberByEmail(organization.organization_id, email_address);
  if (known) return known;
  const { sso_jit_provisioning, sso_jit_provisioning_allowed_connections } = organization;
  const named = sso_jit_provisioning_allowed_connections.includes(connection_id);
  const open = sso_jit_provisioning === 'ALL_ALLOWED' || (sso_jit_provisioning === 'RESTRICTED' && named);
  if (!open) throw new ApiError('invalid_connection_for_jit_provisioning');
  return world.directory.addMember(joining(world, organization, email_address));
}

function checkMethod(organization: Organization, method: AuthMethod): void {
  if (!allowsMethod(organization, method)) throw new ApiError('operation_restricted_by_organization_auth_methods');
}

/** Notes on the member that they use this provider. */
function register({ world }: Call, member: Member, { provider = '', email_address }: Link): void {
  const provider_type = provider.replace(/^./, (letter) => letter.toUpperCase());
  if (member.oauth_registrations.some((each) => each.provider_type === provider_type)) return;
  const registration = {
    member_oauth_registration_id: newId('oauth-member'),
    provider_type,
    provider_subject: `${provider}|${email_address}`,
    profile_picture_url: null,
    locale: null,
    provider_tenants: [],
  };
  amend(world, member, { oauth_registrations: [...member.oauth_registrations, registration] });
}

function providerValues({ world }: Call) {
  const expires_at = timestamp(world.now() + 60 * 60_000);
  return { access_token: newToken(), id_token: '', refresh_token: newToken(), scopes: ['openid', 'email'], expires_at };
}
