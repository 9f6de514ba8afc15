import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createEmulator, emulateInPage, startEmulator, type StartedEmulator } from '../../emulator/index.js';
import { Page, signedIn } from './support.js';

describe('faults', () => {
  it('fail the next matching requests, as often as they are told', async () => {
    const page = await signedIn();
    page.emulator.faults([
      { path: '/b2b/sessions/exchange', status: 500, errorType: 'internal_server_error', times: 2 },
    ]);
    assert.equal((await page.exchange('acme')).status, 500);
    assert.equal((await page.call('/b2b/sessions/authenticate', {})).status, 200);
    assert.equal((await page.exchange('acme')).error_type, 'internal_server_error');
    assert.equal((await page.exchange('acme')).status, 200);
  });

  it('are forgotten when none are to come', async () => {
    const page = await signedIn();
    page.emulator.faults([{ path: '/b2b/sessions/exchange', status: 500, times: 9 }]);
    assert.equal((await page.exchange('acme')).status, 500);
    page.emulator.faults([]);
    assert.equal((await page.exchange('acme')).status, 200);
  });

  it('only delay when nothing else is asked for, and the answer is the one of the beginning', async () => {
    const page = await signedIn();
    page.emulator.faults([{ path: '/b2b/organizations/me', delayMs: 50 }]);
    const started = performance.now();
    const late = page.call('/b2b/organizations/me');
    await page.call('/b2b/organizations/me', { organization_name: 'Acme & Sons' }, 'PUT');
    assert.equal((await late).organization.organization_name, 'Acme');
    assert.ok(performance.now() - started >= 45);
  });

  it('answer with the given body', async () => {
    const page = await signedIn();
    page.emulator.faults([{ path: '/b2b/organizations/me', body: '{"data":{"organization":null}}' }]);
    const answer = await page.call('/b2b/organizations/me');
    assert.deepEqual([answer.status, answer.organization], [200, null]);
  });

  it('break the connection of a call, and of the browser’s silent repetition of it', async () => {
    const emulator = createEmulator();
    emulator.faults([{ path: `/projects/bootstrap/${emulator.publicToken}`, drop: true }]);
    const bootstrap = (id: string) =>
      emulator.fetch(
        new Request(`http://x/sdk/v1/projects/bootstrap/${emulator.publicToken}`, { headers: { 'X-SDK-Client': id } }),
      );
    await assert.rejects(bootstrap('one'), { name: 'TypeError', message: 'Failed to fetch' });
    await assert.rejects(bootstrap('one'));
    assert.equal((await bootstrap('two')).status, 200);
    assert.equal(emulator.requests().length, 2);
  });
});

describe('the request log', () => {
  it('has every request in order, and no secret', async () => {
    const page = await signedIn();
    const pending = await page.exchange('globex');
    await page.forPending('/b2b/totp/authenticate', pending, { code: '123456' });
    const [exchanged, verified] = page.emulator.requests();
    assert.deepEqual(exchanged, {
      method: 'POST',
      path: '/b2b/sessions/exchange',
      body: { organization_id: 'globex', session_duration_minutes: 60 },
    });
    assert.equal((verified?.body as { code: string }).code, '[redacted]');
    assert.ok(!JSON.stringify(page.emulator.requests()).includes(page.intermediate_session_token));
  });
});

describe('HttpOnly mode', () => {
  it('keeps every token in cookies that only the server reads', async () => {
    const page = await signedIn();
    page.emulator.reset({ httpOnly: true });
    page.session_token = (await page.emulator.session('ada@example.com', 'Acme')).session_token;
    const first = await page.call('/b2b/sessions/authenticate', {});
    assert.deepEqual([first.session_token, first.session_jwt], ['', '']);
    assert.equal((await page.call('/b2b/sessions/authenticate', {})).organization.organization_name, 'Acme');
    const pending = await page.exchange('globex');
    assert.equal(pending.intermediate_session_token, '');
    assert.deepEqual([...page.cookies.keys()], ['stytch_intermediate_session_token']);
    const back = await page.call('/b2b/discovery/intermediate_sessions/exchange', { organization_id: 'acme' });
    assert.equal(back.member_authenticated, true);
    assert.deepEqual([...page.cookies.keys()], ['stytch_session', 'stytch_session_jwt']);
    await page.call('/b2b/sessions/revoke', {});
    assert.equal(page.cookies.size, 0);
    assert.equal((await page.call('/b2b/sessions/authenticate', {})).error_type, 'unauthorized_credentials');
  });
});

