import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import stytch from 'stytch';
import { startEmulator } from '../../emulator/index.js';
import { signedOut, type Answer, type Page } from './support.js';

describe('impersonation', () => {
  it('gives the session of the member, without a second factor, by a link to the project’s page', async () => {
    const page = signedOut({ redirectUrl: 'https://app.test/in?x=1' });
    const { token, url } = page.emulator.impersonation('ada@example.com', 'Globex');
    assert.equal(url, `https://app.test/in?x=1&stytch_token_type=multi_tenant_impersonation&token=${token}`);
    const answer = await redeem(page, token);
    const { member_authenticated, mfa_required, primary_required, intermediate_session_token } = answer;
    assert.deepEqual([member_authenticated, mfa_required, primary_required], [true, null, null]);
    assert.equal(intermediate_session_token, '');
    const [factor, ...others] = answer.member_session.authentication_factors;
    assert.deepEqual([factor.type, factor.delivery_method, others], ['impersonated', 'impersonation', []]);
    assert.equal(factor.impersonated_factor.impersonator_email_address, 'support@example.com');
    assert.equal((await page.call('/b2b/organizations/members/me')).member.member_id, 'member-test-ada-globex');
  });

  it('works once, and for five minutes', async () => {
    const page = signedOut();
    const used = page.emulator.impersonation('solo@example.com', 'acme').token;
    assert.equal((await redeem(page, used)).status, 200);
    const again = await redeem(page, used);
    assert.deepEqual([again.status, again.error_type], [401, 'unable_to_auth_impersonation_token']);
    const late = page.emulator.impersonation('solo@example.com', 'acme').token;
    page.emulator.clock(300);
    assert.equal((await redeem(page, late)).error_type, 'unable_to_auth_impersonation_token');
    assert.equal((await redeem(page, 'made up')).error_type, 'unable_to_auth_impersonation_token');
  });

  it('lasts an hour, whatever is asked for, and proves nothing anywhere else', async () => {
    const page = signedOut();
    const { member_session } = await redeem(page, page.emulator.impersonation('ada@example.com', 'Acme').token);
    assert.equal(Date.parse(member_session.expires_at) - Date.parse(member_session.started_at), 3_600_000);
    page.emulator.clock(600);
    const longer = await page.call('/b2b/sessions/authenticate', { session_duration_minutes: 120 });
    assert.equal(longer.member_session.expires_at, member_session.expires_at);
    const { primary_required, member_authenticated } = await page.exchange('stark');
    assert.deepEqual([member_authenticated, primary_required === null], [false, false]);
  });

  it('leaves the member as they are', async () => {
    const page = signedOut();
    const { member } = await redeem(page, page.emulator.impersonation('ada@example.com', 'Stark').token);
    assert.equal(member.status, 'invited');
  });

  it('is handed out on a port, and open to back ends', async () => {
    const served = await startEmulator();
    const ask = (email: string, organization: string) =>
      fetch(`${served.url}/emulator/impersonations`, { method: 'POST', body: JSON.stringify({ email, organization }) });
    assert.equal((await ask('ada@example.com', 'Nope')).status, 404);
    assert.equal((await ask('new@example.com', 'Acme')).status, 404);
    const { token, url } = (await (await ask('ada@example.com', 'Acme')).json()) as Answer;
    assert.equal(new URL(url).searchParams.get('token'), token);
    const { projectId: project_id, secret } = served;
    const client = new stytch.B2BClient({ project_id, secret, env: `${served.url}/` });
    const { member_session } = await client.impersonation.authenticate({ impersonation_token: token });
    assert.equal(member_session?.authentication_factors[0]?.type, 'impersonated');
    await served.stop();
  });
});

function redeem(page: Page, impersonation_token: string): Promise<Answer> {
  return page.call('/b2b/impersonation/authenticate', { impersonation_token });
}
