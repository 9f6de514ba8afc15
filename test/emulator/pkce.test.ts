import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import stytch from 'stytch';
import { emulateInPage, startEmulator } from '../../emulator/index.js';
import { approve, pkcePair, sentToken, signedOut, type Answer, type Page } from './support.js';

const ADA = { email_address: 'ada@example.com' };
const IN_ACME = { ...ADA, organization_id: 'acme' };
const SSO = { connection_id: 'saml-connection-test-umbrella' };
const PASSWORD = { password: 'six purple otters juggle' };

/** A way in that begins with a challenge: how it begins, and how its token is redeemed. */
interface Way {
  start: (page: Page, challenge?: string) => Promise<unknown>;
  redeem: (token: string) => [path: string, body: object];
  verifier: string;
}

/** Mails with the challenge in the field that the endpoint reads. */
function mails(path: string, body: object, field: string): Way['start'] {
  return (page, challenge) => page.call(path, { ...body, ...(challenge ? { [field]: challenge } : {}) });
}

/** Goes to a provider's page with the challenge in the query; the answer stands in for a mail. */
function goes(path: string, query: Record<string, string>): Way['start'] {
  return async (page, challenge): Promise<unknown> => {
    const asked = { ...query, ...(challenge ? { pkce_code_challenge: challenge } : {}) };
    const { publicToken: public_token } = page.emulator;
    const url = `http://emulator.test${path}?${new URLSearchParams({ public_token, ...asked })}`;
    const opened = await page.emulator.fetch(new Request(url));
    if (!opened.ok) return { ...((await opened.json()) as Answer), status: opened.status };
    return approve(page, path, asked);
  };
}

const WAYS: Record<string, Way> = {
  'an e-mail link': {
    start: mails('/b2b/magic_links/email/login_or_signup', IN_ACME, 'pkce_code_challenge'),
    redeem: (magic_links_token) => ['/b2b/magic_links/authenticate', { magic_links_token }],
    verifier: 'pkce_code_verifier',
  },
  'a discovery link': {
    start: mails('/b2b/magic_links/email/discovery/send', ADA, 'pkce_code_challenge'),
    redeem: (token) => ['/b2b/magic_links/discovery/authenticate', { discovery_magic_links_token: token }],
    verifier: 'pkce_code_verifier',
  },
  'a password reset': {
    start: mails('/b2b/passwords/email/reset/start', IN_ACME, 'code_challenge'),
    redeem: (password_reset_token) => ['/b2b/passwords/email/reset', { password_reset_token, ...PASSWORD }],
    verifier: 'code_verifier',
  },
  'a discovery password reset': {
    start: mails('/b2b/passwords/discovery/reset/start', ADA, 'pkce_code_challenge'),
    redeem: (password_reset_token) => ['/b2b/passwords/discovery/reset', { password_reset_token, ...PASSWORD }],
    verifier: 'pkce_code_verifier',
  },
  OAuth: {
    start: goes('/v1/b2b/public/oauth/google/start', { slug: 'acme' }),
    redeem: (oauth_token) => ['/b2b/oauth/authenticate', { oauth_token }],
    verifier: 'pkce_code_verifier',
  },
  'discovery OAuth': {
    start: goes('/v1/b2b/public/oauth/google/discovery/start', {}),
    redeem: (discovery_oauth_token) => ['/b2b/oauth/discovery/authenticate', { discovery_oauth_token }],
    verifier: 'pkce_code_verifier',
  },
  'single sign-on': {
    start: goes('/v1/public/sso/start', SSO),
    redeem: (sso_token) => ['/b2b/sso/authenticate', { sso_token }],
    verifier: 'pkce_code_verifier',
  },
};

/** The token that a start led to, from the redirect or from the mail. */
function tokenOf(page: Page, started: unknown): string {
  return started instanceof URL ? (started.searchParams.get('token') ?? '') : sentToken(page.emulator);
}

