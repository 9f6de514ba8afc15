import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { SEED_PASSWORD } from '../../emulator/index.js';
import { sentCode, sentToken, signedIn, signedOut } from './support.js';

const ADA = { email_address: 'ada@example.com' };
const IN_ACME = { ...ADA, organization_id: 'organization-test-acme' };
const NEW_PASSWORD = 'six purple otters juggle';

describe('a mailed link', () => {
  it('leads to the page that asked for it, or where the request says', async () => {
    const page = signedOut();
    await page.call('/b2b/magic_links/email/login_or_signup', IN_ACME);
    await page.call('/b2b/magic_links/email/discovery/send', {
      ...ADA,
      discovery_redirect_url: 'https://app.test/in?x=1',
    });
    const [login, discovery] = page.emulator.outbox();
    assert.match(login?.url ?? '', /^http:\/\/app\.test\/\?stytch_token_type=multi_tenant_magic_links&token=[\w-]+$/);
    assert.match(discovery?.url ?? '', /^https:\/\/app\.test\/in\?x=1&stytch_token_type=discovery&token=[\w-]+$/);
    const evil = { ...ADA, discovery_redirect_url: 'javascript:alert(1)' };
    assert.equal((await page.call('/b2b/magic_links/email/discovery/send', evil)).status, 400);
  });

  it('works once, within its hour, and not after a newer one', async () => {
    const page = signedOut();
    const send = () => page.call('/b2b/magic_links/email/login_or_signup', IN_ACME);
    const follow = (magic_links_token: string) => page.call('/b2b/magic_links/authenticate', { magic_links_token });
    await send();
    const older = sentToken(page.emulator);
    await send();
    assert.equal((await follow(older)).error_type, 'unable_to_auth_magic_link');
    assert.equal((await follow(sentToken(page.emulator))).status, 200);
    assert.equal((await follow(sentToken(page.emulator))).error_type, 'unable_to_auth_magic_link');
    await send();
    page.emulator.clock(3600);
    assert.equal((await follow(sentToken(page.emulator))).error_type, 'unable_to_auth_magic_link');
  });

  it('needs the verifier of the page that asked for it', async () => {
    const page = signedOut();
    const pkce_code_verifier = 'a'.repeat(43);
    const pkce_code_challenge = createHash('sha256').update(pkce_code_verifier).digest('base64url');
    await page.call('/b2b/magic_links/email/discovery/send', { ...ADA, pkce_code_challenge });
    const token = { discovery_magic_links_token: sentToken(page.emulator) };
    const follow = (body: object) => page.call('/b2b/magic_links/discovery/authenticate', { ...token, ...body });
    assert.equal((await follow({})).error_type, 'pkce_expected_code_verifier');
    assert.equal((await follow({ pkce_code_verifier: 'b'.repeat(43) })).error_type, 'pkce_mismatch');
    assert.equal((await follow({ pkce_code_verifier })).email_address, ADA.email_address);
  });

  it('is not sent to strangers, nor where links are not allowed, nor without end', async () => {
    const page = signedOut();
    const send = (body: object) => page.call('/b2b/magic_links/email/login_or_signup', { ...IN_ACME, ...body });
    assert.equal((await send({ email_address: 'x@y.test' })).error_type, 'email_jit_provisioning_not_allowed');
    const umbrella = await send({ organization_id: 'umbrella' });
    assert.equal(umbrella.error_type, 'operation_restricted_by_organization_auth_methods');
    for (let count = 0; count < 10; count += 1) assert.equal((await send({})).status, 200);
    assert.equal((await send({})).error_type, 'too_many_requests');
  });
});

describe('a mailed code', () => {
  it('lives ten minutes', async () => {
    const page = signedOut();
    await page.call('/b2b/otps/email/discovery/send', ADA);
    page.emulator.clock(600);
    const late = await page.call('/b2b/otps/email/discovery/authenticate', { ...ADA, code: sentCode(page.emulator) });
    assert.deepEqual([late.status, late.error_type], [401, 'unable_to_auth_otp_code']);
  });
});

describe('a password', () => {
  it('is set anew by a mailed link, everywhere the address is a member', async () => {
    const page = signedOut();
    await page.call('/b2b/passwords/email/reset/start', IN_ACME);
    const password_reset_token = sentToken(page.emulator);
    const reset = (password: string) => page.call('/b2b/passwords/email/reset', { password_reset_token, password });
    assert.equal((await reset('short')).error_type, 'weak_password');
    assert.equal((await reset(NEW_PASSWORD)).member_authenticated, true);
    assert.equal((await reset(NEW_PASSWORD)).error_type, 'unable_to_auth_password_reset_token');
    const enter = (password: string) => page.call('/b2b/passwords/discovery/authenticate', { ...ADA, password });
    assert.equal((await enter(SEED_PASSWORD)).error_type, 'unauthorized_credentials');
    assert.equal((await enter(NEW_PASSWORD)).discovered_organizations.length, 7);
  });

  it('is changed by who knows it, and by a fresh session', async () => {
    const page = signedOut();
    const change = { ...IN_ACME, existing_password: SEED_PASSWORD, new_password: NEW_PASSWORD };
    assert.equal((await page.call('/b2b/passwords/existing_password/reset', change)).member_authenticated, true);
    assert.equal((await page.call('/b2b/passwords/session/reset', { password: SEED_PASSWORD })).status, 200);
    page.emulator.clock(301);
    const late = await page.call('/b2b/passwords/session/reset', { password: SEED_PASSWORD });
    assert.equal(late.error_type, 'session_too_old_to_reset_password');
  });

  it('is judged by how hard it is to guess', async () => {
    const page = await signedIn();
    const check = (password: string) => page.call('/b2b/passwords/strength_check', { password });
    assert.equal((await check(SEED_PASSWORD)).valid_password, true);
    assert.equal((await check('aaaaaaaaaaaaaaaaaa')).valid_password, false);
    const { breached_password, score, zxcvbn_feedback } = await check('password123');
    assert.deepEqual([breached_password, score, zxcvbn_feedback.suggestions.length], [true, 0, 1]);
  });
});
