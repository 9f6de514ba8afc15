import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SEED_RECOVERY_CODES } from '../../emulator/index.js';
import { sentCode, signedIn, totpCode } from './support.js';

describe('an authenticator app', () => {
  it('completes an exchange, once', async () => {
    const page = await signedIn();
    const pending = await page.exchange('globex');
    const ist = page.intermediate_session_token;
    const done = await page.forPending('/b2b/totp/authenticate', pending, { code: totpCode(page.emulator) });
    assert.equal(done.member_authenticated, true);
    page.emulator.clock(60);
    page.session_token = '';
    page.intermediate_session_token = ist;
    const again = await page.forPending('/b2b/totp/authenticate', pending, { code: totpCode(page.emulator) });
    assert.deepEqual([again.status, again.error_type], [404, 'intermediate_session_not_found']);
  });

  it('may be one step early or late, and its codes work once', async () => {
    const page = await signedIn('Globex');
    const { member_id, organization } = await page.call('/b2b/sessions/authenticate', {});
    const tryCode = (code: string) =>
      page.forPending('/b2b/totp/authenticate', { member_id, organization, status: 0 }, { code });
    const code = totpCode(page.emulator);
    page.emulator.clock(30);
    assert.equal((await tryCode(code)).status, 200);
    assert.equal((await tryCode(code)).error_type, 'totp_code_already_authenticated');
    const older = totpCode(page.emulator);
    page.emulator.clock(60);
    assert.equal((await tryCode(older)).error_type, 'unauthorized_credentials');
  });

  it('counts as enrolled only after its first code', async () => {
    const page = await signedIn();
    const pending = await page.exchange('hooli');
    const { member, secret, qr_code, recovery_codes } = await page.forPending('/b2b/totp', pending, {});
    assert.deepEqual([member.totp_registration_id, member.mfa_enrolled], ['', false]);
    assert.match(qr_code, /^data:image\/svg\+xml;base64,/);
    const { secret: second } = await page.forPending('/b2b/totp', pending, {});
    assert.notEqual(second, secret);
    const code = totpCode(page.emulator, second);
    const done = await page.forPending('/b2b/totp/authenticate', pending, { code });
    assert.deepEqual([done.member.mfa_enrolled, done.member.default_mfa_method], [true, 'totp']);
    assert.match(recovery_codes[0], /^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/);
    assert.equal((await page.call('/b2b/recovery_codes')).recovery_codes.length, 10);
  });

  it('cannot be replaced by somebody who has not shown a second factor', async () => {
    const page = await signedIn();
    const pending = await page.exchange('globex');
    assert.equal((await page.forPending('/b2b/totp', pending, {})).error_type, 'active_totp_exists');
    const sms = { mfa_phone_number: '+15555550199' };
    assert.equal((await page.forPending('/b2b/otps/sms/send', pending, sms)).error_type, 'session_authorization_error');
  });
});

describe('a recovery code', () => {
  it('works once', async () => {
    const page = await signedIn();
    const body = { recovery_code: SEED_RECOVERY_CODES[0] };
    const { recovery_codes_remaining } = await page.forPending(
      '/b2b/recovery_codes/recover',
      await page.exchange('globex'),
      body,
    );
    assert.equal(recovery_codes_remaining, 9);
    page.session_token = (await page.emulator.session('ada@example.com', 'Acme')).session_token;
    const again = await page.forPending('/b2b/recovery_codes/recover', await page.exchange('globex'), body);
    assert.deepEqual([again.status, again.error_type], [401, 'unauthorized_credentials']);
  });
});

