import { expect } from '@playwright/test';
import { build } from 'vite';
import { test } from './card.js';

const HTTP_ONLY = { customBaseUrl: ' ' }; // with `endpoints`, the way into the SDK's custom-domain mode over plain http

test.describe('Stytch’s own client, against the emulator', () => {
  test('picks up a session, switches, comes back and logs out', async ({ card }) => {
    await card.openClient();
    const tokens = await card.emulator.session('ada@example.com', 'Acme');
    const names = await card.ask(async (client, given) => {
      client.session.updateSession(given);
      const first = await client.session.authenticate();
      const saved = client.session.getTokens();
      const pending = await client.session.exchange({ organization_id: 'globex', session_duration_minutes: 60 });
      const signedOut = client.session.getSync() === null;
      client.session.updateSession(saved!);
      const back = await client.session.authenticate();
      const stark = await client.session.exchange({ organization_id: 'stark', session_duration_minutes: 60 });
      await client.session.revoke();
      return [first, pending, back, stark].map((each) => each.organization.organization_name).concat(String(signedOut));
    }, tokens);
    expect(names).toEqual(['Acme', 'Globex', 'Acme', 'Stark', 'true']);
  });

  test('knows what the member may do', async ({ card }) => {
    await card.openClient();
    const permissions = await card.ask(
      async (client, given) => {
        client.session.updateSession(given);
        await client.session.authenticate();
        return Promise.all(['read', 'write'].map((action) => client.rbac.isAuthorized('documents', action)));
      },
      await card.emulator.session('solo@example.com', 'Acme'),
    );
    expect(permissions).toEqual([true, false]);
  });

  test('sees a broken connection once, although browsers repeat a request by themselves', async ({ card }) => {
    await card.openClient();
    const tokens = await card.emulator.session('ada@example.com', 'Acme');
    const authenticate = () =>
      card.ask(async (client, given) => {
        client.session.updateSession(given);
        const { status_code } = await client.session.authenticate();
        return status_code;
      }, tokens);
    expect(await authenticate()).toBe(200); // so that the connection is a reused one
    card.emulator.faults([{ path: '/b2b/sessions/authenticate', drop: true }]);
    expect(await authenticate()).toMatchObject({ name: 'StytchAPIUnreachableError' });
    expect(await authenticate()).toBe(200);
  });

  test('reads the errors that faults stand for', async ({ card }) => {
    await card.openClient();
    card.emulator.faults([
      { path: '/b2b/magic_links/email/discovery/send', status: 429, errorType: 'too_many_requests' },
      { path: '/b2b/magic_links/email/discovery/send', status: 502, body: '<html>' },
    ]);
    const send = () =>
      card.ask((client, email_address) => client.magicLinks.email.discovery.send({ email_address }), 'ada@example.com');
    expect(await send()).toMatchObject({ name: 'StytchAPIError', error_type: 'too_many_requests' });
    expect(await send()).toHaveProperty('name');
    expect(await send()).toMatchObject({ status_code: 200 });
  });

  test('stays signed in by HttpOnly cookies alone', async ({ card }) => {
    card.emulator.reset({ httpOnly: true });
    await card.openClient(HTTP_ONLY);
    const signIn = { email_address: 'ada@example.com', password: 'correct horse battery staple' };
    const entered = await card.ask(async (client, given) => {
      const organization_id = 'acme';
      const answer = await client.passwords.authenticate({ ...given, organization_id, session_duration_minutes: 60 });
      return [answer.session_token, client.session.getTokens(), document.cookie];
    }, signIn);
    expect(entered).toEqual(['', null, '']);
    await card.page.reload();
    await expect.poll(() => card.ask(async (client) => (await client.self.get())?.name, null)).toBe('Ada Lovelace');
    await card.ask((client) => client.session.revoke(), null);
    const after = await card.ask((client) => client.session.authenticate(), null);
    expect(after).toMatchObject({ error_type: 'unauthorized_credentials' });
  });
});

test.describe('Stytch’s own client, against worlds in the page', () => {
  test('keeps two worlds apart', async ({ card }) => {
    const files = await bundle();
    await card.page.route(`${card.url}emulator/*`, (route) => {
      const body = files.get(route.request().url().split('/emulator/')[1] ?? '');
      return route.fulfill({ contentType: 'text/javascript', body });
    });
    await card.openClient();
    const names = await card.page.evaluate(async (module) => {
      const { emulateInPage } = (await import(module)) as typeof import('../../emulator/index.js');
      const { stytch } = globalThis as unknown as { stytch: typeof import('@stytch/vanilla-js/b2b/headless') };
      const enter = async (organization: string) => {
        const world = emulateInPage();
        const client = new stytch.StytchB2BClient(world.publicToken);
        client.session.updateSession(await world.session('ada@example.com', organization));
        const answer = await client.session.authenticate();
        return answer.organization.organization_name;
      };
      return [await enter('Acme'), await enter('Initech')];
    }, `${card.url}emulator/index.js`);
    expect(names).toEqual(['Acme', 'Initech']);
  });
});

/** The emulator's files for the page, as a user's bundler would make them. */
async function bundle(): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: 'emulator/index.ts', formats: ['es'], fileName: 'index' },
      rolldownOptions: { external: [/^@hono/, /^node:/], output: { entryFileNames: '[name].js' } },
    },
  });
  const outputs = [built].flat() as { output: { fileName: string; code?: string }[] }[];
  return new Map(outputs.flatMap(({ output }) => output.map(({ fileName, code }) => [fileName, code ?? ''] as const)));
}