describe('the Node host', () => {
  let emulator: StartedEmulator;
  before(async () => {
    emulator = await startEmulator();
  });
  after(() => emulator.stop());

  it('answers preflights for exactly the asking origin, without using up a fault', async () => {
    emulator.faults([{ path: '/b2b/sessions/exchange', status: 500 }]);
    const headers = {
      Origin: 'http://localhost:3000',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type,x-sdk-client,x-sdk-parent-host',
    };
    const url = `${emulator.url}/sdk/v1/b2b/sessions/exchange`;
    const preflight = await fetch(url, { method: 'OPTIONS', headers });
    assert.equal(preflight.headers.get('access-control-allow-origin'), 'http://localhost:3000');
    assert.equal(preflight.headers.get('access-control-allow-credentials'), 'true');
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /x-sdk-parent-host/);
    const failed = await fetch(url, { method: 'POST', headers: { Origin: 'http://localhost:3000' } });
    assert.equal(failed.status, 500);
    assert.equal(failed.headers.get('access-control-allow-origin'), 'http://localhost:3000');
  });

  it('breaks a connection when told so', async () => {
    emulator.faults([{ path: '/events', drop: true }]);
    await assert.rejects(fetch(`${emulator.url}/sdk/v1/events`, { method: 'POST', body: '[]' }), TypeError);
  });

  it('is controlled over HTTP', async () => {
    const post = (path: string, body: object) =>
      fetch(emulator.url + path, { method: 'POST', body: JSON.stringify(body) });
    const session = await post('/emulator/sessions', { email: 'ada@example.com', organization: 'Globex', minutes: 5 });
    assert.deepEqual(Object.keys((await session.json()) as object), ['session_token', 'session_jwt']);
    assert.equal((await post('/emulator/sessions', { email: 'no@example.com', organization: 'Acme' })).status, 404);
    assert.equal((await post('/emulator/sessions', { email: 'ada@example.com', organization: 'Nope' })).status, 404);
    assert.equal((await post('/emulator/clock', { advanceSeconds: 600 })).status, 200);
    assert.ok(emulator.world.now() - Date.now() > 599_000);
    assert.equal((await post('/emulator/reset', {})).status, 200);
    assert.deepEqual(await (await fetch(`${emulator.url}/emulator/outbox`)).json(), []);
    assert.deepEqual(await (await fetch(`${emulator.url}/emulator/requests`)).json(), []);
  });

  it('shows the inbox, and nothing in it as markup', async () => {
    const body = { email_address: '<b>@example.com', discovery_redirect_url: 'http://app.test/?a=1&b=2' };
    const page = new Page({
      ...emulator,
      fetch: (request) => fetch(emulator.url + new URL(request.url).pathname, request),
    });
    await page.call('/b2b/magic_links/email/discovery/send', body);
    const inbox = await (await fetch(`${emulator.url}/emulator/inbox`)).text();
    assert.match(inbox, /&lt;b&gt;@example\.com/);
    assert.match(inbox, /href="http:\/\/app\.test\/\?a=1&amp;b=2&amp;stytch_token_type=discovery&amp;token=/);
  });
});

describe('the page host', () => {
  it('keeps many worlds apart by their public tokens, and leaves other requests alone', async () => {
    const real = globalThis.fetch;
    const asked: string[] = [];
    globalThis.fetch = (input) => {
      asked.push(new Request(input).url);
      return Promise.resolve(new Response('real'));
    };
    const one = emulateInPage();
    const two = emulateInPage();
    const { session_token } = await one.session('ada@example.com', 'Acme');
    const authenticate = (publicToken: string) =>
      fetch('https://test.stytch.com/sdk/v1/b2b/sessions/authenticate', {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa(`${publicToken}:${session_token}`)}` },
        body: '{}',
      });
    assert.equal((await authenticate(one.publicToken)).status, 200);
    assert.equal((await authenticate(two.publicToken)).status, 404);
    assert.equal(await (await fetch('https://example.com/')).text(), 'real');
    assert.deepEqual(asked, ['https://example.com/']);
    one.faults([{ path: '/b2b/sessions/authenticate', drop: true }]);
    await assert.rejects(authenticate(one.publicToken), { name: 'TypeError', message: 'Failed to fetch' });
    assert.equal((await one.control('/emulator/outbox')).status, 200);
    one.dispose();
    assert.equal((await authenticate(one.publicToken)).status, 401);
    globalThis.fetch = real;
  });
});
