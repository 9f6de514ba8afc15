import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { expect, person, test } from './site.js';

const script = '<script type="module" src="/loader.js"></script>';
const status = '<stytch-session-status></stytch-session-status>';
const cloaked = `<link rel="stylesheet" href="/cloak.css" />
  <script>document.documentElement.classList.add('stytch-cloak')</script>${script}`;

const family = readdirSync('src/elements')
  .map((name) => /^(stytch-.+)\.ts$/.exec(name)?.[1])
  .filter((tag) => tag !== undefined);

/** The scripts that a page has fetched, by what they bring. */
const fetched = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /\/loader-(.+)-.{8}\.js$/.exec(name)?.[1])
      .filter((name) => name !== undefined),
  );

const isDefined = (page: Page, tag: string) =>
  page.waitForFunction((name) => customElements.get(name) !== undefined, tag);

test.describe('the loader', () => {
  test('fetches what the page has, and more when more appears; all of it shares one store', async ({
    site,
    context,
    page,
  }) => {
    site.put('/', status, { script });
    await site.signIn(context);
    await page.goto(site.url);
    await person(page).sees('· Acme');
    const first = await fetched(page);
    expect(first).toEqual(expect.arrayContaining(['core', 'provider', 'session-status']));
    expect(first.filter((name) => /^(lazy-|org-switcher|login|gate|callback)/.test(name))).toEqual([]);

    await page.evaluate(() => {
      document.querySelector('stytch-provider')!.append(document.createElement('stytch-org-switcher'));
    });
    await person(page).switchesTo('Initech');
    await page.getByLabel('Verification code').fill(site.lastCode());
    await person(page).sees('· Initech');
    expect(await fetched(page)).toContain('org-switcher');
    expect(site.emulator.requests().filter(({ path }) => path.includes('bootstrap'))).toHaveLength(1);
  });

  test('brings every element of the family', async ({ site, page }) => {
    site.put('/', '', { script });
    await page.goto(site.url);
    for (const tag of family) {
      await page.evaluate((name) => document.body.append(document.createElement(name)), tag);
      await isDefined(page, tag);
    }
  });

  test('looks into the shadow roots of the family, and into those it is told of', async ({ site, page }) => {
    site.put('/', `${status}<div id="app"></div>`, { script });
    await page.goto(site.url);
    await isDefined(page, 'stytch-session-status');
    await page.evaluate(() => {
      document.querySelector('stytch-session-status')!.shadowRoot!.append(document.createElement('stytch-logout'));
      const root = document.querySelector('#app')!.attachShadow({ mode: 'open' });
      root.append(document.createElement('stytch-gate'));
    });
    await isDefined(page, 'stytch-logout');
    expect(await page.evaluate(() => customElements.get('stytch-gate'))).toBeUndefined();
    await page.evaluate(async () => {
      const url = '/loader.js';
      const { discover } = (await import(url)) as typeof import('../../tools/loader.js');
      await discover(document.querySelector('#app')!.shadowRoot!);
    });
    expect(await page.evaluate(() => customElements.get('stytch-gate') !== undefined)).toBe(true);
  });

  test('asks again for what could not be fetched, once there is a network', async ({ site, page }) => {
    site.put('/', status, { script });
    await page.route('**/loader-session-status-*', (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await page.goto(site.url);
    await failed;
    await isDefined(page, 'stytch-provider');
    expect(await page.evaluate(() => customElements.get('stytch-session-status'))).toBeUndefined();
    await page.unrouteAll();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await person(page).sees('Signed out');
  });
});

test.describe('the cloak', () => {
  const slots = `<stytch-session-status><b slot="signed-out">Nobody is here</b></stytch-session-status>
    <stytch-gate><p>For members</p></stytch-gate>`;

  test('hides what is to be chosen from until it can be, and is taken off', async ({ site, page }) => {
    site.put('/', slots, { script: cloaked });
    let release = () => undefined as void;
    const held = new Promise<void>((released) => (release = released));
    await page.route('**/loader-core-*', (route) => held.then(() => route.continue()));
    await page.goto(site.url, { waitUntil: 'commit' });
    const text = page.getByText('Nobody is here');
    await expect(text).toBeAttached();
    await expect(text).toBeHidden();
    await expect(page.getByText('For members')).toBeHidden();
    release();
    await expect(text).toBeVisible();
    await expect(page.getByText('For members')).toBeHidden();
    await expect(page.locator('html')).not.toHaveClass(/stytch-cloak/);
  });

  test('is off after two seconds, even if no script ever comes; a gate stays closed', async ({ site, page }) => {
    site.put('/', slots, { script: cloaked });
    await page.route('**/loader*', (route) => route.abort());
    await page.goto(site.url);
    await expect(page.getByText('Nobody is here')).toBeVisible();
    await expect(page.getByText('For members')).toBeHidden();
  });

  test('is off after two seconds, if the elements are slow', async ({ site, page }) => {
    site.put('/', slots, { script: cloaked });
    await page.route('**/loader-core-*', () => undefined);
    await page.goto(site.url, { waitUntil: 'commit' });
    await expect(page.locator('html')).not.toHaveClass(/stytch-cloak/);
    await expect(page.getByText('Nobody is here')).toBeVisible();
  });
});
