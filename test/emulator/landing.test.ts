import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WorldOptions } from '../../emulator/index.js';
import { approve, Page, signedOut, type Answer } from './support.js';

const ADA = { email_address: 'ada@example.com' };
const IN_ACME = { ...ADA, organization_id: 'acme' };
const SSO = { connection_id: 'saml-connection-test-umbrella' };
const PASSWORD = { password: 'six purple otters juggle' };

type Values = Record<string, string>;

/** A way to a landing URL: the redirect parameter it honours, and what its URL is expected to carry. */
interface Way {
  parameter: string;
  go: (page: Page, redirect: Values) => Promise<URL>;
  type: string;
  refusal: string;
  /** What also distinguishes the URL. */
  also?: Values;
}

function mailed(path: string, body: object): Way['go'] {
  return async (page, redirect) => {
    assert.equal((await page.call(path, { ...body, ...redirect })).status, 200);
    return new URL(page.emulator.outbox().at(-1)?.url ?? '');
  };
}

function visited(path: string, query: Values): Way['go'] {
  return (page, redirect) => approve(page, path, { ...query, ...redirect });
}

const RESET = { stytch_redirect_type: 'reset_password' };
const LINK = 'unable_to_auth_magic_link';
const OAUTH = 'oauth_token_not_found';

const WAYS: Record<string, Way> = {
  'an e-mail link': {
    parameter: 'login_redirect_url',
    go: mailed('/b2b/magic_links/email/login_or_signup', IN_ACME),
    type: 'multi_tenant_magic_links',
    refusal: LINK,
  },
  'a discovery link': {
    parameter: 'discovery_redirect_url',
    go: mailed('/b2b/magic_links/email/discovery/send', ADA),
    type: 'discovery',
    refusal: LINK,
  },
  'a password reset': {
    parameter: 'reset_password_redirect_url',
    go: mailed('/b2b/passwords/email/reset/start', IN_ACME),
    type: 'multi_tenant_passwords',
    refusal: 'unable_to_auth_password_reset_token',
    also: RESET,
  },
  'a discovery password reset': {
    parameter: 'reset_password_redirect_url',
    go: mailed('/b2b/passwords/discovery/reset/start', ADA),
    type: 'discovery',
    refusal: 'unable_to_auth_password_reset_token',
    also: RESET,
  },
  OAuth: {
    parameter: 'login_redirect_url',
    go: visited('/v1/b2b/public/oauth/microsoft/start', { organization_id: 'organization-test-acme' }),
    type: 'oauth',
    refusal: OAUTH,
  },
  'discovery OAuth': {
    parameter: 'discovery_redirect_url',
    go: visited('/v1/b2b/public/oauth/hubspot/discovery/start', {}),
    type: 'discovery_oauth',
    refusal: OAUTH,
  },
  'single sign-on': {
    parameter: 'login_redirect_url',
    go: visited('/v1/public/sso/start', SSO),
    type: 'sso',
    refusal: 'sso_token_not_found',
  },
  impersonation: {
    parameter: '', // the dashboard names none
    go: ({ emulator }) => Promise.resolve(new URL(emulator.impersonation(ADA.email_address, 'Acme').url)),
    type: 'multi_tenant_impersonation',
    refusal: 'unable_to_auth_impersonation_token',
  },
};

/** What the SDK calls for each `stytch_token_type`; a reset form takes some of them over. */
const REDEEMED: Record<string, (token: string) => [path: string, body: object]> = {
  multi_tenant_magic_links: (magic_links_token) => ['/b2b/magic_links/authenticate', { magic_links_token }],
  discovery: (token) => ['/b2b/magic_links/discovery/authenticate', { discovery_magic_links_token: token }],
  discovery_oauth: (token) => ['/b2b/oauth/discovery/authenticate', { discovery_oauth_token: token }],
  oauth: (oauth_token) => ['/b2b/oauth/authenticate', { oauth_token }],
  sso: (sso_token) => ['/b2b/sso/authenticate', { sso_token }],
  multi_tenant_impersonation: (impersonation_token) => ['/b2b/impersonation/authenticate', { impersonation_token }],
};

