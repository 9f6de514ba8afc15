import type { Page } from '@playwright/test';
import { expect, person, type Site, test, totp } from './site.js';

const ADA = 'ada@example.com';
const login = '<stytch-login allow-create></stytch-login><stytch-session-status></stytch-session-status>';

/** How a screen is reached, what says that it is there, and what is shown after a reload where that is not the same. */
interface Screen {
  readonly reach: (page: Page, site: Site) => Promise<void>;
  readonly shows: RegExp;
  readonly afterwards?: RegExp;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const email = (page: Page) => page.getByLabel('Email').fill(ADA);
const start = async (page: Page, button: string) => {
  await email(page);
  await press(page, button);
};
const discover = async (page: Page, site: Site) => {
  await start(page, 'Email me a code');
  await page.getByLabel('Verification code').waitFor(); // the code has been sent by then
  await page.getByLabel('Verification code').fill(site.lastCode());
  await page.getByRole('heading', { name: 'Choose an organization' }).waitFor();
};
const into = (organization: string) => async (page: Page, site: Site) => {
  await discover(page, site);
  await press(page, new RegExp(`^${organization}`));
};
const screens: Record<string, Screen> = {
  'where one begins': { reach: () => Promise.resolve(), shows: /^Log in$/ },
  'a link on its way': { reach: (page) => start(page, 'Continue'), shows: /Check your email/ },
  'a code by e-mail': { reach: (page) => start(page, 'Email me a code'), shows: /Check your email/ },
  'a password': { reach: (page) => start(page, 'Use a password'), shows: /^Log in$/ },
  'a new password': {
    reach: async (page) => {
      await start(page, 'Use a password');
      await press(page, 'Forgot password?');
    },
    shows: /Choose a new password/,
  },
  'a link for a new password on its way': {
    reach: async (page) => {
      await start(page, 'Use a password');
      await press(page, 'Forgot password?');
      await press(page, 'Continue');
    },
    shows: /Check your email/,
  },
  'the address of an identity provider': {
    reach: (page) => press(page, 'Continue with single sign-on'),
    shows: /single sign-on|Log in/i,
  },
  'a choice of organizations': { reach: discover, shows: /Choose an organization/ },
  'a new organization': {
    reach: async (page, site) => {
      await discover(page, site);
      await press(page, 'Create organization');
      await page.getByLabel('Organization name').waitFor();
    },
    shows: /./,
    afterwards: /Choose an organization/,
  },
  'a first factor of the organization’s own': { reach: into('Umbrella'), shows: /Umbrella asks you to sign in again/ },
  'an authenticator app': { reach: into('Globex'), shows: /Verify it’s you for Globex/ },
  'a text': { reach: into('Initech'), shows: /Verify it’s you for Initech/ },
  'a choice of second factors': { reach: into('Hooli'), shows: /Set up verification for Hooli/ },
  'a recovery code': {
    reach: async (page, site) => {
      await into('Globex')(page, site);
      await press(page, 'Use a recovery code');
      await page.getByLabel('Recovery code').waitFor();
    },
    shows: /Verify it’s you for Globex/,
  },
};

test.describe('a reload', () => {
  for (const [name, { reach, shows, afterwards = shows }] of Object.entries(screens))
    test(`at ${name} loses nothing`, async ({ site, page }) => {
      const problems: string[] = [];
      page.on('pageerror', ({ message }) => problems.push(message));
      await page.goto(site.put('/', login));
      await page.getByLabel('Email').waitFor();
      await reach(page, site);
      await expect(page.getByRole('heading', { name: shows }).last()).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { name: afterwards }).last()).toBeVisible();
      expect(problems).toEqual([]);
    });

  test('at every screen of one long way still leads to the end', async ({ site, page }) => {
    await page.goto(site.put('/', login));
    await start(page, 'Email me a code');
    await page.getByLabel('Verification code').waitFor();
    await page.reload();
    await page.getByLabel('Verification code').fill(site.lastCode());
    await page.getByRole('heading', { name: 'Choose an organization' }).waitFor();
    await page.reload();
    await press(page, /^Globex/);
    await page.getByRole('heading', { name: /Globex/ }).waitFor();
    await page.reload();
    await person(page).enters(totp());
    await person(page).sees('· Globex');
  });
});
