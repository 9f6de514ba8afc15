import { ApiError } from './errors.js';
import { isWebUrl } from './call.js';
import { issueLink, landingUrl, type LinkPurpose } from './links.js';
import { demandChallenge } from './pkce.js';
import type { Organization } from './types.js';
import type { World } from './world.js';

/** The OAuth providers that can be started, by the name in their path. */
export const PROVIDERS: Record<string, string> = {
  google: 'Google',
  microsoft: 'Microsoft',
  hubspot: 'HubSpot',
  slack: 'Slack',
  github: 'GitHub',
};

/** A sign-on with somebody else that a page has started: with whom, for what, and where it returns to. */
export interface SignOn {
  purpose: Extract<LinkPurpose, 'oauth' | 'discovery_oauth' | 'sso'>;
  title: string;
  organization: Organization | undefined;
  provider?: string | undefined;
  connection_id?: string | undefined;
  code_challenge?: string | undefined;
  redirect: string;
  /** Where it returns to with somebody who is not a member yet. */
  signupRedirect: string;
  /** The address to offer first. */
  hint: string;
}

/** Reads a start URL of an OAuth provider. */
export function oauthSignOn(world: World, provider: string, discovery: boolean, query: Record<string, string>): SignOn {
  const title = PROVIDERS[provider];
  checkToken(world, query);
  if (!title) throw new ApiError('route_not_found', `No such provider: ${provider}`);
  const organization = discovery ? undefined : world.directory.organization(query.organization_id ?? query.slug ?? '');
  if (!discovery && !organization) throw new ApiError('organization_not_found');
  return {
    purpose: discovery ? 'discovery_oauth' : 'oauth',
    title,
    organization,
    provider,
    code_challenge: demandChallenge(world, query.pkce_code_challenge),
    ...redirectsIn(world, query, discovery ? 'discovery' : 'login'),
    hint: query.provider_login_hint ?? '',
  };
}

/** Reads a start URL of an organization's single sign-on. */
export function ssoSignOn(world: World, query: Record<string, string>): SignOn {
  checkToken(world, query);
  const { connection_id = '' } = query;
  const organization = world.directory.organizations().find((each) => {
    return each.sso_active_connections.some((connection) => connection.connection_id === connection_id);
  });
  const connection = organization?.sso_active_connections.find((each) => each.connection_id === connection_id);
  if (!connection) throw new ApiError('sso_connection_not_found');
  return {
    purpose: 'sso',
    title: connection.display_name,
    organization,
    connection_id,
    code_challenge: demandChallenge(world, query.pkce_code_challenge),
    ...redirectsIn(world, query, 'login'),
    hint: query.provider_login_hint ?? '',
  };
}

/** Where the browser goes when somebody was recognized. */
export function approvedUrl(world: World, signOn: SignOn, email_address: string): string {
  const { purpose, organization, provider, connection_id, code_challenge, redirect, signupRedirect } = signOn;
  const organization_id = organization?.organization_id ?? '';
  const who = { purpose, email_address, organization_id, provider, connection_id, code_challenge };
  const signsUp = organization && world.directory.memberByEmail(organization_id, email_address)?.status !== 'active';
  return landingUrl(signsUp ? signupRedirect : redirect, purpose, issueLink(world, who));
}

/** Where the browser goes when somebody refuses. */
export function deniedUrl({ redirect }: SignOn): string {
  const url = new URL(redirect);
  url.searchParams.set('error', 'access_denied');
  url.searchParams.set('error_description', 'The person refused.');
  return url.href;
}

function checkToken({ publicToken }: World, { public_token }: Record<string, string>): void {
  if (public_token !== publicToken) throw new ApiError('unauthorized_credentials');
}

function redirectsIn(world: World, query: Record<string, string>, kind: 'login' | 'discovery') {
  const redirect = query[`${kind}_redirect_url`] ?? world.redirectUrl;
  const signupRedirect = (kind === 'login' && query.signup_redirect_url) || redirect;
  if (![redirect, signupRedirect].every(isWebUrl)) throw new ApiError('no_match_for_provided_magic_link_url');
  return { redirect, signupRedirect };
}
