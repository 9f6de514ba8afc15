import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { signedIn, signedOut } from './support.js';

describe('a session', () => {
  it('answers the same on every refresh, but for its JWT and its last use', async () => {
    const page = await signedIn();
    const first = await page.call('/b2b/sessions/authenticate', {});
    page.emulator.clock(2);
    const second = await page.call('/b2b/sessions/authenticate', {});
    assert.notEqual(second.session_jwt, first.session_jwt);
    assert.notEqual(second.member_session.last_accessed_at, first.member_session.last_accessed_at);
    const stable = ({ member, organization, member_session }: typeof first) => {
      return { member, organization, member_session: { ...member_session, last_accessed_at: '' } };
    };
    assert.deepEqual(stable(second), stable(first));
  });

  it('lives longer only when a duration is sent', async () => {
    const page = await signedIn();
    const { member_session } = await page.call('/b2b/sessions/authenticate', { session_duration_minutes: 120 });
    const minutes = (Date.parse(member_session.expires_at) - Date.parse(member_session.last_accessed_at)) / 60_000;
    assert.equal(minutes, 120);
    const refused = await page.call('/b2b/sessions/authenticate', { session_duration_minutes: 4 });
    assert.equal(refused.error_type, 'invalid_session_duration_minutes');
  });

  it('is gone when its time is up', async () => {
    const page = await signedIn();
    page.emulator.clock(60 * 60);
    const { status, error_type } = await page.call('/b2b/sessions/authenticate', {});
    assert.deepEqual([status, error_type], [404, 'session_not_found']);
  });

  it('is gone when it was revoked', async () => {
    const page = await signedIn();
    assert.equal((await page.call('/b2b/sessions/revoke', {})).status, 200);
    assert.equal((await page.call('/b2b/sessions/authenticate', {})).error_type, 'session_not_found');
  });

  it('is never made out of a public token', async () => {
    const page = signedOut();
    for (const path of ['/b2b/sessions/authenticate', '/b2b/sessions/exchange', '/b2b/discovery/organizations']) {
      const { status, error_type } = await page.call(path, { organization_id: 'acme' });
      assert.deepEqual([status, error_type], [401, 'unauthorized_credentials'], path);
    }
    assert.equal((await page.call('/b2b/organizations/me')).status, 401);
  });

  it('has a JWT of five minutes that says who and where', async () => {
    const page = await signedIn();
    const { session_jwt } = await page.call('/b2b/sessions/authenticate', {});
    const { alg, typ, kid } = decodeProtectedHeader(session_jwt);
    const claims = decodeJwt(session_jwt);
    assert.deepEqual([alg, typ, typeof kid], ['RS256', 'JWT', 'string']);
    assert.equal((claims.exp ?? 0) - (claims.iat ?? 0), 300);
    assert.equal(claims.sub, 'member-test-ada-acme');
    assert.deepEqual(claims['https://stytch.com/organization'], {
      organization_id: 'organization-test-acme',
      slug: 'acme',
    });
  });
});

describe('an exchange', () => {
  it('makes a new session and leaves the old one valid', async () => {
    const page = await signedIn();
    const old = page.session_token;
    const { member_authenticated, organization, member } = await page.exchange('stark');
    assert.deepEqual([member_authenticated, organization.organization_name, member.status], [true, 'Stark', 'active']);
    assert.notEqual(page.session_token, old);
    page.session_token = old;
    assert.equal((await page.call('/b2b/sessions/authenticate', {})).organization.organization_name, 'Acme');
  });

  it('asks for the first factor before the second', async () => {
    const page = await signedIn();
    const globex = page.emulator.world.directory.organization('globex');
    Object.assign(globex ?? {}, { auth_methods: 'RESTRICTED', allowed_auth_methods: ['google_oauth'] });
    const { primary_required, mfa_required } = await page.exchange('globex');
    assert.deepEqual([primary_required, mfa_required], [{ allowed_auth_methods: ['google_oauth'] }, null]);
  });

  it('leaves the old session valid when it answers with an intermediate one', async () => {
    const page = await signedIn();
    const old = page.session_token;
    const pending = await page.exchange('globex');
    assert.deepEqual(
      [pending.member_session, pending.session_token, pending.session_jwt, pending.member_authenticated],
      [null, '', '', false],
    );
    page.session_token = old;
    assert.equal((await page.call('/b2b/sessions/authenticate', {})).status, 200);
  });

  it('cannot join, only an intermediate session can', async () => {
    const page = await signedIn();
    assert.equal((await page.exchange('wayne')).error_type, 'member_not_found');
    await page.exchange('globex');
    const joined = await page.call('/b2b/discovery/intermediate_sessions/exchange', {
      organization_id: 'wayne',
      ...page.ist(),
    });
    assert.deepEqual([joined.member_authenticated, joined.member.status], [true, 'active']);
  });

  it('does not know organizations one does not belong to', async () => {
    const page = await signedIn('Acme', 'solo@example.com');
    assert.equal((await page.exchange('globex')).error_type, 'member_not_found');
    assert.equal((await page.exchange('nowhere')).error_type, 'organization_not_found');
  });
});
