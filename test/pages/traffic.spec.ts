import type { Page, Request } from '@playwright/test';
import { pageAt } from '../docs/pages.js';
import { header, expect, person, putWayIn, type Site, test } from './site.js';

const { text } = pageAt('docs/csp.md');

/** What stands between backticks in the second column of the row of docs/csp.md that begins with `first`. */
function documented(first: string): string[] {
  const row = text.split('\n').find((line) => line.startsWith(`| ${first} `));
  return [...(row?.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name).sort();
}

/** Notes all requests that a page makes, to whichever host. */
function listen(page: Page): Request[] {
  const heard: Request[] = [];
  page.on('request', (request) => void heard.push(request));
  return heard;
}

/** What was asked of the API, each thing once, without what differs from one time to the next. */
function asked(heard: readonly Request[], { emulator }: Site): string[] {
  const toApi = heard.filter((request) => request.url().startsWith(emulator.url) && request.method() !== 'OPTIONS');
  const told = toApi.map((request) => {
    const path = new URL(request.url()).pathname.replace(emulator.publicToken, '…').replace(/[\w-]+-test-[\w-]+/g, '…');
    return `${request.method()} ${path}`;
  });
  return [...new Set(told)].sort();
}

/** Every key of something that was sent, as `app.identifier`; the details of an event are those of the event. */
function keysOf(value: unknown, within = ''): string[] {
  if (typeof value !== 'object' || value === null || within === 'event.details') return [within];
  return Object.entries(value).flatMap(([key, each]) => keysOf(each, within ? `${within}.${key}` : key));
}

const keysIn = (values: readonly unknown[]) => [...new Set(values.flatMap((value) => keysOf(value)))].sort();

/** What people do, by its name in the document. */
const flows: Record<string, (site: Site, page: Page) => Promise<void>> = {
  'signed out, at first': async (site, page) => {
    site.put('/', header);
    await page.goto(site.url);
    await person(page).sees('Signed out');
  },
  'signed in, at first': async (site, page) => {
    site.put('/', header);
    await site.signIn(page.context());
    await page.goto(site.url);
    await person(page).sees('· Acme');
  },
  'a switch, with a text': async (site, page) => {
    site.put('/', header);
    await site.signIn(page.context());
    await page.goto(site.url);
    await person(page).sees('· Acme');
    await person(page).switchesTo('Initech');
    await page.getByLabel('Verification code').waitFor();
    await person(page).enters(site.lastCode());
    await person(page).sees('· Initech');
  },
  'a log-in by e-mailed code': async (site, page) => {
    putWayIn(site, { login: 'methods="email_otp"' });
    await page.goto(`${site.url}/login`);
    await page.getByLabel('Email').fill('ada@example.com');
    await person(page).presses('Continue');
    await page.getByLabel('Verification code').waitFor();
    await person(page).enters(site.lastCode());
    await page.getByText('Acme').first().click();
    await page.waitForURL('**/app?in=acme');
    await person(page).sees('· Acme');
  },
  'a log-in by Google, until it is there': async (site, page) => {
    putWayIn(site, { login: 'methods="google_oauth"' });
    const told = page.waitForRequest('**/sdk/v1/events'); // else the page may be gone before it is sent
    await page.goto(`${site.url}/login`);
    await told;
    await person(page).presses('Continue with Google');
    await page.waitForURL(`${site.emulator.url}/**`);
  },
  'a log-out': async (site, page) => {
    site.put('/', header);
    await site.signIn(page.context());
    await page.goto(site.url);
    await person(page).sees('· Acme');
    await person(page).presses('Log out');
    await person(page).sees('Signed out');
  },
};

for (const [name, act] of Object.entries(flows))
  test(`${name}: the page sends what docs/csp.md says, where it says`, async ({ site, page }) => {
    const heard = listen(page);
    await act(site, page);
    await page.waitForLoadState('networkidle');
    await expect.poll(() => asked(heard, site)).toEqual(documented(name));
    const hosts = new Set(heard.map((request) => new URL(request.url()).origin));
    expect([...hosts].sort()).toEqual([site.url, site.emulator.url].sort());
  });

test('the header and the telemetry of calls have the keys that docs/csp.md names', async ({ site, page }) => {
  const heard = listen(page);
  await flows['a switch, with a text']!(site, page);
  const headers = () =>
    heard.map((request) => request.headers()['x-sdk-client']).filter((header) => header !== undefined);
  const events = () => heard.filter((request) => request.url().endsWith('/sdk/v1/events'));
  await expect
    .poll(() => keysIn(headers().map((header) => JSON.parse(Buffer.from(header, 'base64').toString()))))
    .toEqual(documented('header `X-SDK-Client`'));
  await expect
    .poll(() => keysIn(events().flatMap((request) => request.postDataJSON() as unknown[])))
    .toEqual(documented('`POST /sdk/v1/events`'));
  for (const request of events()) expect(await request.headerValue('cookie')).toBeNull();
});
