import type { Page } from '@playwright/test';
import { person, totp } from '../pages/site.js';
import { type Example, expect, openMailedLink, testOf } from './example.js';

const test = testOf('express', 'node ../with-emulator.js node server.js');

async function logIn(page: Page, example: Example, email = 'ada@example.com'): Promise<void> {
  await page.goto(example.url);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('A link is on its way.')).toBeVisible();
  await openMailedLink(page, example);
  await person(page).sees('· Acme');
  expect(page.url()).toBe(`${example.url}/`);
}

/** Asks the server as the page does, with its cookies. */
const ask = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ([method, path, body]) => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      return { status: response.status, answer: await response.json() };
    },
    [method, path, body] as const,
  );

test('a mailed link logs in on the server, and the page takes the session over', async ({ example, page, context }) => {
  await logIn(page, example);
  const names = (await context.cookies()).map(({ name }) => name);
  expect(names).toContain('stytch_session');
  expect(names).not.toContain('handover'); // once is enough
  const output = page.locator('output');
  await page.getByRole('button', { name: 'By token' }).click();
  await expect(output).toContainText('"magic_link"');
  const before = example.emulator.requests().length;
  expect((await ask(page, 'GET', '/api/me')).answer).toMatchObject({ name: 'Ada Lovelace', organization: 'acme' });
  const asked = example.emulator.requests().slice(before);
  expect(asked.filter(({ path }) => path === '/v1/b2b/sessions/authenticate')).toEqual([]); // the JWT is verified there

  await person(page).presses('Log out');
  await expect(page.getByRole('button', { name: 'Send me a link' })).toBeVisible();
  expect((await ask(page, 'GET', '/api/session')).status).toBe(401);
  expect((await ask(page, 'GET', '/api/me')).status).toBe(401);
});

test('an administrator renames the organization and its members, nobody else does', async ({ example, page }) => {
  await logIn(page, example);
  await page.getByRole('button', { name: 'Who is there?' }).click();
  const row = page.locator('form', { has: page.getByRole('button', { name: 'Rename member' }) });
  await row.getByLabel('Member').selectOption('Solo Soledad');
  await row.getByLabel('Name').fill('Soledad');
  await row.getByRole('button').click();
  await expect(page.locator('output')).toContainText('"Soledad"');
  await page.getByRole('textbox', { name: 'Organization' }).fill('Acme & Co.');
  await person(page).presses('Rename organization');
  await person(page).sees('· Acme & Co.');
  await person(page).presses('Log out');

  await page.getByLabel('E-mail').fill('solo@example.com');
  await person(page).presses('Send me a link');
  await openMailedLink(page, example);
  await person(page).sees('Soledad');
  await page.getByLabel('My name').fill('Solo');
  await person(page).presses('Rename me');
  await person(page).sees('Solo · Acme');
  const name = 'Mallory';
  const refused = { status: 403, answer: { error: 'session_authorization_error' } };
  expect(await ask(page, 'PUT', '/api/organization', { name })).toMatchObject(refused);
  expect(await ask(page, 'PUT', '/api/member', { name, member_id: 'member-test-ada-acme' })).toMatchObject(refused);
  expect(await ask(page, 'GET', '/api/members')).toMatchObject(refused);
});

test('the server follows a switch, and asks for a fresh code', async ({ example, page }) => {
  await logIn(page, example);
  expect(await ask(page, 'POST', '/api/transfers', { amount: 1 })).toMatchObject({
    status: 401,
    answer: { error: 'insufficient_user_authentication' },
  });
  await person(page).switchesTo('Globex');
  await person(page).enters(totp());
  await person(page).sees('· Globex');
  expect((await ask(page, 'GET', '/api/me')).answer).toMatchObject({ organization: 'globex' });
  await page.getByLabel('Amount').fill('42');
  await person(page).presses('Transfer');
  await expect(page.locator('output')).toContainText('"sent": 42');
});

test('a revoked session is refused at once by token, and the page signs out', async ({ example, page, context }) => {
  await logIn(page, example);
  const cookies = await context.cookies();
  await person(page).presses('Log out everywhere');
  await expect(page.getByRole('button', { name: 'Send me a link' })).toBeVisible();
  await context.addCookies(cookies); // somebody has kept them
  const api = context.request;
  expect((await api.get(`${example.url}/api/session`)).status()).toBe(401);
  expect((await api.get(`${example.url}/api/me`)).status()).toBe(200); // its JWT counts until it expires
});

test('other sites cannot have anything changed, or read the session', async ({ example, page, context }) => {
  await logIn(page, example);
  const from = (headers: Record<string, string>) =>
    Promise.all(
      ['/api/revoke', '/session', '/login'].map(async (path) =>
        (await context.request.post(`${example.url}${path}`, { headers })).status(),
      ),
    );
  const refused = [403, 403, 403];
  expect(await from({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' })).toEqual(refused);
  expect(await from({ 'Sec-Fetch-Site': 'same-site' })).toEqual(refused);
  expect(await from({ Origin: 'https://evil.example' })).toEqual(refused);
  expect(await from({})).toEqual(refused);
  expect((await ask(page, 'GET', '/api/session')).status).toBe(200);
});
