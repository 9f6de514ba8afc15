import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { approve, sentCode, sentToken, signedOut, type Page } from './support.js';

const ADA = 'ada@example.com';

function send(page: Page, by: 'magic_links' | 'otps', email_address: string, organization_id: string) {
  const path = { magic_links: '/b2b/magic_links/email/login_or_signup', otps: '/b2b/otps/email/login_or_signup' }[by];
  return page.call(path, { email_address, organization_id });
}

describe('whoever is not a member yet', () => {
  it('joins by e-mail link where the organization admits the address', async () => {
    const page = signedOut();
    await send(page, 'magic_links', ADA, 'wayne');
    const body = { magic_links_token: sentToken(page.emulator) };
    const { member, member_authenticated } = await page.call('/b2b/magic_links/authenticate', body);
    assert.deepEqual([member_authenticated, member.status, member.email_address_verified], [true, 'active', true]);
    assert.equal(member.organization_id, 'organization-test-wayne');
  });

  it('joins by e-mail code in the same way, and only once', async () => {
    const page = signedOut();
    const enter = async () => {
      await send(page, 'otps', ADA, 'wayne');
      const body = { email_address: ADA, organization_id: 'wayne', code: sentCode(page.emulator) };
      return (await page.call('/b2b/otps/email/authenticate', body)).member;
    };
    const first = await enter();
    assert.deepEqual([first.status, first.email_address_verified], ['active', true]);
    assert.equal((await enter()).member_id, first.member_id);
  });

  it('learns whether nobody joins by e-mail, or just not with this address', async () => {
    const page = signedOut();
    for (const by of ['magic_links', 'otps'] as const) {
      const closed = await send(page, by, 'new@example.com', 'acme');
      assert.deepEqual([closed.status, closed.error_type], [403, 'email_jit_provisioning_not_allowed']);
      const elsewhere = await send(page, by, 'ada@other.test', 'wayne');
      assert.deepEqual([elsewhere.status, elsewhere.error_type], [403, 'invalid_email_for_jit_provisioning']);
    }
    assert.deepEqual(page.emulator.outbox(), []);
    assert.deepEqual(page.emulator.world.directory.membersIn('organization-test-wayne'), []);
  });

  it('joins by intermediate session and by OAuth under the same rule', async () => {
    const page = signedOut();
    const token = async (path: string, query: Record<string, string>, email: string) =>
      (await approve(page, path, query, email)).searchParams.get('token');
    const oauth_token = await token('/v1/b2b/public/oauth/google/start', { slug: 'wayne' }, 'ada@other.test');
    const refused = await page.call('/b2b/oauth/authenticate', { oauth_token });
    assert.equal(refused.error_type, 'invalid_email_for_jit_provisioning');
    const discovery_oauth_token = await token('/v1/b2b/public/oauth/google/discovery/start', {}, 'ada@other.test');
    await page.call('/b2b/oauth/discovery/authenticate', { discovery_oauth_token });
    const exchange = (organization_id: string) =>
      page.call('/b2b/discovery/intermediate_sessions/exchange', { organization_id, ...page.ist() });
    assert.equal((await exchange('acme')).error_type, 'email_jit_provisioning_not_allowed');
    assert.equal((await exchange('wayne')).error_type, 'invalid_email_for_jit_provisioning');
  });

  it('joins by single sign-on where the organization lets the connection provision', async () => {
    const page = signedOut();
    const enter = async () => {
      const query = { connection_id: 'saml-connection-test-umbrella' };
      const { searchParams } = await approve(page, '/v1/public/sso/start', query, 'new@example.com');
      return page.call('/b2b/sso/authenticate', { sso_token: searchParams.get('token') });
    };
    assert.equal((await enter()).error_type, 'invalid_connection_for_jit_provisioning');
    Object.assign(page.emulator.world.directory.organization('umbrella') ?? {}, {
      sso_jit_provisioning: 'ALL_ALLOWED',
    });
    assert.equal((await enter()).member.status, 'active');
  });
});
