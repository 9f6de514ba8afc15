import type { Page } from '@playwright/test';
import { type Site, expect, person, test } from './site.js';

const STATUS = '<stytch-session-status></stytch-session-status>';

/** Takes over a session that a back end has made. */
async function takeOver(page: Page, { emulator }: Site): Promise<void> {
  const { session_token: sessionToken, session_jwt: sessionJwt } = await emulator.session('ada@example.com', 'Acme');
  const tokens = { sessionToken, sessionJwt };
  await page.evaluate(async (given) => {
    const provider = document.querySelector('stytch-provider')! as unknown as {
      ready: Promise<void>;
      store: { actions: { hydrate(tokens: object): Promise<unknown> } };
    };
    await provider.ready;
    await provider.store.actions.hydrate(given);
  }, tokens);
  await person(page).sees('· Acme');
}

const switchTo = (page: Page, id: string) =>
  page.evaluate(async (organization) => {
    const { store } = document.querySelector('stytch-provider')! as unknown as {
      store: { actions: { switchOrganization(id: string): Promise<unknown> } };
    };
    await store.actions.switchOrganization(organization);
  }, id);

test('cookies have the names and the path that the page says, also over a reload', async ({ site, context, page }) => {
  const provider =
    'cookie-path="/app" opaque-token-cookie-name="mine" jwt-cookie-name="mine_jwt" ist-cookie-name="halfway"';
  await page.goto(site.put('/app/page', STATUS, { provider }));
  await person(page).sees('Signed out');
  await takeOver(page, site);
  const cookies = async () => (await context.cookies(`${site.url}/app/page`)).map(({ name, path }) => [name, path]);
  expect((await cookies()).sort()).toEqual([
    ['mine', '/app'],
    ['mine_jwt', '/app'],
  ]);
  await page.reload();
  await person(page).sees('· Acme');
  await switchTo(page, 'organization-test-globex');
  await person(page).sees('Verification needed');
  expect(await cookies()).toEqual([['halfway', '/app']]);
});

test('cookies are for a domain, or the page’s host with its subdomains, where the page says so', async ({
  site,
  context,
  page,
}) => {
  const onHost = (path: string) => site.put(path, STATUS).replace('127.0.0.1', 'a.app.localhost');
  const domains = async (url: string) => (await context.cookies(url)).map(({ domain }) => domain);
  const wide = 'cookie-domain="app.localhost" cookie-available-to-subdomains';
  site.put('/wide', STATUS, { provider: wide });
  const url = onHost('/').replace(/\/$/, '/wide');
  await page.goto(url);
  await person(page).sees('Signed out');
  await takeOver(page, site);
  expect(await domains(url)).toEqual(['.app.localhost', '.app.localhost']);
  await context.clearCookies();
  await page.evaluate(() => localStorage.clear());
  await page.goto(onHost('/'));
  await person(page).sees('Signed out');
  await takeOver(page, site);
  expect(await domains(onHost('/'))).toEqual(['a.app.localhost', 'a.app.localhost']);
});