describe('where PKCE is required', () => {
  for (const [name, { start, redeem, verifier }] of Object.entries(WAYS)) {
    it(`${name} needs a challenge, and then its verifier`, async () => {
      const page = signedOut({ pkce: true });
      const refused = (await start(page)) as Answer;
      assert.deepEqual([refused.status, refused.error_type], [400, 'invalid_pkce_code_challenge']);
      assert.deepEqual(page.emulator.outbox(), []);
      const pair = pkcePair();
      const [path, body] = redeem(tokenOf(page, await start(page, pair.challenge)));
      assert.equal((await page.call(path, body)).error_type, 'pkce_expected_code_verifier');
      const wrong = await page.call(path, { ...body, [verifier]: 'w'.repeat(43) });
      assert.deepEqual([wrong.status, wrong.error_type], [400, 'pkce_mismatch']);
      assert.equal((await page.call(path, { ...body, [verifier]: pair.verifier })).status, 200);
      const again = await page.call(path, { ...body, [verifier]: pair.verifier });
      assert.doesNotMatch(again.error_type, /pkce/); // used up is used up, whatever is sent with it
    });
  }

  it('says so at the start of every client, until a reset without it', async () => {
    const { emulator } = signedOut({ pkce: true });
    assert.deepEqual(await flags(emulator.fetch, emulator.publicToken), [true, true, true, true]);
    emulator.reset({ pkce: true });
    assert.deepEqual(await flags(emulator.fetch, emulator.publicToken), [true, true, true, true]);
    emulator.reset();
    assert.deepEqual(await flags(emulator.fetch, emulator.publicToken), [false, false, false, false]);
  });

  it('says so on a port and in a page too', async () => {
    const served = await startEmulator({ pkce: true });
    const overPort = (request: Request) => fetch(served.url + new URL(request.url).pathname);
    assert.deepEqual(await flags(overPort, served.publicToken), [true, true, true, true]);
    await fetch(`${served.url}/emulator/reset`, { method: 'POST', body: '{}' });
    assert.deepEqual(await flags(overPort, served.publicToken), [false, false, false, false]);
    await fetch(`${served.url}/emulator/reset`, { method: 'POST', body: '{"pkce":true}' });
    assert.deepEqual(await flags(overPort, served.publicToken), [true, true, true, true]);
    await served.stop();
    const real = globalThis.fetch;
    const world = emulateInPage({ pkce: true });
    const inPage = (request: Request) => fetch(request.url.replace('http://x', 'https://test.stytch.com'));
    assert.deepEqual(await flags(inPage, world.publicToken), [true, true, true, true]);
    globalThis.fetch = real;
  });

  it('asks nothing of a back end, nor of an invitation', async () => {
    const served = await startEmulator({ pkce: true });
    const { projectId: project_id, secret, url } = served;
    const client = new stytch.B2BClient({ project_id, secret, env: `${url}/` });
    await client.magicLinks.email.loginOrSignup(IN_ACME);
    await client.magicLinks.email.invite({ organization_id: 'acme', email_address: 'new@example.com' });
    const token = new URL(served.outbox().at(-1)?.url ?? '').searchParams.get('token') ?? '';
    const { member } = await client.magicLinks.authenticate({ magic_links_token: token });
    assert.equal(member.status, 'active');
    await served.stop();
  });
});

describe('where PKCE is not required', () => {
  for (const [name, { start, redeem, verifier }] of Object.entries(WAYS)) {
    it(`${name} ignores a verifier that is left over, and heeds a challenge all the same`, async () => {
      const page = signedOut();
      const [path, body] = redeem(tokenOf(page, await start(page)));
      assert.equal((await page.call(path, { ...body, [verifier]: 'left over' })).status, 200);
      const { challenge } = pkcePair();
      const [, guarded] = redeem(tokenOf(page, await start(page, challenge)));
      assert.equal((await page.call(path, guarded)).error_type, 'pkce_expected_code_verifier');
    });
  }
});

async function flags(ask: (request: Request) => Promise<Response>, publicToken: string): Promise<boolean[]> {
  const answer = await ask(new Request(`http://x/sdk/v1/projects/bootstrap/${publicToken}`));
  const { data } = (await answer.json()) as Answer;
  const names = ['email_magic_links', 'password_resets', 'oauth', 'sso'];
  return names.map((name) => data[`pkce_required_for_${name}`]);
}
