import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sentToken, signedIn, signedOut, type Answer } from './support.js';

const SOLO = 'member-test-solo-acme';

describe('a plain member', () => {
  it('changes neither the organization nor who is in it', async () => {
    const page = await signedIn('Acme', 'solo@example.com');
    const refused = [
      await page.call('/b2b/organizations/me', { organization_name: 'Mine' }, 'PUT'),
      await page.call('/b2b/organizations/members', { email_address: 'x@example.com' }),
      await page.call('/b2b/organizations/members/member-test-ada-acme', { name: 'Not Ada' }, 'PUT'),
      await page.call('/b2b/organizations/me/members/search', {}),
      await page.call('/b2b/magic_links/email/invite', { email_address: 'x@example.com' }),
      await page.call('/b2b/organizations/members/update', { roles: ['stytch_admin'] }, 'PUT'),
    ];
    for (const { status, error_type } of refused) {
      assert.deepEqual([status, error_type], [403, 'session_authorization_error']);
    }
  });

  it('changes their own name and second factors', async () => {
    const page = await signedIn('Acme', 'solo@example.com');
    const update = (body: object) => page.call('/b2b/organizations/members/update', body, 'PUT');
    assert.equal((await update({ name: 'Sol' })).member.name, 'Sol');
    assert.equal((await update({ mfa_enrolled: true })).member.mfa_enrolled, true);
    assert.equal((await update({ mfa_phone_number: '555' })).error_type, 'invalid_phone_number');
    assert.equal((await page.call('/b2b/organizations/members/me')).member.name, 'Sol');
  });

  it('takes a factor away, and is not enrolled once none is left', async () => {
    const page = await signedIn('Globex');
    const { member } = await page.call('/b2b/organizations/members/deleteTOTP', undefined, 'DELETE');
    assert.deepEqual([member.totp_registration_id, member.default_mfa_method, member.mfa_enrolled], ['', '', false]);
    assert.equal((await page.call('/b2b/recovery_codes')).error_type, 'recovery_codes_not_found');
    const inInitech = await signedIn('Initech');
    const without = await inInitech.call('/b2b/organizations/members/deletePhoneNumber', undefined, 'DELETE');
    assert.deepEqual([without.member.mfa_phone_number, without.member.mfa_phone_number_verified], ['', false]);
  });

  it('rotates their recovery codes', async () => {
    const page = await signedIn('Globex');
    const { recovery_codes: old } = await page.call('/b2b/recovery_codes');
    const { recovery_codes } = await page.call('/b2b/recovery_codes/rotate', {});
    assert.equal(recovery_codes.length, 10);
    assert.deepEqual((await page.call('/b2b/recovery_codes')).recovery_codes, recovery_codes);
    assert.ok(!recovery_codes.includes(old[0]));
  });

  it('moves to another address by the link sent there', async () => {
    const page = await signedIn('Acme', 'solo@example.com');
    await page.call('/b2b/organizations/members/start_email_update', { email_address: 'soledad@example.com' });
    const { member } = await page.call('/b2b/magic_links/authenticate', {
      magic_links_token: sentToken(page.emulator),
    });
    assert.deepEqual([member.member_id, member.email_address], [SOLO, 'soledad@example.com']);
    assert.equal(member.retired_email_addresses[0].email_address, 'solo@example.com');
  });
});

describe('an administrator', () => {
  it('changes the organization, and is told what is impossible', async () => {
    const page = await signedIn();
    const update = (body: object) => page.call('/b2b/organizations/me', body, 'PUT');
    const { organization } = await update({ organization_name: 'Acme & Co', mfa_policy: 'REQUIRED_FOR_ALL' });
    assert.deepEqual([organization.organization_name, organization.mfa_policy], ['Acme & Co', 'REQUIRED_FOR_ALL']);
    assert.equal((await update({ organization_slug: 'globex' })).error_type, 'organization_slug_already_used');
    assert.equal((await update({ mfa_policy: 'SOMETIMES' })).error_type, 'invalid_request');
  });

  it('adds, promotes and removes members; new roles and removal end sessions', async () => {
    const page = await signedIn();
    const { member } = await page.call('/b2b/organizations/members', { email_address: 'x@example.com', name: 'X' });
    assert.deepEqual([member.status, member.name], ['active', 'X']);
    const path = `/b2b/organizations/members/${SOLO}`;
    const solo = await page.emulator.session('solo@example.com', 'Acme');
    assert.equal((await page.call(path, { roles: ['stytch_admin'] }, 'PUT')).member.is_admin, true);
    assert.equal(page.emulator.world.sessions.has(solo.session_token), false);
    assert.equal((await page.call(path, undefined, 'DELETE')).member_id, SOLO);
    assert.equal((await page.call(path, { name: 'Y' }, 'PUT')).error_type, 'member_not_found');
    assert.equal((await page.call('/b2b/organizations/members', { email_address: 'x@example.com' })).status, 400);
  });

  it('invites somebody, who becomes active by the link', async () => {
    const page = await signedIn();
    const { member } = await page.call('/b2b/magic_links/email/invite', { email_address: 'x@example.com' });
    assert.equal(member.status, 'invited');
    page.session_token = '';
    const entered = await page.call('/b2b/magic_links/authenticate', { magic_links_token: sentToken(page.emulator) });
    assert.deepEqual([entered.member.status, entered.member.email_address_verified], ['active', true]);
  });
});

describe('somebody who is not signed in', () => {
  it('finds an organization by its slug, and nothing private about it', async () => {
    const page = signedOut();
    const { organization } = await page.call('/b2b/organizations/search', { organization_slug: 'umbrella' });
    assert.equal(organization.sso_active_connections.length, 1);
    assert.equal('trusted_metadata' in organization, false);
    assert.equal((await page.call('/b2b/organizations/search', { organization_slug: 'nope' })).organization, null);
  });

  it('finds the single sign-on of an address', async () => {
    const { connections } = await signedOut().call('/b2b/sso/discovery/connections?email_address=ada@example.com');
    assert.deepEqual(
      connections.map((each: Answer) => each.identity_provider),
      ['okta'],
    );
  });

  it('does not learn from a log-in mail who is a member', async () => {
    const body = { organization_id: 'acme', email_address: 'solo@example.com' };
    const answer = await signedOut().call('/b2b/magic_links/email/login_or_signup', body);
    assert.deepEqual(Object.keys(answer).sort(), ['request_id', 'status', 'status_code']);
  });

  it('is asked to prove their address when a provider did not', async () => {
    const page = signedOut();
    const url = `http://x/v1/b2b/public/oauth/github/discovery/start?public_token=${page.emulator.publicToken}`;
    const body = new URLSearchParams({ other: 'fresh@example.com', decision: 'approve' });
    const { headers } = await page.emulator.fetch(new Request(url, { method: 'POST', body }));
    const token = new URL(headers.get('location') ?? '').searchParams.get('token');
    await page.call('/b2b/oauth/discovery/authenticate', { discovery_oauth_token: token });
    const created = await page.call('/b2b/discovery/organizations/create', page.ist());
    assert.deepEqual([created.member_authenticated, created.member.status], [false, 'pending']);
    assert.ok(created.primary_required.allowed_auth_methods.includes('magic_link'));
    const { organization_id } = created.organization;
    await page.call('/b2b/otps/email/login_or_signup', { organization_id, email_address: 'fresh@example.com' });
    const code = page.emulator.outbox().at(-1)?.code;
    const proof = { organization_id, email_address: 'fresh@example.com', code, ...page.ist() };
    assert.equal((await page.call('/b2b/otps/email/authenticate', proof)).member.email_address_verified, true);
  });
});
