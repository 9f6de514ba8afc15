import type { Browser, Page } from '@playwright/test';
import { expect, person, putWayIn, type Site, test, totp } from './site.js';

const ADA = 'ada@example.com';
const NEW = 'a zebra on the 7th roof';
const into = (organization: string) => `flow="organization" organization-slug="${organization}"`;

/** Asks for a link by e-mail, and answers with it. */
async function mailed(page: Page, site: Site): Promise<string> {
  await page.goto(`${site.url}/login`);
  await page.getByLabel('Email').fill(ADA);
  await person(page).presses('Continue');
  await expect(page.getByText('We sent a link')).toBeVisible();
  return site.emulator.outbox().at(-1)!.url!;
}

/** Asks for a link with which a new password can be chosen, and answers with it. */
async function resetting(page: Page, site: Site): Promise<string> {
  await page.goto(`${site.url}/login`);
  await page.getByLabel('Email').fill(ADA);
  await person(page).presses('Use a password');
  await person(page).presses('Forgot password?');
  await person(page).presses('Continue');
  await expect(page.getByText('with which you can choose a new password')).toBeVisible();
  return site.emulator.outbox().at(-1)!.url!;
}

const chooses = (page: Page, organization: string) =>
  page.locator('stytch-discovery').getByRole('button', { name: organization }).click();

const isIn = async (page: Page, site: Site, organization: string) => {
  await page.waitForURL(`${site.url}/app?in=${organization.toLowerCase()}`);
  await person(page).sees(`· ${organization}`);
};

const says = (page: Page, heading: string) => expect(page.getByRole('heading', { name: heading })).toBeVisible();

const redeemed = ({ emulator }: Site) =>
  emulator.requests().filter(({ path }) => /magic_links.*\/authenticate$/.test(path));

/** Opens a link where nobody has asked for it. */
async function elsewhere(browser: Browser, url: string, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await look(page);
  await context.close();
}

for (const pkce of [false, true])
  test.describe(`a link by e-mail, ${pkce ? 'with' : 'without'} PKCE`, () => {
    test.beforeEach(({ site }) => site.emulator.reset({ pkce }));

    test('opened in the same tab', async ({ page, site }) => {
      putWayIn(site);
      await page.goto(await mailed(page, site));
      await chooses(page, 'Acme');
      await isIn(page, site, 'Acme');
      expect(redeemed(site)).toHaveLength(1);
    });

    test('opened in another tab, which the one that waits follows', async ({ page, context, site }) => {
      putWayIn(site, { login: into('acme') });
      const url = await mailed(page, site);
      const other = await context.newPage();
      await other.goto(url);
      await isIn(other, site, 'Acme');
      await person(page).sees('· Acme');
    });

    test('opened in another tab, with a second factor to prove', async ({ page, context, site }) => {
      putWayIn(site, { login: into('globex') });
      const url = await mailed(page, site);
      const other = await context.newPage();
      await other.goto(url);
      await other.getByLabel('Verification code').waitFor();
      await person(other).enters(totp());
      await isIn(other, site, 'Globex');
      await person(page).sees('· Globex');
    });

    test('for a new password', async ({ page, site }) => {
      putWayIn(site);
      await page.goto(await resetting(page, site));
      await says(page, 'Choose a new password');
      await page.getByLabel('Password', { exact: true }).fill(NEW);
      await person(page).presses('Continue');
      await chooses(page, 'Acme');
      await isIn(page, site, 'Acme');
    });
  });

test.describe('a link by e-mail, opened on another device', () => {
  test('signs in there, while the tab that asked goes on waiting', async ({ page, browser, site }) => {
    putWayIn(site, { login: into('acme') });
    await elsewhere(browser, await mailed(page, site), (other) => isIn(other, site, 'Acme'));
    await expect(page.getByText('We sent a link')).toBeVisible();
    await person(page).sees('Signed out');
  });

  test('is explained where PKCE forbids it, and still works where it was asked for', async ({
    page,
    browser,
    site,
  }) => {
    site.emulator.reset({ pkce: true });
    putWayIn(site, { login: into('acme') });
    const url = await mailed(page, site);
    await elsewhere(browser, url, async (other) => {
      await says(other, 'This is another browser');
      await expect(other.getByText('Open this link in the browser in which you asked for it')).toBeVisible();
    });
    await page.goto(url);
    await isIn(page, site, 'Acme');
  });
});

test.describe('a link that is of no use any more', () => {
  test('was used before: whoever is signed in may go on', async ({ page, browser, site }) => {
    putWayIn(site, { login: into('acme') });
    const url = await mailed(page, site);
    await page.goto(url);
    await isIn(page, site, 'Acme');
    await elsewhere(browser, url, async (other) => {
      await says(other, 'This link does not work any more');
      await expect(other.getByRole('link', { name: 'Back to log-in' })).toHaveAttribute('href', `${site.url}/login`);
    });
    await page.goto(url);
    await expect(page.getByText('You are still signed in as Ada Lovelace · Acme.')).toBeVisible();
    await person(page).presses('Continue');
    await isIn(page, site, 'Acme');
  });

  test('has expired', async ({ page, site }) => {
    putWayIn(site, { login: into('acme') });
    const url = await mailed(page, site);
    site.emulator.clock(3601);
    await page.goto(url);
    await says(page, 'This link does not work any more');
    expect(page.url()).toBe(`${site.url}/landing`);
    await page.getByRole('link', { name: 'Back to log-in' }).click();
    await page.waitForURL(`${site.url}/login`);
  });
});

