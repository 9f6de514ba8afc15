import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SEED_PASSWORD } from '../../emulator/index.js';
import { sentCode, sentToken, signedIn, signedOut, totpCode, type Answer, type Page } from './support.js';

const ADA = { email_address: 'ada@example.com' };

/** The ways into Acme, and whether what they prove counts in other organizations too. */
const WAYS: Record<string, { enter: (page: Page) => Promise<Answer>; carries: boolean }> = {
  magic_link: { enter: byMagicLink, carries: true },
  email_otp: { enter: byEmailCode, carries: true },
  google_oauth: { enter: (page) => byOauth(page, 'google'), carries: true },
  github_oauth: { enter: (page) => byOauth(page, 'github'), carries: true },
  password: { enter: byPassword, carries: false },
};

describe('a first factor', () => {
  for (const [method, { enter, carries }] of Object.entries(WAYS)) {
    it(`by ${method} ${carries ? 'counts' : 'does not count'} in another organization`, async () => {
      const page = signedOut();
      const { member_authenticated, member_session } = await enter(page);
      assert.equal(member_authenticated, true);
      assert.equal(member_session.authentication_factors.length, 1);
      const { primary_required, mfa_required } = await page.exchange('globex');
      assert.equal(primary_required === null, carries);
      assert.equal(mfa_required !== null, carries);
    });
  }

  it('by discovery password counts where it is taken, and no further', async () => {
    const page = signedOut();
    await page.call('/b2b/passwords/discovery/authenticate', { ...ADA, password: SEED_PASSWORD });
    const body = { organization_id: 'acme', ...page.ist() };
    const { member_authenticated } = await page.call('/b2b/discovery/intermediate_sessions/exchange', body);
    assert.equal(member_authenticated, true);
    assert.notEqual((await page.exchange('globex')).primary_required, null);
  });

  it('by single sign-on opens the organization that demands it, and no other', async () => {
    const page = await signedIn();
    const pending = await page.exchange('umbrella');
    assert.deepEqual(pending.primary_required, { allowed_auth_methods: ['sso'] });
    const { connection_id } = pending.organization.sso_active_connections[0];
    assert.equal(pending.organization.sso_default_connection_id, connection_id);
    const token = await approve(page, `/v1/public/sso/start?connection_id=${connection_id}`);
    const body = { sso_token: token, session_duration_minutes: 60, ...page.ist() };
    const { member_authenticated } = await page.call('/b2b/sso/authenticate', body);
    assert.equal(member_authenticated, true);
    assert.equal((await page.exchange('acme')).member_authenticated, true); // by the link the first session began with
  });
});

describe('a second factor', () => {
  it('by SMS counts where the same verified phone is known', async () => {
    const page = await signedIn('Initech');
    const { directory } = page.emulator.world;
    const inHooli = directory.memberByEmail('organization-test-hooli', ADA.email_address);
    assert.notEqual((await page.exchange('hooli')).mfa_required, null);
    page.session_token = (await page.emulator.session(ADA.email_address, 'Initech')).session_token;
    Object.assign(inHooli ?? {}, { mfa_phone_number: '+15555550100', mfa_phone_number_verified: true });
    assert.equal((await page.exchange('hooli')).member_authenticated, true);
  });

  it('by authenticator app never counts elsewhere', async () => {
    const page = await signedIn('Globex');
    assert.notEqual((await page.exchange('hooli')).mfa_required, null);
  });

  it('is not asked for again when the member is already signed in', async () => {
    const page = await signedIn('Globex');
    const before = await page.call('/b2b/sessions/authenticate', {});
    const body = { organization_id: 'globex', ...ADA, password: SEED_PASSWORD, session_duration_minutes: 60 };
    const { member_authenticated, member_session } = await page.call('/b2b/passwords/authenticate', body);
    assert.equal(member_authenticated, true);
    assert.equal(member_session.member_session_id, before.member_session.member_session_id);
  });

  it('is proved again within the same session', async () => {
    const page = await signedIn('Globex');
    const before = await page.call('/b2b/sessions/authenticate', {});
    page.emulator.clock(900);
    const after = await page.forPending('/b2b/totp/authenticate', before, { code: totpCode(page.emulator) });
    const totp = ({ member_session }: Answer) =>
      member_session.authentication_factors.filter((factor: Answer) => factor.type === 'totp');
    assert.equal(after.member_session.member_session_id, before.member_session.member_session_id);
    assert.equal(totp(after).length, 1);
    assert.notEqual(totp(after)[0].last_authenticated_at, totp(before)[0].last_authenticated_at);
  });
});

async function byMagicLink(page: Page): Promise<Answer> {
  await page.call('/b2b/magic_links/email/login_or_signup', { ...ADA, organization_id: 'acme' });
  return page.call('/b2b/magic_links/authenticate', { magic_links_token: sentToken(page.emulator) });
}

async function byEmailCode(page: Page): Promise<Answer> {
  const body = { ...ADA, organization_id: 'organization-test-acme' };
  await page.call('/b2b/otps/email/login_or_signup', body);
  return page.call('/b2b/otps/email/authenticate', { ...body, code: sentCode(page.emulator) });
}

function byPassword(page: Page): Promise<Answer> {
  const body = { ...ADA, organization_id: 'acme', password: SEED_PASSWORD };
  return page.call('/b2b/passwords/authenticate', body);
}

async function byOauth(page: Page, provider: string): Promise<Answer> {
  const token = await approve(page, `/v1/b2b/public/oauth/${provider}/start?slug=acme`);
  return page.call('/b2b/oauth/authenticate', { oauth_token: token });
}

/** Approves, as Ada, on a provider's page, and returns the token that comes back. */
async function approve({ emulator }: Page, start: string): Promise<string> {
  const redirect = encodeURIComponent('http://app.test/callback?next=1');
  const url = `http://emulator.test${start}&public_token=${emulator.publicToken}&login_redirect_url=${redirect}`;
  assert.match(await (await emulator.fetch(new Request(url))).text(), /ada@example\.com/);
  const body = new URLSearchParams({ email: ADA.email_address, decision: 'approve' });
  const { headers, status } = await emulator.fetch(new Request(url, { method: 'POST', body }));
  assert.equal(status, 302);
  const landing = new URL(headers.get('location') ?? '');
  assert.equal(landing.searchParams.get('next'), '1');
  return landing.searchParams.get('token') ?? '';
}