describe('a text message', () => {
  it('is sent by the exchange itself, because Ada has nothing else in Initech', async () => {
    const page = await signedIn();
    const pending = await page.exchange('initech');
    assert.equal(pending.mfa_required.secondary_auth_initiated, 'sms_otp');
    assert.equal(pending.mfa_required.member_options.mfa_phone_number, 'XXXXXXX0100');
    const done = await page.forPending('/b2b/otps/sms/authenticate', pending, { code: sentCode(page.emulator) });
    assert.equal(done.member_authenticated, true);
  });

  it('is worthless after two minutes, after use, and after a newer one', async () => {
    const page = await signedIn();
    const pending = await page.exchange('initech');
    const verify = (code: string) => page.forPending('/b2b/otps/sms/authenticate', pending, { code });
    const first = sentCode(page.emulator);
    await page.forPending('/b2b/otps/sms/send', pending, {});
    assert.equal((await verify(first)).error_type, 'unauthorized_credentials');
    page.emulator.clock(120);
    assert.equal((await verify(sentCode(page.emulator))).error_type, 'unable_to_auth_otp_code');
    await page.forPending('/b2b/otps/sms/send', pending, {});
    assert.equal((await verify(sentCode(page.emulator))).status, 200);
    assert.equal((await verify(sentCode(page.emulator))).error_type, 'unable_to_auth_otp_code');
  });

  it('enrolls the number it was sent to', async () => {
    const page = await signedIn();
    const pending = await page.exchange('hooli');
    const sent = await page.forPending('/b2b/otps/sms/send', pending, { mfa_phone_number: '+15555550123' });
    assert.equal(sent.member.mfa_phone_number_verified, false);
    const code = sentCode(page.emulator);
    const { member } = await page.forPending('/b2b/otps/sms/authenticate', pending, { code });
    assert.deepEqual([member.mfa_phone_number, member.mfa_phone_number_verified], ['+15555550123', true]);
    assert.deepEqual([member.mfa_enrolled, member.default_mfa_method], [true, 'sms_otp']);
  });

  it('cannot be sent to another number than the member’s own', async () => {
    const page = await signedIn();
    const body = { mfa_phone_number: '+15555550123' };
    const { error_type } = await page.forPending('/b2b/otps/sms/send', await page.exchange('initech'), body);
    assert.equal(error_type, 'duplicate_member_phone_number');
  });
});

describe('guessing', () => {
  it('ends after ten wrong codes, even for the right one, for ten minutes', async () => {
    const page = await signedIn('Globex');
    const self = await page.call('/b2b/sessions/authenticate', {});
    const verify = (code: string) => page.forPending('/b2b/totp/authenticate', self, { code });
    for (let count = 0; count < 10; count += 1) assert.equal((await verify('000000')).status, 401);
    const { status, error_type } = await verify(totpCode(page.emulator));
    assert.deepEqual([status, error_type], [429, 'too_many_requests']);
    page.emulator.clock(600);
    assert.equal((await verify(totpCode(page.emulator))).status, 200);
  });

  it('does not get unlimited messages either', async () => {
    const page = await signedIn();
    const pending = await page.exchange('initech');
    const send = () => page.forPending('/b2b/otps/sms/send', pending, {});
    for (let count = 0; count < 10; count += 1) assert.equal((await send()).status, 200);
    assert.equal((await send()).error_type, 'too_many_requests');
  });
});

describe('an intermediate session', () => {
  it('lasts ten minutes, however often it is exchanged', async () => {
    const page = await signedIn();
    await page.exchange('globex');
    page.emulator.clock(599);
    const exchange = (organization_id: string) =>
      page.call('/b2b/discovery/intermediate_sessions/exchange', { organization_id, ...page.ist() });
    const before = page.intermediate_session_token;
    assert.equal((await exchange('initech')).intermediate_session_token, before);
    page.emulator.clock(1);
    const { status, error_type } = await exchange('acme');
    assert.deepEqual([status, error_type], [404, 'intermediate_session_not_found']);
  });

  it('survives wrong codes and is of no use to somebody else', async () => {
    const page = await signedIn();
    const pending = await page.exchange('globex');
    assert.equal((await page.forPending('/b2b/totp/authenticate', pending, { code: '000000' })).status, 401);
    const other = {
      ...pending,
      organization: { organization_id: 'organization-test-acme' },
      member_id: 'member-test-solo-acme',
    };
    const { error_type } = await page.forPending('/b2b/totp/authenticate', other, { code: '000000' });
    assert.equal(error_type, 'invalid_intermediate_session_token_for_organization');
  });
});