test.describe('a reload', () => {
  test('while a link is being used does not use it again, and is explained', async ({ page, site }) => {
    putWayIn(site, { login: into('acme') });
    const url = await mailed(page, site);
    site.emulator.faults([{ path: '/b2b/magic_links/authenticate', delayMs: 60_000 }]);
    await page.goto(url);
    await expect(page.getByText('Signing you in…')).toBeVisible();
    await expect.poll(() => redeemed(site).length).toBe(1);
    await page.reload();
    await says(page, 'Signing in was interrupted');
    expect(redeemed(site)).toHaveLength(1);
    await page.reload();
    await expect(page.locator('stytch-callback')).toHaveAttribute('data-state', 'idle');
  });

  test('while a second factor is asked for loses nothing', async ({ page, site }) => {
    putWayIn(site, { login: into('globex') });
    await page.goto(await mailed(page, site));
    await page.getByLabel('Verification code').waitFor();
    await page.reload();
    await person(page).enters(totp());
    await isIn(page, site, 'Globex');
  });

  test('while an organization is to be chosen loses nothing', async ({ page, site }) => {
    putWayIn(site);
    await page.goto(await mailed(page, site));
    await page.locator('stytch-discovery').getByRole('button', { name: 'Acme' }).waitFor();
    await page.reload();
    await chooses(page, 'Acme');
    await isIn(page, site, 'Acme');
  });

  test('while a new password is asked for needs the link again', async ({ page, site }) => {
    putWayIn(site);
    const url = await resetting(page, site);
    await page.goto(url);
    await says(page, 'Choose a new password');
    await page.reload();
    await expect(page.getByText('Open the link in your e-mail again')).toBeVisible();
    await page.goto(url);
    await says(page, 'Choose a new password');
  });
});

test('two elements use a link once, and lead on once', async ({ page, site }) => {
  putWayIn(site, { login: into('acme') });
  const callback = '<stytch-callback return-to="/app?in={slug}"></stytch-callback>';
  site.put('/landing', `${callback}${callback}`, { provider: 'callback-url="/landing"' });
  const url = await mailed(page, site);
  const visited: string[] = [];
  page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).pathname));
  await page.goto(url);
  await isIn(page, site, 'Acme');
  expect(redeemed(site)).toHaveLength(1);
  expect(visited.filter((path) => path === '/app')).toHaveLength(1);
});

test('going back to the landing page does not lead on again', async ({ page, site }) => {
  putWayIn(site, { login: into('acme') });
  await page.goto(await mailed(page, site));
  await isIn(page, site, 'Acme');
  await page.goBack();
  await person(page).sees('· Acme');
  await expect(page.locator('stytch-callback')).toHaveAttribute('data-state', /idle|done/);
  expect(page.url()).toBe(`${site.url}/landing`);
});

test('whoever impersonates a member lands in the organization', async ({ page, site }) => {
  putWayIn(site);
  const { token } = site.emulator.impersonation(ADA, 'Globex');
  await page.goto(`${site.url}/landing?stytch_token_type=multi_tenant_impersonation&token=${token}`);
  await isIn(page, site, 'Globex');
});

test.describe('with HttpOnly cookies, somebody who is signed in', () => {
  test.beforeEach(async ({ page, context, site }) => {
    site.emulator.reset({ httpOnly: true });
    putWayIn(site, { provider: 'custom-base-url="https://api.customer.example"' });
    const { session_token, session_jwt } = await site.emulator.session(ADA, 'Acme');
    const cookie = { url: site.url, sameSite: 'Lax', httpOnly: true } as const;
    const url = await mailed(page, site);
    await context.addCookies([
      { ...cookie, name: 'stytch_session', value: session_token },
      { ...cookie, name: 'stytch_session_jwt', value: session_jwt },
    ]);
    await page.goto(`${site.url}/app`);
    await person(page).sees('· Acme');
    await page.goto(url);
    await says(page, 'You are already signed in');
    expect(redeemed(site)).toHaveLength(0);
  });

  test('is asked before the session is lost, and stays', async ({ page, site }) => {
    await person(page).presses('Stay in Acme');
    await isIn(page, site, 'Acme');
    expect(redeemed(site)).toHaveLength(0);
  });

  test('is asked before the session is lost, and goes on', async ({ page, site }) => {
    await person(page).presses('Continue');
    await chooses(page, 'Globex');
    await person(page).enters(totp());
    await isIn(page, site, 'Globex');
  });
});
