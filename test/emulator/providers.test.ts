import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createEmulator, type Emulator } from '../../emulator/index.js';

const RETURN = encodeURIComponent('http://app.test/callback');

function start({ publicToken }: Emulator, path: string): string {
  return `http://x${path}${path.includes('?') ? '&' : '?'}public_token=${publicToken}&login_redirect_url=${RETURN}`;
}

describe('a provider’s page', () => {
  it('offers everybody, or the members of the organization, and first whom the page names', async () => {
    const emulator = createEmulator();
    const read = async (path: string) => (await emulator.fetch(new Request(start(emulator, path)))).text();
    const google = await read('/v1/b2b/public/oauth/google/start?slug=acme&provider_login_hint=solo@example.com');
    assert.match(google, /Sign in with Google/);
    assert.match(google, /value="solo@example.com" checked/);
    assert.match(google, /many@example.com/);
    const umbrella = await read('/v1/public/sso/start?connection_id=saml-connection-test-umbrella');
    assert.match(umbrella, /ada@example.com/);
    assert.doesNotMatch(umbrella, /solo@example.com/);
  });

  it('returns without a token when somebody refuses', async () => {
    const emulator = createEmulator();
    const body = new URLSearchParams({ decision: 'deny' });
    const url = start(emulator, '/v1/b2b/public/oauth/slack/discovery/start');
    const { headers } = await emulator.fetch(new Request(url, { method: 'POST', body }));
    const landing = new URL(headers.get('location') ?? '');
    assert.deepEqual([landing.searchParams.get('error'), landing.searchParams.get('token')], ['access_denied', null]);
  });

  it('goes nowhere without a project, a provider, a connection or a web address', async () => {
    const emulator = createEmulator();
    const token = `public_token=${emulator.publicToken}`;
    const statuses = {
      '/v1/b2b/public/oauth/google/discovery/start?public_token=public-token-test-other': 401,
      [`/v1/b2b/public/oauth/myspace/discovery/start?${token}`]: 404,
      [`/v1/b2b/public/oauth/google/start?slug=nowhere&${token}`]: 404,
      [`/v1/public/sso/start?connection_id=none&${token}`]: 404,
      [`/v1/b2b/public/oauth/google/discovery/start?${token}&discovery_redirect_url=javascript:alert(1)`]: 400,
    };
    for (const [path, status] of Object.entries(statuses)) {
      assert.equal((await emulator.fetch(new Request(`http://x${path}`))).status, status, path);
    }
  });

  it('shows what it is given as text', async () => {
    const emulator = createEmulator();
    const hint = encodeURIComponent('"><script>alert(1)</script>');
    const url = start(emulator, `/v1/b2b/public/oauth/google/discovery/start?provider_login_hint=${hint}`);
    assert.doesNotMatch(await (await emulator.fetch(new Request(url))).text(), /<script/);
  });
});
