// Makes the pictures of the documents from the built scripts and the emulator: `npm run build && npm run docs:pictures`.
import { type Page, chromium } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { startEmulator } from '../emulator/index.js';
import { ensure, sandboxFlags } from './browser.mjs';

type Scheme = 'light' | 'dark';

const folder = 'docs/pictures';
const font = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
const ground = { light: '#eceff4', dark: '#0b0e14' };
const site = 'http://localhost';

const emulator = await startEmulator();
const args = [...sandboxFlags, '--disable-features=LocalNetworkAccessChecks']; // the page comes from no address at all
const browser = await chromium.launch({ executablePath: await ensure('chromium'), args });
mkdirSync(folder, { recursive: true });
try {
  for (const scheme of ['light', 'dark'] as const) {
    emulator.reset();
    const pair = await Promise.all([switching(scheme), verifying(scheme)]);
    write(`switch-${scheme}`, await together(scheme, pair));
    write(`devtools-${scheme}`, await devtools(scheme));
  }
} finally {
  await browser.close();
  await emulator.stop();
}

/** The list of organizations, open. */
async function switching(scheme: Scheme): Promise<Buffer> {
  const body = '<header><stytch-org-switcher></stytch-org-switcher></header>';
  const page = await open(scheme, body, { width: 416, height: 548 });
  await page.getByRole('button', { name: /^Switch/ }).click();
  await page.getByRole('option', { name: 'Globex' }).hover();
  return page.screenshot();
}

/** What Globex asks for first. */
async function verifying(scheme: Scheme): Promise<Buffer> {
  const body = '<header><stytch-org-switcher></stytch-org-switcher></header><stytch-mfa-prompt></stytch-mfa-prompt>';
  const page = await open(scheme, body, { width: 446, height: 548 });
  await page.getByRole('button', { name: /^Switch/ }).click();
  await page.getByRole('option', { name: 'Globex' }).click();
  await page.getByLabel('Verification code').fill('417');
  return page.screenshot();
}

/** The panel for development beside a page. */
async function devtools(scheme: Scheme): Promise<Buffer> {
  const body = `<header><stytch-org-switcher></stytch-org-switcher></header>
    <script type="module" src="/devtools.js"></script><stytch-devtools open></stytch-devtools>`;
  const page = await open(scheme, body, { width: 720, height: 640 });
  await page.getByText('Timers').first().waitFor();
  return page.screenshot();
}

/** A page that Ada, who is in Acme, has open. */
async function open(scheme: Scheme, body: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await blank(scheme, viewport);
  await page.route(`${site}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: pageWith(scheme, body) });
    return route.fulfill({ path: name === 'font.woff2' ? font : `dist/cdn/${name}` });
  });
  const { session_token, session_jwt } = await emulator.session('ada@example.com', 'Acme');
  await page.context().addCookies([
    { url: site, name: 'stytch_session', value: session_token },
    { url: site, name: 'stytch_session_jwt', value: session_jwt },
  ]);
  await page.goto(`${site}/`);
  await page.getByRole('button', { name: /current: Acme/ }).waitFor();
  return page;
}

function pageWith(scheme: Scheme, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8" /><title>Picture</title>
    <style>
      @font-face { font-family: Inter; src: url(/font.woff2); font-weight: 100 900; }
      :root { color-scheme: light dark; font-family: Inter; }
      body { margin: 0; padding: 24px; background: ${ground[scheme]}; }
      header { margin-block-end: 16px; }
    </style>
    <script type="module" src="/stytch-elements.js"></script>
    <stytch-provider public-token="${emulator.publicToken}" emulator-url="${emulator.url}">${body}</stytch-provider>`;
}

/** Pictures side by side. */
async function together(scheme: Scheme, pictures: Buffer[]): Promise<Buffer> {
  const page = await blank(scheme, { width: 862, height: 548 });
  const images = pictures.map((each) => `<img src="data:image/png;base64,${each.toString('base64')}" height="548" />`);
  await page.setContent(`<body style="margin: 0; display: flex">${images.join('')}</body>`);
  return page.screenshot();
}

function blank(colorScheme: Scheme, viewport: { width: number; height: number }): Promise<Page> {
  return browser.newPage({ colorScheme, viewport, deviceScaleFactor: 2, reducedMotion: 'reduce' });
}

function write(name: string, picture: Buffer): void {
  writeFileSync(`${folder}/${name}.png`, picture);
}
