import type {} from '../../src/controllers/events.js';
import { header, expect, person, test, totp } from './site.js';

test.describe('two tabs', () => {
  test.beforeEach(async ({ site, context }) => {
    site.put('/', header);
    await site.signIn(context);
  });

  test('follow a switch that asks for a code, and one log-out', async ({ site, context }) => {
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const page of [one, two]) {
      await page.goto(site.url);
      await person(page).sees('· Acme');
    }
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
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const page of [one, two]) {
      await page.goto(site.url);
      await person(page).sees('· Acme');
    }
    for (const canceller of [one, two]) {
      await person(one).switchesTo('Initech');
      await person(two).sees('Verification needed');
      await person(canceller).presses('Cancel');
      await person(one).sees('· Acme');
      await person(two).sees('· Acme');
    }
  });

  test('never show a signed-out page on the way', async ({ site, context }) => {
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const page of [one, two]) {
      await page.goto(site.url);
      await person(page).sees('· Acme');
    }
    const seen = await two.evaluateHandle(() => {
      const statuses: string[] = [];
      document.body.addEventListener('stytch-session-change', ({ detail }) => statuses.push(detail.snapshot.status));
      return statuses;
    });
    await person(one).switchesTo('Globex');
    await person(two).sees('Verification needed');
    await person(one).presses('Cancel');
    await person(two).sees('· Acme');
    expect(await seen.jsonValue()).toEqual(['pending', 'signed-in']);
  });
});
