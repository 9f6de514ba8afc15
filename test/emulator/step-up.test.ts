import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SEED_PASSWORD } from '../../emulator/index.js';
import { approve, Page, sentCode, sentToken, signedOut, totpCode, type Answer } from './support.js';

const ADA = { email_address: 'ada@example.com' };
const NEW = { email_address: 'new@example.com' };
const EVERYTHING = ['sso', 'magic_link', 'password', 'google_oauth', 'microsoft_oauth', 'email_otp'];

type Prove = (page: Page, organization_id: string, email_address: string) => Promise<Answer>;

/** The ways to prove a first factor in an organization, with the intermediate session that the page holds. */
const WAYS: Record<string, Prove> = {
  magic_link: async (page, organization_id, email_address) => {
    await page.call('/b2b/magic_links/email/login_or_signup', { organization_id, email_address });
    const magic_links_token = sentToken(page.emulator);
    return page.call('/b2b/magic_links/authenticate', { magic_links_token, ...page.ist() });
  },
  email_otp: async (page, organization_id, email_address) => {
    await page.call('/b2b/otps/email/login_or_signup', { organization_id, email_address });
    const body = { organization_id, email_address, code: sentCode(page.emulator), ...page.ist() };
    return page.call('/b2b/otps/email/authenticate', body);
  },
  google_oauth: async (page, organization_id, email_address) => {
    const url = await approve(page, '/v1/b2b/public/oauth/google/start', { organization_id }, email_address);
    return page.call('/b2b/oauth/authenticate', { oauth_token: url.searchParams.get('token'), ...page.ist() });
  },
  sso: async (page, organization_id, email_address) => {
    const { sso_active_connections: [connection] = [] } = page.emulator.world.directory.organization(organization_id)!;
    const query = { connection_id: connection?.connection_id ?? '' };
    const url = await approve(page, '/v1/public/sso/start', query, email_address);
    return page.call('/b2b/sso/authenticate', { sso_token: url.searchParams.get('token'), ...page.ist() });
  },
  password: (page, organization_id, email_address) => {
    const body = { organization_id, email_address, password: SEED_PASSWORD, ...page.ist() };
    return page.call('/b2b/passwords/authenticate', body);
  },
};

const EXCHANGE = '/b2b/discovery/intermediate_sessions/exchange';

function exchangeHalf(page: Page, organization_id: string): Promise<Answer> {
  return page.call(EXCHANGE, { organization_id, ...page.ist() });
}

/** A page that knows a password, and nothing about the address. */
async function byPassword(body: { email_address: string }): Promise<Page> {
  const page = signedOut();
  await page.call('/b2b/passwords/discovery/authenticate', { ...body, password: SEED_PASSWORD });
  return page;
}

/** A page that read a code sent to the address, and knows no password. */
async function byCode(body: { email_address: string }): Promise<Page> {
  const page = signedOut();
  await page.call('/b2b/otps/email/discovery/send', body);
  await page.call('/b2b/otps/email/discovery/authenticate', { ...body, code: sentCode(page.emulator) });
  return page;
}

describe('an address that nobody has verified', () => {
  for (const method of ['magic_link', 'email_otp', 'google_oauth']) {
    it(`is to be verified after a password, and ${method} does it`, async () => {
      const page = await byPassword(NEW);
      const created = await page.call('/b2b/discovery/organizations/create', page.ist());
      assert.deepEqual(created.primary_required, { allowed_auth_methods: EVERYTHING });
      assert.deepEqual(
        [created.member_authenticated, created.mfa_required, created.member_session],
        [false, null, null],
      );
      assert.deepEqual([created.member.status, created.member.email_address_verified], ['pending', false]);
      const { organization_id } = created.organization;
      const again = await WAYS.password!(page, organization_id, NEW.email_address);
      assert.deepEqual(again.primary_required, { allowed_auth_methods: EVERYTHING });
      const done = await WAYS[method]!(page, organization_id, NEW.email_address);
      assert.deepEqual([done.member_authenticated, done.member.email_address_verified], [true, true]);
      assert.equal(done.member.status, 'active');
      const factors = done.member_session.authentication_factors.map((factor: Answer) => factor.type);
      assert.deepEqual(factors, ['password', { google_oauth: 'oauth' }[method] ?? method]);
    });
  }

  it('is to be verified where its domain may join, and where it is a member already', async () => {
    const page = await byPassword(ADA);
    const joined = await exchangeHalf(page, 'wayne');
    assert.deepEqual(joined.primary_required, { allowed_auth_methods: EVERYTHING });
    const { directory } = page.emulator.world;
    const inAcme = directory.memberByEmail('organization-test-acme', ADA.email_address);
    assert.equal((await exchangeHalf(page, 'acme')).member_authenticated, true);
    Object.assign(inAcme ?? {}, { email_address_verified: false });
    const signedIn = await WAYS.password!(new Page(page.emulator), 'acme', ADA.email_address);
    assert.deepEqual(signedIn.primary_required, { allowed_auth_methods: EVERYTHING });
  });

  it('is verified by what the organization allows', async () => {
    const page = await byPassword(ADA);
    const wayne = page.emulator.world.directory.organization('wayne');
    Object.assign(wayne ?? {}, { auth_methods: 'RESTRICTED', allowed_auth_methods: ['email_otp', 'password'] });
    const { primary_required } = await exchangeHalf(page, 'wayne');
    assert.deepEqual(primary_required, { allowed_auth_methods: ['email_otp', 'password'] });
  });
});

