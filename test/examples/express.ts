import type { Page } from '@playwright/test';
import { person } from '../pages/site.js';
import { type Example, expect, freePort, openMailedLink, testOf } from './example.js';

/** Tests of the Express example, as it hands sessions over with these settings. */
export const expressWith = (settings: Record<string, string>, httpOnly = false) =>
  testOf('express', 'node ../with-emulator.js node server.js', {
    httpOnly,
    env: async () => ({ ...settings, REPORTS_ORIGIN: `http://localhost:${await freePort()}` }),
  });

/** Asks for a link on the page, to no organization in particular where it is empty. */
export async function askForLink(page: Page, { url }: Example, email: string, organization = 'acme'): Promise<void> {
  await page.goto(url);
  await page.getByRole('textbox', { name: /^Organization/ }).fill(organization);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('A link is on its way.')).toBeVisible();
}

/** Logs in by a link, to Acme. */
export async function logIn(page: Page, example: Example, email = 'ada@example.com'): Promise<void> {
  await askForLink(page, example, email);
  await openMailedLink(page, example);
  await person(page).sees('· Acme');
  expect(page.url()).toBe(`${example.url}/`);
}

/** Asks the server as the page does, with its cookies. */
export const ask = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ([method, path, body]) => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
      return { status: response.status, answer: await response.json() };
    },
    [method, path, body] as const,
  );
