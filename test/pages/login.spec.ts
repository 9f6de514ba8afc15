import { expect, person, putWayIn, test } from './site.js';

const ADA = 'ada@example.com';

test.describe('a log-in', () => {
  test.beforeEach(async ({ site, page }) => {
    putWayIn(site, { login: 'methods="magic_link email_otp password"' });
    await page.goto(`${site.url}/login`);
    await page.getByLabel('Email').fill(ADA);
  });

  test('goes on waiting for its link after a reload, and lets none be sent too soon', async ({ site, page }) => {
    await person(page).presses('Continue');
    await page.getByText(`We sent a link to ${ADA}`).waitFor();
    await page.reload();
    await page.getByText(`We sent a link to ${ADA}`).waitFor();
    await expect(page.getByRole('button', { name: /^Resend link in \d+ s$/ })).toBeVisible();
    const other = await page.context().newPage();
    await other.goto(site.emulator.outbox().at(-1)!.url!);
    await expect(page.locator('stytch-login')).toHaveAttribute('data-state', 'next');
    expect(site.emulator.outbox()).toHaveLength(1);
  });

  test('still asks for its code after a reload', async ({ site, page }) => {
    await person(page).presses('Email me a code');
    await page.getByLabel('Verification code').waitFor();
    await page.reload();
    await person(page).enters(site.lastCode());
    await page.getByText('Acme').first().click();
    await page.waitForURL('**/app?in=acme');
    await person(page).sees('· Acme');
  });

  test('goes on in the organization that was named, after a reload', async ({ site, page }) => {
    putWayIn(site, { login: 'flow="organization" methods="email_otp"' });
    await page.goto(`${site.url}/login`);
    await page.getByLabel('Organization').fill('acme');
    await person(page).presses('Continue');
    await page.getByLabel('Email').fill(ADA);
    await person(page).presses('Continue');
    await page.getByLabel('Verification code').waitFor();
    await page.reload();
    await person(page).enters(site.lastCode());
    await page.waitForURL('**/app?in=acme');
  });

  test('forgets a password over a reload, and nothing else', async ({ page }) => {
    await person(page).presses('Use a password');
    await page.getByLabel('Password').fill('correct horse battery staple');
    await page.reload();
    await expect(page.getByLabel('Password')).toHaveValue('');
    await expect(page.getByLabel('Email')).toHaveValue(ADA);
  });

  test('is made with the keyboard alone', async ({ page }) => {
    await page.getByLabel('Email').press('Enter');
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
    await expect(page.getByRole('heading', { name: 'Check your email' })).toBeFocused();
  });
});

test('a log-in to one organization paints before the SDK is there', async ({ site, page }) => {
  putWayIn(site, { login: 'flow="organization" organization-slug="acme"' });
  await page.route(/chunk-sdk/, () => undefined); // it never comes
  await page.goto(`${site.url}/login`);
  await page.getByLabel('Email').fill(ADA);
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible();
});

test('a link leads to the page itself, by the address that the project knows: without why somebody was sent there', async ({
  site,
  page,
}) => {
  await page.goto(
    `${site.put('/in', '<stytch-login methods="magic_link"></stytch-login><stytch-callback></stytch-callback>')}?a=b&reason=idle`,
  );
  await page.getByLabel('Email').fill(ADA);
  await person(page).presses('Continue');
  await page.getByText(`We sent a link to ${ADA}`).waitFor();
  const { origin, pathname, searchParams } = new URL(site.emulator.outbox().at(-1)!.url!);
  expect([origin + pathname, searchParams.get('a'), searchParams.get('reason')]).toEqual([`${site.url}/in`, 'b', null]);
});
