import type { Page } from '@playwright/test';
import { person } from '../pages/site.js';
import { type Example, expect, openMailedLink, testOf } from './example.js';

const test = testOf('next', 'npm run dev', { ready: 120_000 });

async function logIn(page: Page, example: Example, email = 'ada@example.com'): Promise<void> {
  await page.goto(`${example.url}/team`);
  await page.waitForURL(/\/login/); // the proxy lets nobody else in
  await page.getByLabel('Email').fill(email);
  await person(page).presses('Continue');
  await page.getByText(`We sent a link to ${email}`).waitFor();
  await openMailedLink(page, example);
  await page.getByRole('button', { name: 'Acme' }).click();
  await page.waitForURL('**/team');
  await person(page).sees('· Acme');
}

async function rename(page: Page, email: string, name: string, answer: string): Promise<void> {
  const row = page.locator('li', { hasText: email });
  await row.getByLabel(email).fill(name);
  await row.getByRole('button').click();
  await expect(row.locator('output')).toHaveText(answer);
}

const names = (page: Page) =>
  page.locator('li input[name=name]').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));

/** Whether the page has had its session confirmed, and does not show what it has cached. */
const isVerified = (page: Page) =>
  page
    .locator('stytch-provider')
    .evaluate((provider: Element & { store?: { getSnapshot(): { session: unknown; fromCache: boolean } } }) => {
      const { session, fromCache = true } = provider.store?.getSnapshot() ?? {};
      return Boolean(session) && !fromCache;
    });

test('a member logs in, the server renders for them, and follows a switch and a log-out', async ({ example, page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  expect((await page.request.get(`${example.url}/api/me`)).status()).toBe(401);
  await logIn(page, example);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Acme');
  expect(await names(page)).toEqual(['Ada Lovelace', 'Solo Soledad']);

  const before = example.emulator.requests().length;
  expect(await (await page.request.get(`${example.url}/api/me`)).json()).toMatchObject({ organization: 'acme' });
  const asked = example.emulator.requests().slice(before);
  expect(asked.filter(({ path }) => path === '/v1/b2b/sessions/authenticate')).toEqual([]); // the JWT is verified there

  await person(page).switchesTo('Initech');
  await person(page).enters(example.emulator.outbox().at(-1)!.code!);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Initech');

  await person(page).presses('Log out');
  await page.waitForURL(/\/login/);
  await page.goto(`${example.url}/team`);
  await page.waitForURL(/\/login/);
  expect((await page.request.get(`${example.url}/api/me`)).status()).toBe(401);
  expect(errors.filter((text) => /hydrat/i.test(text))).toEqual([]);
});

test('an administrator changes anybody, a member only themselves', async ({ example, page, browser }) => {
  await logIn(page, example);
  const solo = page.locator('li', { hasText: 'solo@example.com' });
  await solo.getByLabel('Limit').fill('50');
  await rename(page, 'solo@example.com', 'Soledad', 'Saved.');
  expect(await names(page)).toEqual(['Ada Lovelace', 'Soledad']);

  const other = await browser.newPage();
  await logIn(other, example, 'solo@example.com');
  await rename(other, 'ada@example.com', 'Mallory', 'Your role does not allow this.');
  const own = other.locator('li', { hasText: 'solo@example.com' });
  await own.getByLabel('Title').fill('Analyst');
  await rename(other, 'solo@example.com', 'Solo', 'Saved.');
  await other.reload();
  expect(await names(other)).toEqual(['Ada Lovelace', 'Solo']);
  await expect(own.getByLabel('Title')).toHaveValue('Analyst');
  await expect(own.getByLabel('Limit')).toHaveAttribute('placeholder', '50');
  await own.getByLabel('Limit').fill('1000000');
  await rename(other, 'solo@example.com', 'Solo', 'Your role does not allow this.');
  await other.close();
});

test('a revoked session changes nothing and sees nothing, though its JWT is not over', async ({ example, page }) => {
  await logIn(page, example);
  await expect.poll(() => isVerified(page)).toBe(true); // the page has no reason to ask again
  const { secret, projectId, url } = example.emulator;
  const credentials = Buffer.from(`${projectId}:${secret}`).toString('base64');
  const revoked = await page.request.post(`${url}/v1/b2b/sessions/revoke`, {
    headers: { Authorization: `Basic ${credentials}` },
    data: { member_id: 'member-test-ada-acme' },
  });
  expect(revoked.ok()).toBe(true);
  await rename(page, 'ada@example.com', 'Mallory', 'Your session is over: log in again.');
  expect((await page.request.get(`${example.url}/api/me`)).status()).toBe(200);
  await page.goto(`${example.url}/team`);
  await page.waitForURL(/\/login/);
});

test('who logs in in another tab is welcomed in this one, too', async ({ example, page, context }) => {
  await page.goto(example.url);
  await expect(page.getByText('Nobody is signed in.')).toBeVisible();
  await person(page).sees('Signed out');
  const other = await context.newPage();
  await logIn(other, example);
  await person(page).sees('· Acme');
  await expect(page.getByText('Welcome back, Ada Lovelace')).toBeVisible();
  await person(other).presses('Log out');
  await expect(page.getByText('Nobody is signed in.')).toBeVisible();
});

test('what is wrong with the server sends nobody to log in', async ({ example, page }) => {
  await logIn(page, example);
  const limited = { path: '/v1/b2b/sessions/authenticate', status: 429, times: 20 };
  example.emulator.faults([limited]);
  const answer = await page.goto(`${example.url}/team`);
  expect(answer?.status()).toBe(500);
  expect(page.url()).toBe(`${example.url}/team`);
  example.emulator.world.faults = [];
  await page.goto(`${example.url}/team`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Acme');
});
