import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type * as browser from '@stytch/vanilla-js/b2b/headless';
import type * as server from 'stytch';
import {
  createEmulator,
  SEED_PASSWORD,
  type Member,
  type MemberSession,
  type Organization,
} from '../../emulator/index.js';
import { Page, signedIn, type Answer } from './support.js';

type Required<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];
type Missing<Ours, Theirs> = Exclude<Required<Theirs>, keyof Ours>;

/** Compiles only when nothing is missing. */
function complete<Ours, Theirs>(..._missing: [Missing<Ours, Theirs>] extends [never] ? [] : [Missing<Ours, Theirs>]) {
  return true;
}

describe('the seed', () => {
  it('has every field that the typings of both SDKs require', () => {
    assert.ok(complete<Member, browser.Member>() && complete<Member, server.Member>());
    assert.ok(complete<Organization, browser.Organization>() && complete<Organization, server.Organization>());
    assert.ok(complete<MemberSession, browser.MemberSession>() && complete<MemberSession, server.MemberSession>());
  });

  it('gives Ada seven organizations, and says what each still asks for', async () => {
    const page = await signedIn();
    const { discovered_organizations } = await page.call('/b2b/discovery/organizations', {});
    const facts = discovered_organizations.map((each: Answer) => [
      each.organization.organization_name,
      each.membership.type,
      each.member_authenticated,
      each.primary_required?.allowed_auth_methods ?? null,
      each.mfa_required?.member_options ?? null,
    ]);
    const totp = { mfa_phone_number: '', totp_registration_id: 'member-totp-test-ada' };
    const sms = { mfa_phone_number: 'XXXXXXX0100', totp_registration_id: '' };
    assert.deepEqual(facts, [
      ['Acme', 'active_member', true, null, null],
      ['Globex', 'active_member', false, null, totp],
      ['Initech', 'active_member', false, null, sms],
      ['Hooli', 'active_member', false, null, null],
      ['Umbrella', 'active_member', false, ['sso'], null],
      ['Stark', 'invited_member', true, null, null],
      ['Wayne', 'eligible_to_join_by_email_domain', true, null, null],
    ]);
    assert.deepEqual(page.emulator.outbox(), []);
  });

  it('gives Solo one organization and a newcomer none', async () => {
    for (const [email_address, names] of Object.entries({ 'solo@example.com': ['Acme'], 'new@example.com': [] })) {
      const page = new Page(createEmulator());
      const body = { email_address, password: SEED_PASSWORD };
      const { discovered_organizations } = await page.call('/b2b/passwords/discovery/authenticate', body);
      const found = discovered_organizations.map((each: Answer) => each.organization.organization_name);
      assert.deepEqual(found, names);
    }
  });

  it('makes Ada an administrator of Acme and nobody else anything special', async () => {
    const page = await signedIn();
    const { members } = await page.call('/b2b/organizations/me/members/search', {});
    const roles = members.map((each: Answer) => [each.email_address, each.roles.map((role: Answer) => role.role_id)]);
    assert.deepEqual(roles, [
      ['ada@example.com', ['stytch_member', 'stytch_admin']],
      ['solo@example.com', ['stytch_member']],
    ]);
  });

  it('gives Many ten thousand organizations under stable names', async () => {
    const page = await signedIn('Organization 00001', 'many@example.com');
    const { discovered_organizations } = await page.call('/b2b/discovery/organizations', {});
    assert.equal(discovered_organizations.length, 10_000);
    assert.equal(discovered_organizations[9_998].organization.organization_name, 'Organization 09999');
    assert.equal((await page.exchange('organization-04711')).member_authenticated, true);
  });

  it('gives Several three hundred, beside them', async () => {
    const page = await signedIn('Organization 299', 'several@example.com');
    const { discovered_organizations } = await page.call('/b2b/discovery/organizations', {});
    assert.equal(discovered_organizations.length, 300);
    assert.equal((await page.exchange('organization-047')).member_authenticated, true);
  });

  it('is there again after a reset, and the signing key with it', async () => {
    const page = await signedIn();
    await page.exchange('stark');
    page.emulator.clock(600);
    const keys = () => page.emulator.fetch(new Request(`http://x/v1/b2b/sessions/jwks/${page.emulator.projectId}`));
    const before = await (await keys()).json();
    page.emulator.reset();
    const after = await (await keys()).json();
    assert.deepEqual((after as Answer).keys, (before as Answer).keys);
    assert.deepEqual(page.emulator.requests().length, 1);
    assert.equal((await page.call('/b2b/sessions/authenticate', {})).error_type, 'session_not_found');
    const stark = page.emulator.world.directory.memberByEmail('organization-test-stark', 'ada@example.com');
    assert.equal(stark?.status, 'invited');
    assert.ok(Math.abs(page.emulator.world.now() - Date.now()) < 1000);
  });
});
