import type { Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { serve } from './serve.js';
import { type Site, expect, test } from './site.js';

/** What the page offers to the test: an application of React, in strict mode. */
interface World {
  readonly heard: string[];
  mount(publicToken: string, emulatorUrl: string): void;
  mountOutside(): void;
  mountRef(publicToken: string, emulatorUrl: string): void;
  unmount(): void;
}

const entry = (sample: string) => `
  import { StrictMode, createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { StytchProvider, useStytchSession, useStytchStore } from 'stytch-elements/react';
  import { App } from ${JSON.stringify(sample)};
  let root;
  const heard = [];
  function Outside() {
    const { session, isInitialized } = useStytchSession();
    const store = useStytchStore();
    return createElement('p', { id: 'outside' }, [session ? 'in' : 'out', isInitialized, store ? 'store' : 'none'].join(' '));
  }
  const start = (child) => {
    root = createRoot(document.querySelector('#root'));
    root.render(createElement(StrictMode, null, child));
  };
  Object.assign(globalThis, {
    heard,
    mount: (publicToken, emulatorUrl) => start(createElement(App, {
      publicToken, emulatorUrl, onSwitch: (name) => heard.push('switch ' + name), onLogout: () => heard.push('logout'),
    })),
    mountRef: (publicToken, emulatorUrl) => start(createElement(StytchProvider, {
      publicToken, emulatorUrl, ref: (provider) => {
        heard.push(provider ? 'there' : 'null');
        return () => heard.push('cleaned up');
      },
    })),
    mountOutside: () => start(createElement(Outside)),
    unmount: () => root.unmount(),
  });`;

let folder = '';
let host: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stytch-elements-react-'));
  writeFileSync(join(folder, 'entry.js'), entry(resolve('test/package/samples/react.tsx')));
  const html = '<!doctype html><html lang="en"><title>An app</title><div id="root"></div>';
  writeFileSync(join(folder, 'index.html'), `${html}<script type="module" src="/app.js"></script></html>`);
  const inPackage = (name: string) => resolve('node_modules', name);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"development"' }, // strict mode runs everything twice
    resolve: {
      alias: {
        'stytch-elements/react': resolve('dist/react/index.js'),
        'react-dom/client': inPackage('react-dom/client.js'),
        'react/jsx-runtime': inPackage('react/jsx-runtime.js'),
        react: inPackage('react/index.js'),
      },
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: join(folder, 'entry.js'), formats: ['es'], fileName: () => 'app.js' },
    },
  });
  host = await serve(folder);
});
test.afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page): Promise<string[]> {
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(host.url.replace('localhost', '127.0.0.1')); // where the cookies are
  await page.waitForFunction(() => 'mount' in globalThis);
  return problems;
}

const mount = (page: Page, { emulator }: Site) =>
  page.evaluate(([token, url]) => (globalThis as unknown as World).mount(token, url), [
    emulator.publicToken,
    emulator.url,
  ] as const);
const unmount = (page: Page) => page.evaluate(() => (globalThis as unknown as World).unmount());
const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as World).heard);

/** How many listen to the page's store, and how many providers the page knows of. */
const followers = (page: Page) =>
  page.evaluate(() => {
    const at = (holder: object, name: string) => (holder as Record<symbol, unknown>)[Symbol.for(name)];
    const { entries } = at(document, 'stytch-elements.scope') as { entries: unknown[] };
    return entries.length;
  });

test.describe('stytch-elements/react', () => {
  test('shows the member, tells of a switch and a log-out, in strict mode', async ({ site, context, page }) => {
    await site.signIn(context);
    const problems = await open(page);
    await mount(page, site);
    await expect(page.getByText('of Acme')).toBeVisible();
    await page.getByRole('button', { name: /^Switch organization/ }).click();
    await page.getByRole('option', { name: 'Initech' }).click();
    await page.getByLabel('Verification code').fill(site.lastCode());
    await expect(page.getByText('of Initech')).toBeVisible();
    await page.getByRole('button', { name: 'Leave' }).click();
    await expect(page.getByText('signed-out')).toBeVisible();
    expect(await heard(page)).toEqual(['switch Initech', 'logout']);
    expect(problems).toEqual([]);
  });

  test('leaves nothing when it goes, and works again when it comes back', async ({ site, context, page }) => {
    await site.signIn(context);
    const problems = await open(page);
    for (let round = 0; round < 3; round++) {
      await mount(page, site);
      await expect(page.getByText('of Acme')).toBeVisible();
      expect(await followers(page)).toBe(1);
      await unmount(page);
      expect(await followers(page)).toBe(0);
      await expect(page.locator('#root')).toBeEmpty();
    }
    expect(site.emulator.requests().filter(({ path }) => path.includes('bootstrap'))).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test('a callback ref of the provider is cleaned up after as in React', async ({ site, page }) => {
    const problems = await open(page);
    await page.evaluate(([token, url]) => (globalThis as unknown as World).mountRef(token, url), [
      site.emulator.publicToken,
      site.emulator.url,
    ] as const);
    await expect.poll(() => heard(page)).toContain('there');
    await unmount(page);
    const told = await heard(page);
    expect(told).not.toContain('null');
    expect(told.at(-1)).toBe('cleaned up');
    expect(told.filter((each) => each === 'cleaned up').length * 2).toBe(told.length);
    expect(problems).toEqual([]);
  });

  test('hooks without a provider above follow the first one of the document, whenever it comes', async ({
    site,
    context,
    page,
  }) => {
    await site.signIn(context);
    const problems = await open(page);
    await page.evaluate(() => (globalThis as unknown as World).mountOutside());
    const outside = page.locator('#outside');
    await expect(outside).toHaveText('out false none');
    await page.evaluate(
      ([token, url]) => {
        const provider = document.createElement('stytch-provider');
        provider.setAttribute('public-token', token);
        provider.setAttribute('emulator-url', url);
        document.body.append(provider);
      },
      [site.emulator.publicToken, site.emulator.url] as const,
    );
    await expect(outside).toHaveText('in true store');
    await page.evaluate(() => document.querySelector('stytch-provider')!.remove());
    await expect(outside).toHaveText('out false none');
    expect(problems).toEqual([]);
  });
});
