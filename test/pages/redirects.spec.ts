import type { BrowserContext, Page } from '@playwright/test';
import { expect, person, putWayIn, type Site, test, totp } from './site.js';

/** What a person does at a provider, or at an organization's own sign-on. */
const decides = async (page: Page, what: 'Approve' | 'Deny' = 'Approve') => {
  await expect(page.getByRole('heading', { name: /^Sign in with/ })).toBeVisible();
  await page.getByRole('button', { name: what }).click();
};

/** Chooses an organization after a discovery. */
const chooses = (page: Page, organization: string) =>
  page.locator('stytch-discovery').getByRole('button', { name: organization }).click();

/** Ends in an organization, at the page for it, with nothing in the address. */
const isIn = async (page: Page, site: Site, organization: string) => {
  await page.waitForURL(`${site.url}/app?in=${organization.toLowerCase()}`);
  await person(page).sees(`· ${organization}`);
};

const asked = ({ emulator }: Site, path: string) => emulator.requests().filter((each) => each.path.endsWith(path));

const SSO = 'Continue with single sign-on';

for (const pkce of [false, true])
  test.describe(pkce ? 'with PKCE' : 'without PKCE', () => {
    test.beforeEach(({ site }) => site.emulator.reset({ pkce }));

    for (const provider of pkce ? ['Google', 'GitHub'] : ['Google', 'Microsoft', 'GitHub', 'HubSpot', 'Slack'])
      test(`${provider} leads to the organizations of an address`, async ({ page, site }) => {
        putWayIn(site);
        await page.goto(`${site.url}/login`);
        await person(page).presses(`Continue with ${provider}`);
        await decides(page);
        await chooses(page, 'Acme');
        await isIn(page, site, 'Acme');
        expect(asked(site, '/oauth/discovery/authenticate')).toHaveLength(1);
      });

    for (const provider of ['Google', 'Microsoft'])
      test(`${provider} leads into an organization`, async ({ page, site }) => {
        putWayIn(site, { login: 'flow="organization" organization-slug="acme"' });
        await page.goto(`${site.url}/login`);
        await person(page).presses(`Continue with ${provider}`);
        await decides(page);
        await isIn(page, site, 'Acme');
        expect(asked(site, '/oauth/authenticate')).toHaveLength(1);
      });

    test('a provider leads to a second factor, and on after it', async ({ page, site }) => {
      putWayIn(site);
      await page.goto(`${site.url}/login`);
      await person(page).presses('Continue with Google');
      await decides(page);
      await chooses(page, 'Globex');
      await person(page).enters(totp());
      await isIn(page, site, 'Globex');
    });

    test('single sign-on leads into its organization', async ({ page, site }) => {
      putWayIn(site, { login: 'flow="organization" organization-slug="umbrella"' });
      await page.goto(`${site.url}/login`);
      await person(page).presses(SSO);
      await decides(page);
      await isIn(page, site, 'Umbrella');
    });

    test('single sign-on follows from the choice of an organization', async ({ page, site }) => {
      putWayIn(site);
      await page.goto(`${site.url}/login`);
      await person(page).presses('Continue with Google');
      await decides(page);
      await chooses(page, 'Umbrella');
      await person(page).presses(SSO);
      await decides(page);
      await isIn(page, site, 'Umbrella');
    });

    test('a switch to an organization with single sign-on leads there and back', async ({ page, context, site }) => {
      await switchesToUmbrella(page, context, site);
      await decides(page);
      await isIn(page, site, 'Umbrella');
      expect(asked(site, '/sso/authenticate')).toHaveLength(1);
    });
  });

/** Ada, in Acme, at the identity provider of Umbrella. */
async function switchesToUmbrella(page: Page, context: BrowserContext, site: Site): Promise<void> {
  putWayIn(site);
  await site.signIn(context);
  await page.goto(`${site.url}/app`);
  await person(page).switchesTo('Umbrella');
  await person(page).presses(SSO);
}

test.describe('when a person does not go through with it', () => {
  test('refusing is explained, and leads back to log-in', async ({ page, site }) => {
    putWayIn(site);
    await page.goto(`${site.url}/login`);
    await person(page).presses('Continue with Google');
    await decides(page, 'Deny');
    await expect(page.getByRole('heading', { name: 'You have not signed in' })).toBeVisible();
    expect(new URL(page.url()).search).toBe('');
    await page.getByRole('link', { name: 'Back to log-in' }).click();
    await page.waitForURL(`${site.url}/login`);
    await person(page).presses('Continue with Google');
    await decides(page);
    await chooses(page, 'Acme');
    await isIn(page, site, 'Acme');
  });

  test('going back leads to the other ways', async ({ page, site }) => {
    putWayIn(site);
    await page.goto(`${site.url}/login`);
    await person(page).presses('Continue with Google');
    await expect(page.getByRole('heading', { name: /^Sign in with/ })).toBeVisible();
    await page.goBack();
    await page.getByLabel('Email').fill('ada@example.com');
    await person(page).presses('Email me a code');
    await page.getByLabel('Verification code').waitFor();
    await person(page).enters(site.lastCode());
    await chooses(page, 'Acme');
    await isIn(page, site, 'Acme');
  });

  test('another provider can be used instead', async ({ page, site }) => {
    site.emulator.reset({ pkce: true });
    putWayIn(site);
    await page.goto(`${site.url}/login`);
    await person(page).presses('Continue with Google');
    await expect(page.getByRole('heading', { name: /^Sign in with/ })).toBeVisible();
    await page.goto(`${site.url}/login`);
    await person(page).presses('Continue with Microsoft');
    await decides(page);
    await chooses(page, 'Acme');
    await isIn(page, site, 'Acme');
  });

  test('going back from a switch leads to the question, and from there to the organization before', async ({
    page,
    context,
    site,
  }) => {
    await switchesToUmbrella(page, context, site);
    await expect(page.getByRole('heading', { name: /^Sign in with/ })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('button', { name: SSO })).toBeVisible();
    await person(page).presses('Cancel');
    await person(page).sees('· Acme');
  });

  test('refusing a switch is explained where the question is asked again', async ({ page, context, site }) => {
    await switchesToUmbrella(page, context, site);
    await decides(page, 'Deny');
    await expect(page.getByText('You did not finish at the other service.')).toBeVisible();
    await person(page).presses(SSO);
    await decides(page);
    await isIn(page, site, 'Umbrella');
  });
});