describe('an intermediate session', () => {
  for (const [method, prove] of Object.entries(WAYS)) {
    const slug = method === 'sso' ? 'umbrella' : 'stark';

    it(`that came of exchanging another is used up by ${method}`, async () => {
      const page = method === 'password' ? await byCode(ADA) : await byPassword(ADA); // what must not count there
      demand(page, slug, method);
      const { primary_required } = await exchangeHalf(page, slug);
      assert.deepEqual(primary_required, { allowed_auth_methods: [method] });
      await completes(page, slug, prove);
    });

    it(`that came of exchanging a session is used up by ${method}`, async () => {
      const page = signedOut();
      demand(page, slug, method);
      const start = method === 'magic_link' ? 'password' : 'magic_link'; // what must not count there
      await WAYS[start]!(page, 'organization-test-acme', ADA.email_address);
      const { primary_required } = await page.exchange(slug);
      assert.deepEqual(primary_required, { allowed_auth_methods: [method] });
      await completes(page, slug, prove);
    });
  }

  it('goes on to a second factor, and is used up by that', async () => {
    const page = await byPassword(ADA);
    demand(page, 'globex', 'google_oauth');
    const { intermediate_session_token: token } = await exchangeHalf(page, 'globex');
    const half = await WAYS.google_oauth!(page, 'organization-test-globex', ADA.email_address);
    assert.deepEqual([half.primary_required, half.intermediate_session_token], [null, token]);
    assert.equal(half.mfa_required.member_options.totp_registration_id, 'member-totp-test-ada');
    const done = await page.forPending('/b2b/totp/authenticate', half, { code: totpCode(page.emulator) });
    assert.equal(done.member_authenticated, true);
    await isGone(page, token);
  });

  it('remains good for another organization when one asks for a second factor', async () => {
    const page = await byPassword(ADA);
    for (const slug of ['globex', 'initech', 'hooli']) {
      assert.notEqual((await exchangeHalf(page, slug)).mfa_required, null);
    }
    const token = page.intermediate_session_token;
    const { organization, member_authenticated } = await exchangeHalf(page, 'acme');
    assert.deepEqual([organization.organization_slug, member_authenticated], ['acme', true]);
    await isGone(page, token);
  });

  it('that is over spares the link or code that was sent with it', async () => {
    const page = await byPassword(ADA);
    await page.call('/b2b/otps/email/login_or_signup', { ...ADA, organization_id: 'acme' });
    const body = { ...ADA, organization_id: 'acme', code: sentCode(page.emulator) };
    const late = { ...body, intermediate_session_token: 'over' };
    assert.equal((await page.call('/b2b/otps/email/authenticate', late)).error_type, 'intermediate_session_not_found');
    assert.equal((await page.call('/b2b/otps/email/authenticate', body)).status, 200);
    await page.call('/b2b/magic_links/email/login_or_signup', { ...ADA, organization_id: 'acme' });
    const link = { magic_links_token: sentToken(page.emulator) };
    const over = { ...link, intermediate_session_token: 'over' };
    assert.equal((await page.call('/b2b/magic_links/authenticate', over)).error_type, 'intermediate_session_not_found');
    assert.equal((await page.call('/b2b/magic_links/authenticate', link)).status, 200);
  });
});

/** Lets an organization accept one method only, from a member whose address is verified. */
function demand({ emulator }: Page, slug: string, method: string): void {
  const only = { auth_methods: 'RESTRICTED', allowed_auth_methods: [method] };
  Object.assign(emulator.world.directory.organization(slug) ?? {}, only);
}

async function completes(page: Page, slug: string, prove: Prove): Promise<void> {
  const token = page.intermediate_session_token;
  const done = await prove(page, `organization-test-${slug}`, ADA.email_address);
  assert.deepEqual([done.member_authenticated, done.primary_required], [true, null], done.error_type);
  assert.equal(page.intermediate_session_token, '');
  await isGone(page, token);
}

async function isGone(page: Page, intermediate_session_token: string): Promise<void> {
  const { error_type } = await page.call(EXCHANGE, { organization_id: 'acme', intermediate_session_token });
  assert.equal(error_type, 'intermediate_session_not_found');
}
