import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import stytch from 'stytch';
import { SEED_PASSWORD, startEmulator, type StartedEmulator } from '../../emulator/index.js';

const ACME = 'organization-test-acme';

describe('a back end with the stytch package', () => {
  let emulator: StartedEmulator;
  let client: InstanceType<typeof stytch.B2BClient>;

  before(async () => {
    emulator = await startEmulator();
    client = clientOf(emulator.secret);
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.stop());

  function clientOf(secret: string) {
    return new stytch.B2BClient({ project_id: emulator.projectId, secret, env: `${emulator.url}/` });
  }

  function sentToken(): string {
    return new URL(emulator.outbox().at(-1)?.url ?? '').searchParams.get('token') ?? '';
  }

  it('logs a member in by e-mail link', async () => {
    const email_address = 'ada@example.com';
    const sent = await client.magicLinks.email.loginOrSignup({ organization_id: 'acme', email_address });
    assert.deepEqual([sent.member_created, sent.member.name], [false, 'Ada Lovelace']);
    const answer = await client.magicLinks.authenticate({
      magic_links_token: sentToken(),
      session_custom_claims: { plan: 'team' },
    });
    assert.equal(answer.organization_id, ACME);
    assert.equal(answer.status_code, 200);
    const local = await client.sessions.authenticateJwtLocal({ session_jwt: answer.session_jwt });
    assert.deepEqual(local.custom_claims, { plan: 'team' });
    assert.deepEqual(local.roles, ['stytch_member', 'stytch_admin']);
    assert.equal(local.authentication_factors[0]?.type, 'magic_link');
  });

  it('authenticates a token by calling, and a JWT without', async () => {
    const { session_token, session_jwt } = await emulator.session('ada@example.com', 'Acme');
    await client.sessions.authenticateJwt({ session_jwt }); // fetches the keys
    const seen = emulator.requests().length;
    const { member_session } = await client.sessions.authenticateJwt({ session_jwt });
    assert.equal(member_session.organization_id, ACME);
    assert.equal(emulator.requests().length, seen);
    const { member } = await client.sessions.authenticate({ session_token });
    assert.equal(member.is_locked, false);
    await client.sessions.authenticateJwt({ session_jwt, max_token_age_seconds: 0 });
    assert.deepEqual(
      emulator
        .requests()
        .slice(seen)
        .map(({ path }) => path),
      ['/v1/b2b/sessions/authenticate', '/v1/b2b/sessions/authenticate'],
    );
  });

  it('gets a new JWT for an expired one, and nothing for a forged one', async () => {
    const { session_jwt } = await emulator.session('ada@example.com', 'Acme');
    emulator.clock(301);
    const answer = await client.sessions.authenticate({ session_jwt });
    assert.notEqual(answer.session_jwt, session_jwt);
    const forged = session_jwt.slice(0, -8) + 'AAAAAAAA';
    await assert.rejects(client.sessions.authenticate({ session_jwt: forged }), { status_code: 401 });
    const both = { session_jwt, session_token: 'x' };
    await assert.rejects(client.sessions.authenticate(both), { error_type: 'too_many_session_arguments' });
  });

  it('revokes sessions, one or all of a member', async () => {
    const one = await emulator.session('ada@example.com', 'Acme');
    const two = await emulator.session('ada@example.com', 'Acme');
    await client.sessions.revoke({ session_jwt: one.session_jwt });
    const gone = { status_code: 404, error_type: 'session_not_found' };
    await assert.rejects(client.sessions.authenticate({ session_token: one.session_token }), gone);
    const { member } = await client.sessions.authenticate({ session_token: two.session_token });
    const ids = { organization_id: ACME, member_id: member.member_id };
    assert.equal((await client.sessions.get(ids)).member_sessions.length, 1);
    await client.sessions.revoke({ member_id: member.member_id });
    await assert.rejects(client.sessions.authenticate({ session_token: two.session_token }), gone);
  });

  it('changes organizations and members, by id or slug', async () => {
    const { organization } = await client.organizations.update({
      organization_id: 'acme',
      organization_name: 'Acme Ltd',
    });
    assert.equal(organization.organization_name, 'Acme Ltd');
    const { member } = await client.organizations.members.get({
      organization_id: 'acme',
      email_address: 'solo@example.com',
    });
    const ids = { organization_id: 'acme', member_id: member.member_id };
    const updated = await client.organizations.members.update({ ...ids, name: 'Solo', roles: ['stytch_admin'] });
    assert.deepEqual([updated.member.name, updated.member.is_admin], ['Solo', true]);
    const created = await client.organizations.members.create({ organization_id: 'acme', email_address: 'x@y.test' });
    const deleted = { organization_id: ACME, member_id: created.member_id };
    assert.equal((await client.organizations.members.delete(deleted)).member_id, created.member_id);
    await assert.rejects(client.organizations.members.get(deleted), { error_type: 'member_not_found' });
  });

  it('merges metadata at the top, where null deletes', async () => {
    const { members } = client.organizations;
    const ids = { organization_id: ACME, member_id: 'member-test-solo-acme' };
    await members.update({
      ...ids,
      trusted_metadata: { limit: 50, deep: { a: 1 } },
      untrusted_metadata: { title: 'A' },
    });
    const { member } = await members.update({ ...ids, trusted_metadata: { deep: { b: 2 }, limit: null, plan: 'x' } });
    assert.deepEqual(member.trusted_metadata, { deep: { b: 2 }, plan: 'x' });
    assert.deepEqual(member.untrusted_metadata, { title: 'A' });
    await client.organizations.update({ organization_id: ACME, trusted_metadata: { plan: 'team' } });
    const { organization } = await client.organizations.update({
      organization_id: ACME,
      trusted_metadata: { seats: 3 },
    });
    assert.deepEqual(organization.trusted_metadata, { plan: 'team', seats: 3 });
  });

  it('searches members and organizations', async () => {
    const query = { operator: 'AND', operands: [{ filter_name: 'member_email_fuzzy', filter_value: 'SOLO' }] };
    const { members, results_metadata } = await client.organizations.members.search({
      organization_ids: [ACME],
      query,
    });
    assert.deepEqual([members.map((each) => each.name), results_metadata.total], [['Solo Soledad'], 1]);
    const found = await client.organizations.search({
      query: { operator: 'OR', operands: [{ filter_name: 'organization_slugs', filter_value: ['acme', 'globex'] }] },
    });
    assert.equal(found.results_metadata.total, 2);
  });

  it('acts with a member’s own permissions when it says for whom', async () => {
    const solo = await emulator.session('solo@example.com', 'Acme');
    const ada = await emulator.session('ada@example.com', 'Acme');
    const update = (authorization: object) =>
      client.organizations.update({ organization_id: ACME, organization_name: 'New' }, { authorization });
    await assert.rejects(update({ session_token: solo.session_token }), { status_code: 403 });
    assert.equal((await update({ session_jwt: ada.session_jwt })).organization.organization_name, 'New');
    const mine = client.organizations.members.create(
      { organization_id: ACME, email_address: 'x@y.test' },
      { authorization: { session_token: solo.session_token } },
    );
    await assert.rejects(mine, { status_code: 403, error_type: 'session_authorization_error' });
  });

  it('checks permissions, by calling and without', async () => {
    const { session_token, session_jwt } = await emulator.session('solo@example.com', 'Acme');
    const may = (action: string, organization_id = ACME) => ({ organization_id, resource_id: 'documents', action });
    const { verdict } = await client.sessions.authenticate({ session_token, authorization_check: may('read') });
    assert.deepEqual(verdict, { authorized: true, granting_roles: ['stytch_member'] });
    const refused = { status_code: 403 };
    await assert.rejects(client.sessions.authenticate({ session_token, authorization_check: may('write') }), refused);
    await assert.rejects(
      client.sessions.authenticate({ session_token, authorization_check: may('read', 'globex') }),
      refused,
    );
    await client.sessions.authenticateJwtLocal({ session_jwt, authorization_check: may('read') });
    const local = client.sessions.authenticateJwtLocal({ session_jwt, authorization_check: may('write') });
    await assert.rejects(local, { code: 'invalid_permissions' });
  });

  it('takes a member through discovery', async () => {
    await client.magicLinks.email.discovery.send({ email_address: 'new@example.com' });
    const answer = await client.magicLinks.discovery.authenticate({ discovery_magic_links_token: sentToken() });
    assert.deepEqual(answer.discovered_organizations, []);
    const { intermediate_session_token } = answer;
    const created = await client.discovery.organizations.create({
      intermediate_session_token,
      organization_name: 'Öl & Co',
    });
    assert.equal(created.organization?.organization_slug, 'example');
    assert.deepEqual(
      created.member.roles.map((role) => role.role_id),
      ['stytch_member', 'stytch_admin'],
    );
    const { session_token } = created;
    const listed = await client.discovery.organizations.list({ session_token });
    assert.equal(listed.discovered_organizations.length, 1);
  });

  it('exchanges sessions and verifies second factors', async () => {
    const { session_token } = await emulator.session('ada@example.com', 'Acme');
    const { intermediate_session_token, member_id, mfa_required } = await client.sessions.exchange({
      organization_id: 'initech',
      session_token,
    });
    assert.equal(mfa_required?.secondary_auth_initiated, 'sms_otp');
    const code = emulator.outbox().at(-1)?.code ?? '';
    const ids = { organization_id: 'initech', member_id, intermediate_session_token };
    const done = await client.otps.sms.authenticate({ ...ids, code });
    assert.equal(done.member_session?.organization_slug, 'initech');
    const codes = await client.recoveryCodes.get({ organization_id: 'globex', member_id: 'member-test-ada-globex' });
    assert.equal(codes.recovery_codes.length, 10);
  });

  it('logs a member in by password', async () => {
    const ids = { organization_id: ACME, email_address: 'solo@example.com' };
    const { member_authenticated } = await client.passwords.authenticate({ ...ids, password: SEED_PASSWORD });
    assert.equal(member_authenticated, true);
    await assert.rejects(client.passwords.authenticate({ ...ids, password: 'wrong' }), { status_code: 401 });
  });

  it('is refused without the right secret', async () => {
    const refused = { status_code: 401, error_type: 'unauthorized_credentials' };
    await assert.rejects(clientOf('wrong').organizations.get({ organization_id: ACME }), refused);
  });
});
