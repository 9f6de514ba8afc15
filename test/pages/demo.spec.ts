import { expect, type Page, test } from '@playwright/test';
import { type StartedDemo, startDemo } from '../../tools/demo.js';
import { person, totp } from './site.js';

let demo: StartedDemo;
test.beforeAll(async () => {
  demo = await startDemo({ built: true });
});
test.afterAll(() => demo.stop());

const lastCode = () => demo.emulator.outbox().at(-1)!.code!;
const keyOn = (page: Page) => page.locator('stytch-mfa-prompt [part~=secret]').innerText();

test('a newcomer sees Ada through all her organizations, in two tabs, and out', async ({ context, page }) => {
  const ada = person(page);
  await page.goto(demo.url);
  await ada.sees('Signed in as Ada Lovelace · Acme');

  await ada.switchesTo('Globex');
  await page.getByLabel('Verification code').waitFor();
  await ada.presses('Cancel');
  await ada.sees('· Acme');

  await ada.switchesTo('Globex');
  await ada.enters(totp());
  await ada.sees('· Globex');

  await ada.switchesTo('Initech');
  await page.getByLabel('Verification code').waitFor();
  await ada.enters(lastCode());
  await ada.sees('· Initech');

  await ada.switchesTo('Hooli');
  await ada.presses('Use an authenticator app');
  await page.getByLabel('Verification code').waitFor();
  await ada.enters(totp((await keyOn(page)).replace(/[^A-Za-z2-7]/g, '').toUpperCase()));
  await ada.presses('I saved my recovery codes');
  await ada.sees('· Hooli');

  const second = await context.newPage();
  await second.goto(demo.url);
  await person(second).sees('· Hooli');
  await ada.switchesTo('Acme');
  await ada.sees('· Acme');
  await person(second).sees('· Acme');
  await person(second).presses('Log out');
  await person(second).sees('Signed out');
  await ada.sees('Signed out');
  await expect(page.locator('#content').getByRole('link', { name: 'Log in', exact: true })).toBeVisible();
  await page.reload();
  await ada.sees('Signed out');
});

test('a newcomer gets from an e-mail address into a third organization, with second factors', async ({ page }) => {
  const ada = person(page);
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  await page.goto(demo.url);
  await ada.presses('Log out');
  await page.getByRole('link', { name: 'Log in', exact: true }).click();
  await page.getByLabel('Email').fill('ada@example.com');
  await ada.presses('Continue');
  await page.getByText('Check your email').waitFor();
  await page.goto(demo.emulator.outbox().at(-1)!.url!);
  await page.getByText('Choose an organization').waitFor();
  expect(new URL(page.url()).search, 'the token is gone').toBe('');
  await ada.presses('Acme');
  await page.waitForURL(demo.url);
  await ada.sees('· Acme');

  await ada.switchesTo('Globex');
  await page.getByLabel('Verification code').waitFor();
  await ada.enters(totp(undefined, 1)); // each code counts once
  await ada.sees('· Globex');

  await ada.switchesTo('Initech');
  await page.getByLabel('Verification code').waitFor();
  await ada.enters(lastCode());
  await ada.sees('· Initech');

  await page.goto(`${demo.url}organization.html?slug=initech`);
  await expect(page.getByRole('heading', { name: 'Initech', exact: true })).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('heading', { name: 'Log in to Initech' })).toBeVisible();
  expect(problems).toEqual([]);
});
