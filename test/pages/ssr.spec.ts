import type { Page } from '@playwright/test';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { APART } from '../../tools/rules.mjs';
import { render } from '../package/render.js';
import { serve } from './serve.js';
import { type Site, expect, person, test } from './site.js';

/** All but the provider, around them. The form to log in with comes by a script and is the last, to move nothing else. */
const tags = readdirSync('src/elements')
  .map((name) => /^(stytch-.+)\.ts$/.exec(name)?.[1] ?? '')
  .filter((tag) => tag && tag !== 'stytch-provider' && !APART.has(tag))
  .sort((one, other) => Number(one === 'stytch-login') - Number(other === 'stytch-login'));

let folder = '';
let host: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stytch-elements-ssr-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { 'stytch-elements/define': resolve('dist/define.js') } },
    build: {
      outDir: folder,
      target: 'es2022',
      lib: { entry: 'test/package/samples/client.js', formats: ['es'], fileName: () => 'client.js' },
    },
  });
  symlinkSync(resolve('dist/cdn'), join(folder, 'cdn'));
  host = await serve(folder);
});
test.afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Serves a page that a server has rendered with every element on it; every node that came with it is marked. */
async function open(
  page: Page,
  site: Site,
  { script = '/client.js', lang = 'en', shown = tags, styles = '' } = {},
): Promise<string[]> {
  const problems: string[] = [];
  page.on('console', (message) => ['warning', 'error'].includes(message.type()) && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  const { url, publicToken } = site.emulator;
  const elements = shown.map((tag) => `<div class="row"><${tag}></${tag}>After</div>`).join('');
  const [body] = render([
    `<stytch-provider public-token="${publicToken}" emulator-url="${url}">${elements}</stytch-provider>`,
  ]);
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="${lang}"><head><title>A page</title><style>${styles}</style></head><body>${body}
      <script>(${mark.toString()})()</script>
      <script type="module">
        await new Promise((resolve) => (globalThis.start = resolve));
        await import('${script}');
      </script></body></html>`,
  );
  await page.goto(host.url.replace('localhost', '127.0.0.1')); // where the cookies are
  return problems;
}

interface Marks {
  nodes: Element[];
  shifts: number[];
  start?: () => void;
}

/** Runs in the page before any script of ours. */
function mark(): void {
  const nodes: Element[] = [];
  const visit = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      nodes.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document.querySelector('stytch-provider')!);
  const shifts: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  Object.assign(globalThis, { nodes, shifts });
}

const start = (page: Page) => page.evaluate(() => (globalThis as unknown as Marks).start!());
const shifts = (page: Page) => page.evaluate(() => (globalThis as unknown as Marks).shifts);
/** Those of the server's nodes that are no longer on the page. */
const lost = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as Marks).nodes.filter((node) => !node.isConnected).map((node) => node.outerHTML),
  );
const hydrated = (page: Page) =>
  page.waitForFunction(
    (all) => all.every((tag) => customElements.get(tag) && document.querySelector(tag)!.matches('[data-state]')),
    tags,
  );

test.describe('a page that a server has rendered', () => {
  test('shows the loading state before any script has run', async ({ site, page }) => {
    await open(page, site);
    await person(page).sees('Checking session…');
    await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
  });

  test('is taken over with its nodes, without an error, and nothing moves', async ({ site, context, page }) => {
    await site.signIn(context);
    const problems = await open(page, site);
    let release = () => undefined as void;
    const held = new Promise<void>((released) => (release = released));
    await page.route(/\/sdk-/, (route) => held.then(() => route.fallback()));
    const places = () => page.locator('.row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
    const before = await places();
    await start(page);
    await hydrated(page);
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50))));
    await person(page).sees('Checking session…');
    expect(await lost(page)).toEqual([]);
    expect(await places()).toEqual(before);
    expect(await shifts(page)).toEqual([]);
    release();
    await person(page).sees('· Acme');
    await page
      .getByRole('button', { name: /^Switch organization/ })
      .first()
      .click();
    await expect(page.getByRole('option', { name: 'Globex' })).toBeVisible();
    expect(problems).toEqual([]);
  });

  for (const who of ['the member', 'nobody'])
    test(`gives no element of a header another height once it is known that ${who} is there`, async ({
      site,
      context,
      page,
    }) => {
      if (who === 'the member') await site.signIn(context);
      await open(page, site);
      const inHeader = ['stytch-logout', 'stytch-org-switcher', 'stytch-session-status', 'stytch-user-button'];
      const heights = () =>
        page.evaluate((all) => all.map((tag) => document.querySelector(tag)!.parentElement!.offsetHeight), inHeader);
      const before = await heights();
      await start(page);
      await person(page).sees(who === 'the member' ? '· Acme' : 'Signed out');
      await expect(page.locator('stytch-user-button [part=skeleton]')).toHaveCount(0);
      const after = await heights();
      if (who === 'nobody') after[3] = before[3]!; // the place of the button is given up
      expect(after).toEqual(before);
    });

  for (const [tag, who] of [
    ['stytch-login', 'nobody'],
    ['stytch-mfa-settings', 'the member'],
  ] as const)
    test(`keeps the place of ${tag} for ${who}, where it is told which`, async ({ site, context, page }) => {
      if (who === 'the member') await site.signIn(context);
      const styles = readFileSync('test/package/samples/place.css', 'utf8');
      await open(page, site, { shown: [tag], styles });
      const height = () => page.locator(tag).evaluate((element) => element.parentElement!.offsetHeight);
      const before = await height();
      await start(page);
      await expect(page.locator(`${tag} [part~=base]`).first()).toBeVisible();
      expect(await height()).toBe(before);
      expect(await shifts(page)).toEqual([]);
    });

  test('goes on to the cached session and the words of the page, though the server knew neither', async ({
    site,
    context,
    page,
  }) => {
    await site.signIn(context);
    await open(page, site);
    await start(page);
    await person(page).sees('· Acme');
    const problems = await open(page, site, { lang: 'xx' });
    await page.evaluate(() => {
      const provider = document.querySelector('stytch-provider') as HTMLElement & { strings: object };
      provider.strings = { logout: { label: 'Ausloggen' } };
    });
    await page.route(/\/sdk-/, () => undefined); // never comes
    await start(page);
    await person(page).sees('· Acme');
    await expect(page.locator('stytch-logout').getByRole('button', { name: 'Ausloggen' })).toBeVisible();
    expect(problems).toEqual([]);
  });

  test('is rendered anew by a script without support for hydration', async ({ site, context, page }) => {
    await site.signIn(context);
    const problems = await open(page, site, { script: '/cdn/stytch-elements.js' });
    await start(page);
    await person(page).sees('· Acme');
    await expect(page.locator('stytch-logout button')).toHaveCount(1);
    await expect(page.locator('stytch-org-switcher [part=trigger]')).toHaveCount(1);
    expect(problems).toEqual([]);
  });
});
