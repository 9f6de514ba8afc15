import type { Page } from '@playwright/test';
import { expect, person, test } from './site.js';

const BODY =
  '<stytch-hydrate src="/session" push-to="/back-end"></stytch-hydrate><stytch-session-status></stytch-session-status><stytch-logout></stytch-logout>';

interface Tokens {
  readonly session_token: string | null;
  readonly session_jwt: string | null;
}

/** The site's own back end: it has a session of its own, if any, and keeps what it is handed. */
async function backEnd(page: Page, session?: Tokens): Promise<Tokens[]> {
  const handed: Tokens[] = [];
  await page.route('**/session', (route) => route.fulfill(session ? { json: session } : { status: 401 }));
  await page.route('**/back-end', (route) => {
    handed.push(route.request().postDataJSON() as Tokens);
    return route.fulfill({ status: 204 });
  });
  return handed;
}

test('a back end has each JWT while it is valid', async ({ site, context, page }) => {
  const handed = await backEnd(page);
  await context.clock.install();
  await site.signIn(context);
  await page.goto(site.put('/', BODY));
  await person(page).sees('· Acme');
  await expect.poll(() => handed.length).toBeGreaterThan(0);
  const jwt = async () => (await context.cookies()).find(({ name }) => name === 'stytch_session_jwt')!.value;
  for (let times = 0; times < 3; times++) {
    const old = await jwt();
    site.emulator.clock(180);
    await context.clock.runFor(181_000); // the SDK has a new one made every three minutes
    await expect.poll(jwt).not.toBe(old);
    await context.clock.runFor(30_000);
    await expect.poll(async () => handed.at(-1)!.session_jwt === (await jwt())).toBe(true);
  }
});

test('takes a session over where the one that was kept is over', async ({ site, context, page }) => {
  await backEnd(page, await site.emulator.session('ada@example.com', 'Globex'));
  await site.signIn(context);
  await page.goto(site.put('/plain', '<stytch-session-status></stytch-session-status>'));
  await person(page).sees('· Acme');
  site.emulator.faults([
    { path: '/b2b/sessions/authenticate', status: 404, errorType: 'session_not_found', delayMs: 500 },
  ]);
  await page.goto(site.put('/', BODY));
  await person(page).sees('· Acme'); // from the cache
  await person(page).sees('· Globex');
});