const RESETS: Record<string, string> = {
  multi_tenant_passwords: '/b2b/passwords/email/reset',
  discovery: '/b2b/passwords/discovery/reset',
};

/** Does with a landing URL what the page behind it does. */
function land(page: Page, { searchParams }: URL): Promise<Answer> {
  const type = searchParams.get('stytch_token_type') ?? '';
  const token = searchParams.get('token') ?? '';
  const resets = searchParams.get('stytch_redirect_type') === 'reset_password';
  const [path, body] = resets
    ? [RESETS[type] ?? '', { password_reset_token: token, ...PASSWORD }]
    : (REDEEMED[type]?.(token) ?? ['', {}]);
  return page.call(path, body);
}

describe('a landing URL', () => {
  for (const [name, { parameter, go, type, refusal, also = {} }] of Object.entries(WAYS)) {
    it(`of ${name} signs in, once and in time`, async () => {
      const page = signedOut();
      const redirect: Values = parameter ? { [parameter]: 'https://app.test/in?x=1' } : {};
      const url = await go(page, redirect);
      const { token, ...rest } = Object.fromEntries(url.searchParams);
      assert.deepEqual(rest, { ...(parameter ? { x: '1' } : {}), stytch_token_type: type, ...also });
      const answer = await land(page, url);
      assert.equal(answer.status, 200, answer.error_type);
      if (type.startsWith('discovery')) {
        assert.equal(answer.email_address, ADA.email_address);
        assert.equal(answer.discovered_organizations.length, 7);
        assert.notEqual(page.intermediate_session_token, '');
      } else {
        assert.equal(answer.member_authenticated, true);
        assert.equal(answer.member.email_address, ADA.email_address);
      }
      const used = await land(new Page(page.emulator), url);
      const late = await go(page, redirect);
      assert.notEqual(late.searchParams.get('token'), token);
      page.emulator.clock(60 * 60);
      const expired = await land(page, late);
      assert.deepEqual([used.error_type, expired.error_type], [refusal, refusal]);
      assert.equal(used.status, expired.status);
    });

    it(`of ${name} is the project’s where the request names none`, async () => {
      const url = await go(signedOut({ redirectUrl: 'https://project.test/auth' }), {});
      assert.equal(url.origin + url.pathname, 'https://project.test/auth');
    });
  }

  it('of somebody who is not a member yet is the one for signing up', async () => {
    const redirects = { login_redirect_url: 'https://app.test/login', signup_redirect_url: 'https://app.test/signup' };
    const inWayne = { ...ADA, organization_id: 'wayne' };
    const send = mailed('/b2b/magic_links/email/login_or_signup', inWayne);
    const visit = visited('/v1/b2b/public/oauth/google/start', { slug: 'wayne' });
    for (const go of [send, visit]) {
      const page = signedOut();
      const first = await go(page, redirects);
      assert.equal(first.pathname, '/signup');
      assert.equal((await land(page, first)).member.status, 'active');
      assert.equal((await go(page, redirects)).pathname, '/login');
    }
  });

  it('is never one that runs a script, whichever parameter names it', async () => {
    const script = 'javascript:alert(1)';
    for (const options of [{}, { redirectUrl: 'https://project.test/' }] satisfies WorldOptions[]) {
      const page = signedOut(options);
      const start = new URLSearchParams({ public_token: page.emulator.publicToken, slug: 'acme' });
      start.set('signup_redirect_url', script);
      const url = `http://x/v1/b2b/public/oauth/google/start?${start}`;
      assert.equal((await page.emulator.fetch(new Request(url))).status, 400);
      const reset = { ...IN_ACME, reset_password_redirect_url: script };
      assert.equal((await page.call('/b2b/passwords/email/reset/start', reset)).status, 400);
    }
  });
});
