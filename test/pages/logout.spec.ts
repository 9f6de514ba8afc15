import type {} from '../../src/controllers/events.js';
import type { BrowserContext, Page } from '@playwright/test';
import { type Site, expect, header, person, test } from './site.js';

const BODY = '<stytch-session-status></stytch-session-status><stytch-logout when-offline="clear"></stytch-logout>';

/** Ada in Acme, whose session the browser has kept, with a script that does not come any more. */
async function without(script: RegExp, how: 'fails' | 'hangs', page: Page, site: Site, context: BrowserContext) {
  site.put('/plain', header);
  await site.signIn(context);
  await page.goto(`${site.url}/plain`);
  await person(page).sees('· Acme');
  await page.goto('about:blank');
  await page.route(script, (route) => (how === 'fails' ? route.abort() : undefined));
  await page.goto(site.put('/', BODY));
}

async function keptBy(page: Page, context: BrowserContext) {
  const cookies = (await context.cookies()).map(({ name }) => name).filter((name) => name.startsWith('stytch_'));
  const states = await page.evaluate(() =>
    Object.entries(localStorage).filter(([key, value]) => /^stytch_sdk_state_[^:]+$/.test(key) && value !== 'null'),
  );
  return [cookies, states];
}

for (const [what, script, how] of [
  ['the SDK cannot be loaded', /chunk-sdk/, 'fails'],
  ['the SDK takes for ever', /chunk-sdk/, 'hangs'],
  ['nothing more can be loaded', /chunk-engine/, 'fails'],
] as const)
  test(`a session can be left on this device when ${what}`, async ({ site, context, page }) => {
    await without(script, how, page, site, context);
    expect((await keptBy(page, context)).flat()).not.toEqual([]);
    const told = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.body.addEventListener('stytch-logout', ({ detail }) => resolve(detail), { once: true }),
        ),
    );
    await person(page).presses('Log out');
    expect(await told).toEqual({ confirmed: false });
    expect(await keptBy(page, context)).toEqual([[], []]);
    await expect(page.locator('stytch-session-status')).not.toContainText('Acme');
    await page.unroute(script);
    await page.goto(`${site.url}/plain`);
    await person(page).sees('Signed out');
  });
