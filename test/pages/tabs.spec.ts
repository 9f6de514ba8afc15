import type {} from '../../src/controllers/events.js';
import type { BrowserContext, Page } from '@playwright/test';
import { type Site, header, expect, person, test, totp } from './site.js';

/** Two tabs in which Ada is in Acme. */
async function twoTabs(context: BrowserContext, { url }: Site): Promise<[Page, Page]> {
  const tabs: [Page, Page] = [await context.newPage(), await context.newPage()];
  for (const page of tabs) {
    await page.goto(url);
    await person(page).sees('· Acme');
  }
  return tabs;
}

/** The statuses that a page goes through from now on. */
const statusesOf = (page: Page) =>
  page.evaluateHandle(() => {
    const statuses: string[] = [];
    document.body.addEventListener('stytch-session-change', ({ detail }) => statuses.push(detail.snapshot.status));
    return statuses;
  });

test.describe('two tabs', () => {
  test.beforeEach(async ({ site, context }) => {
    site.put('/', header);
    await site.signIn(context);
  });

  test('follow a switch that asks for a code, and one log-out', async ({ site, context }) => {
    const [one, two] = await twoTabs(context, site);
    await person(one).switchesTo('Globex');
    await person(one).sees('Verification needed');
    await person(two).sees('Verification needed');
    await person(one).enters(totp());
    await person(one).sees('· Globex');
    await person(two).sees('· Globex');
    await person(two).presses('Log out');
    await person(two).sees('Signed out');
    await person(one).sees('Signed out');
  });

  test('are both back where they were after cancelling, in either of them', async ({ site, context }) => {
    const [one, two] = await twoTabs(context, site);
    for (const canceller of [one, two]) {
      await person(one).switchesTo('Initech');
      await person(two).sees('Verification needed');
      await person(canceller).presses('Cancel');
      await person(one).sees('· Acme');
      await person(two).sees('· Acme');
    }
  });

  test('both go on to the organization that is chosen half-way to another', async ({ site, context }) => {
    const [one, two] = await twoTabs(context, site);
    const seen = await statusesOf(two);
    await person(one).switchesTo('Globex');
    await person(two).sees('Verification needed');
    await one.evaluate(() =>
      document.querySelector('stytch-provider')!.store!.actions.switchOrganization('organization-test-initech'),
    );
    await expect(two.getByRole('button', { name: 'Switch organization: Initech, verification needed' })).toBeVisible();
    expect(await seen.jsonValue()).not.toContain('signed-out');
    await person(two).presses('Cancel');
    for (const page of [one, two]) await person(page).sees('· Acme');
  });

  test('never show a signed-out page on the way', async ({ site, context }) => {
    const [one, two] = await twoTabs(context, site);
    const seen = await statusesOf(two);
    await person(one).switchesTo('Globex');
    await person(two).sees('Verification needed');
    await person(one).presses('Cancel');
    await person(two).sees('· Acme');
    expect(await seen.jsonValue()).toEqual(['pending', 'signed-in']);
  });
});
