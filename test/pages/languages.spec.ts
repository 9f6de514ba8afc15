import type { Page } from '@playwright/test';
import { expect, header, person, type Site, test } from './site.js';

const languages = ['en', 'es', 'fr', 'de', 'pt-BR', 'ja', 'ar', 'he'];
const classic = '<script defer src="/stytch-elements.iife.js"></script>';

/** How far the page reaches over its own width, in pixels. */
const overhang = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test.describe('languages', () => {
  test.describe.configure({ mode: 'parallel' });

  for (const lang of languages) {
    test(`${lang} has room on a narrow page`, async ({ site, context, page }) => {
      await page.setViewportSize({ width: 280, height: 800 });
      const methods = 'magic_link email_otp password google_oauth sso';
      await page.goto(site.put('/', `<stytch-login methods="${methods}"></stytch-login>`, { lang }));
      await expect(page.locator('stytch-login[data-state=methods]')).toBeVisible();
      expect(await overhang(page), 'log-in').toBeLessThanOrEqual(0);
      await site.signIn(context);
      await page.goto(site.put('/in', `${header}<stytch-mfa-settings></stytch-mfa-settings>`, { lang }));
      await expect(page.locator('stytch-mfa-settings[data-state=ready]')).toBeVisible();
      expect(await overhang(page), 'settings').toBeLessThanOrEqual(0);
      await switchTo(page, 'Initech');
      await expect(page.locator('stytch-mfa-prompt input[name=code]')).toBeVisible();
      expect(await overhang(page), 'second factor').toBeLessThanOrEqual(0);
    });
  }

  test('come with the classic script, too', async ({ site, context, page }) => {
    site.put('/', header, { script: classic, lang: 'de-CH' });
    await site.signIn(context);
    await page.goto(site.url);
    await person(page).sees('Angemeldet als');
  });

  test('that cannot be fetched leave it at English', async ({ site, context, page }) => {
    await page.route('**/words-fr*.js', (route) => route.abort());
    await english(site, page, 'fr', () => site.signIn(context));
  });

  test('that take too long are waited for a moment only', async ({ site, context, page }) => {
    let arrive = () => undefined as unknown;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/words-fr*.js', async (route) => held.then(() => route.continue()));
    await english(site, page, 'fr', () => site.signIn(context));
    arrive();
    await expect(page.locator('stytch-session-status')).not.toContainText('Signed in');
    await person(page).sees('Ada Lovelace');
  });
});

async function english(site: Site, page: Page, lang: string, signIn: () => Promise<void>): Promise<void> {
  site.put('/', header, { lang });
  await signIn();
  await page.goto(site.url);
  await person(page).sees('Signed in as Ada Lovelace · Acme');
}

async function switchTo(page: Page, organization: string): Promise<void> {
  await page.locator('stytch-org-switcher').getByRole('button').first().click();
  await page.getByRole('option', { name: organization }).click();
}
