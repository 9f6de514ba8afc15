import { test as base, type BrowserContext } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, createLogger } from 'vite';
import { SEED_PASSWORD, type StartedEmulator, startEmulator } from '../../emulator/index.js';
import { pageAt } from '../docs/pages.js';
import { serve } from '../pages/serve.js';
import { person } from '../pages/site.js';
import { expect, freePort } from './example.js';
import { install, serving } from './newcomer.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const readme = pageAt('README.md');

/** The first sample of the README in `language`, as it stands there. */
const sample = (language: string) => readme.samples.find((each) => each.language === language)!.code;

/** The first files of an application, and what they call the emulator's address. */
const frameworks = {
  react: {
    file: 'App.tsx',
    code: sample('tsx'),
    emulatorUrl: 'emulatorUrl',
    main: `import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import App from './App.tsx';
      createRoot(document.querySelector('#app')).render(createElement(App));`,
    signedIn: 'Hello Ada Lovelace',
    signedOut: 'Nobody is signed in.',
  },
  vue: {
    file: 'App.vue',
    code: sample('vue'),
    emulatorUrl: 'emulator-url',
    main: `import { createApp } from 'vue';
      import App from './App.vue';
      createApp(App).mount('#app');`,
    signedIn: 'signed-in',
    signedOut: 'signed-out',
  },
  svelte: {
    file: 'App.svelte',
    code: sample('svelte'),
    emulatorUrl: 'emulator-url',
    main: `import { mount } from 'svelte';
      import App from './App.svelte';
      mount(App, { target: document.querySelector('#app') });`,
    signedIn: 'signed-in',
    signedOut: 'signed-out',
  },
};

const test = base.extend<{ emulator: StartedEmulator; folder: string }>({
  emulator: async ({}, use) => {
    const emulator = await startEmulator();
    await use(emulator);
    await emulator.stop();
  },
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'stytch-elements-readme-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

test.describe.configure({ mode: 'parallel' });

test('the first minute of the README goes as it is told', async ({ folder, page }) => {
  test.slow(); // it packs the package
  const published = `https://cdn.jsdelivr.net/npm/stytch-elements@${version}/`;
  const files = install(folder);
  await page.route(`${published}**`, (route) =>
    route.fulfill({
      path: join(files, route.request().url().replace(published, '')),
      headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' },
    }),
  );
  const port = String(await freePort()); // others run on this machine
  const told = (language: string) => {
    expect(sample(language)).toContain('4100');
    return sample(language).replace('4100', port).trim();
  };
  const emulator = await serving(told('sh'), folder);
  writeFileSync(join(folder, 'index.html'), told('html'));
  const host = await serve(folder);
  const ada = person(page);
  await page.goto(host.url);
  await page.getByLabel('Email').fill('ada@example.com');
  await ada.presses('Continue');
  await page.getByLabel('Password').fill(SEED_PASSWORD);
  await ada.presses('Continue');
  await page.getByRole('button', { name: 'Acme' }).click();
  await ada.sees('Signed in as Ada Lovelace · Acme');
  await ada.sees(/Ends in \d+:\d\d/);
  await ada.presses('Log out');
  await ada.sees('Signed out');
  await expect(page.getByRole('dialog', { name: 'Log in' })).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('ada@example.com'); // remembered
  host.close();
  await emulator.stop();
});

for (const [name, { file, code, emulatorUrl, main, signedIn, signedOut }] of Object.entries(frameworks))
  test(`the README's ${name} works as it stands`, async ({ context, emulator, folder, page }) => {
    const token = 'public-token-test-…"';
    expect(code).toContain(token);
    writeFileSync(join(folder, file), code.replace(token, `${emulator.publicToken}" ${emulatorUrl}="${emulator.url}"`));
    writeFileSync(join(folder, 'main.js'), main);
    expect(await built(name, folder)).toEqual([]);

    const host = await serve(join(folder, 'dist'));
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    await signIn(context, emulator, host.url);
    await page.goto(host.url);
    await expect(page.getByText(signedIn, { exact: true })).toBeVisible();
    await person(page).switchesTo('Initech');
    await page.getByLabel('Verification code').waitFor();
    await person(page).enters(emulator.outbox().at(-1)!.code!);
    await expect(page.getByRole('button', { name: 'Switch organization, current: Initech' })).toBeVisible();
    await person(page).presses('Log out');
    await expect(page.getByText(signedOut, { exact: true })).toBeVisible();
    expect(logged).toEqual(code.includes('console.log') ? ['initech'] : []);
    host.close();
  });

/** Builds the application in `folder` with the plugins of the example, and returns the warnings. */
async function built(name: string, folder: string): Promise<string[]> {
  const html = '<!doctype html><html lang="en"><title>An app</title><div id="app"></div>';
  writeFileSync(join(folder, 'index.html'), `${html}<script type="module" src="/main.js"></script></html>`);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const warnings: string[] = [];
  const warn = (text: string) => void warnings.push(text);
  const customLogger = { ...createLogger('silent'), warn, warnOnce: warn };
  const configFile = resolve(`examples/${name}/vite.config.js`);
  await build({ root: folder, configFile, customLogger, logLevel: 'warn' });
  return warnings;
}

async function signIn(context: BrowserContext, emulator: StartedEmulator, url: string): Promise<void> {
  const { session_token, session_jwt } = await emulator.session('ada@example.com', 'Acme');
  await context.addCookies([
    { url, name: 'stytch_session', value: session_token },
    { url, name: 'stytch_session_jwt', value: session_jwt },
  ]);
}

test('the README tells Vue which tags are elements, as the example does', () => {
  const words = "isCustomElement: (tag) => tag.startsWith('stytch-')";
  expect(readme.prose).toContain(words);
  expect(readFileSync('examples/vue/vite.config.js', 'utf8')).toContain(words);
});
