import type { Authentication, CallName, TokenType } from '../flows/call.js';
import { StytchElementsError } from '../flows/errors.js';
import type { Desk, Performers } from './calls.js';
import { open } from './open.js';

type Entrance = Extract<
  CallName,
  | 'redeem'
  | 'find-organization'
  | 'find-connections'
  | 'send-link'
  | 'send-code'
  | 'email-code'
  | 'password'
  | 'start-reset'
  | 'set-password'
  | 'start-oauth'
  | 'start-sso'
>;

const PROVIDERS = {
  google_oauth: 'google',
  microsoft_oauth: 'microsoft',
  github_oauth: 'github',
  hubspot_oauth: 'hubspot',
  slack_oauth: 'slack',
} as const;

/** The calls of a first factor. Without an organization they are those of discovery, where one is chosen afterwards. */
export const entrance: Performers<Entrance> = {
  redeem: async (desk, { ticket }) => open(await redeemers[ticket.type](desk, ticket.token)),

  'find-organization': async ({ client }, { slug }) =>
    (await client.organization.getBySlug({ organization_slug: slug })).organization,

  'find-connections': async ({ client }, { email }) => (await client.sso.discoverConnections(email)).connections,

  'send-link': async ({ client, callbackUrl: url }, { organization_id, email: email_address }) => {
    const { email } = client.magicLinks;
    if (organization_id) await email.loginOrSignup({ email_address, organization_id, ...landing(url) });
    else await email.discovery.send({ email_address, ...(url && { discovery_redirect_url: url }) });
    return null;
  },

  'send-code': async ({ client }, { organization_id, email: email_address }) => {
    const { email } = client.otps;
    if (organization_id) await email.loginOrSignup({ email_address, organization_id });
    else await email.discovery.send({ email_address });
    return null;
  },

  'email-code': async ({ client, minutes }, { organization_id, email: email_address, secret: code }) => {
    const { email } = client.otps;
    if (!organization_id) return found(await email.discovery.authenticate({ email_address, code }));
    const options = { organization_id, email_address, code, session_duration_minutes: minutes };
    return open(await email.authenticate(options));
  },

  password: async ({ client, minutes }, { organization_id, email: email_address, secret: password }) => {
    const { passwords } = client;
    if (!organization_id) return found(await passwords.discovery.authenticate({ email_address, password }));
    const options = { organization_id, email_address, password, session_duration_minutes: minutes };
    return open(await passwords.authenticate(options));
  },

  'start-reset': async ({ client, callbackUrl: url }, { organization_id, email: email_address }) => {
    const { passwords } = client;
    const reset = url && { reset_password_redirect_url: resetting(url) };
    if (organization_id)
      await passwords.resetByEmailStart({
        email_address,
        organization_id,
        ...reset,
        ...(url && { login_redirect_url: url }),
      });
    else
      await passwords.discovery.resetByEmailStart({
        email_address,
        ...reset,
        ...(url && { discovery_redirect_url: url }),
      });
    return null;
  },

  'set-password': async ({ client, minutes: session_duration_minutes }, { ticket, secret: password }) => {
    const { passwords } = client;
    const { token: password_reset_token, type } = ticket;
    if (type === 'discovery') return found(await passwords.discovery.resetByEmail({ password_reset_token, password }));
    if (type === 'multi_tenant_passwords')
      return open(await passwords.resetByEmail({ password_reset_token, password, session_duration_minutes }));
    if (type !== 'multi_tenant_magic_links') throw new StytchElementsError('misconfigured', { detail: 'link-type' });
    return open(await passwords.resetBySession({ password }));
  },

  'start-oauth': async ({ client, callbackUrl: url }, { organization_id, method }) => {
    const provider = client.oauth[PROVIDERS[method]];
    if (organization_id) await provider.start({ organization_id, ...landing(url) });
    else await provider.discovery.start(url ? { discovery_redirect_url: url } : {});
    return null;
  },

  'start-sso': async ({ client, callbackUrl: url }, { connection_id }) => {
    await client.sso.start({ connection_id, ...landing(url) });
    return null;
  },
};

/** What redeems each kind of token. A new password is asked for before its token is used. */
const redeemers: { readonly [T in TokenType]: (desk: Desk, token: string) => Promise<Authentication> } = {
  discovery: async ({ client }, token) =>
    found(await client.magicLinks.discovery.authenticate({ discovery_magic_links_token: token })),
  discovery_oauth: async ({ client }, token) =>
    found(await client.oauth.discovery.authenticate({ discovery_oauth_token: token })),
  oauth: ({ client, minutes }, oauth_token) =>
    client.oauth.authenticate({ oauth_token, session_duration_minutes: minutes }),
  sso: ({ client, minutes }, sso_token) => client.sso.authenticate({ sso_token, session_duration_minutes: minutes }),
  multi_tenant_magic_links: ({ client, minutes }, magic_links_token) =>
    client.magicLinks.authenticate({ magic_links_token, session_duration_minutes: minutes }),
  multi_tenant_impersonation: ({ client }, impersonation_token) =>
    client.impersonation.authenticate({ impersonation_token }),
  multi_tenant_passwords: () => Promise.reject(new StytchElementsError('misconfigured', { detail: 'link-type' })),
};

/** The answer of a discovery: no session, and organizations to choose from. */
function found(answer: Pick<Authentication, 'email_address' | 'discovered_organizations'>): Authentication {
  return open({ ...answer, member_session: null });
}

function landing(url: string | undefined) {
  return url ? { login_redirect_url: url, signup_redirect_url: url } : {};
}

/** The landing page, told that a new password is to be set there; Stytch's own card reads the same parameter. */
function resetting(url: string): string {
  const to = new URL(url);
  to.searchParams.set('stytch_redirect_type', 'reset_password');
  return to.href;
}
