import { header, person, test, totp } from './site.js';

test.describe('after a reload', () => {
  test.beforeEach(async ({ site, context, page }) => {
    site.put('/', header);
    await site.signIn(context);
    await page.goto(site.url);
    await person(page).sees('· Acme');
  });

  test('the code of an authenticator app is asked for again', async ({ page }) => {
    await person(page).switchesTo('Globex');
    await person(page).sees('Verification needed');
    await page.reload();
    await person(page).enters(totp());
    await person(page).sees('· Globex');
  });

  test('the text that was sent still counts, and no other is sent', async ({ page, site }) => {
    await person(page).switchesTo('Initech');
    await person(page).sees('Verification needed');
    await page.reload();
    await person(page).enters(site.lastCode());
    await person(page).sees('· Initech');
    test.expect(site.emulator.outbox()).toHaveLength(1);
  });

  test('an authenticator app can still be set up', async ({ page }) => {
    await person(page).switchesTo('Hooli');
    await person(page).presses('Use an authenticator app');
    await page.getByLabel('Verification code').waitFor();
    await page.reload();
    const secret = await secretOn(page);
    await person(page).enters(totp(secret));
    await page.getByText('Save your recovery codes').waitFor();
    await page.reload();
    await person(page).presses('I saved my recovery codes');
    await person(page).sees('· Hooli');
  });

  test('a phone can still be set up', async ({ page, site }) => {
    await person(page).switchesTo('Hooli');
    await person(page).presses('Text me a code');
    await page.getByLabel('Phone number').waitFor();
    await page.reload();
    await page.getByLabel('Phone number').fill('+1 555 555 0123');
    await person(page).presses('Continue');
    await page.getByLabel('Verification code').waitFor();
    await page.reload();
    await person(page).enters(site.lastCode());
    await person(page).sees('· Hooli');
  });

  test('cancelling leads back to the organization before', async ({ page }) => {
    await person(page).switchesTo('Globex');
    await person(page).sees('Verification needed');
    await page.reload();
    await person(page).presses('Cancel');
    await person(page).sees('· Acme');
  });
});

test('going back to an organization that wants proof again is explained, and can be given up', async ({
  site,
  context,
  page,
}) => {
  site.put('/', header);
  await site.signIn(context, 'Globex');
  await page.goto(site.url);
  await person(page).sees('· Globex');
  await person(page).switchesTo('Initech');
  await person(page).sees('Verification needed');
  await page.reload();
  await person(page).presses('Cancel');
  await page.getByText('asks you to verify before you can go back').first().waitFor();
  await person(page).enters(totp());
  await person(page).sees('· Globex');
});

/** The key shown for typing by hand. */
async function secretOn(page: import('@playwright/test').Page): Promise<string> {
  const shown = await page.locator('stytch-mfa-prompt [part~=secret]').innerText();
  return shown.replace(/[^A-Za-z2-7]/g, '').toUpperCase();
}
