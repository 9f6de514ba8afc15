import { behind, header, expect, person, signInHttpOnly, test, totp } from './site.js';

test.describe('with HttpOnly cookies', () => {
  test.beforeEach(async ({ site, context, page }) => {
    await signInHttpOnly(context, site);
    site.put('/', header, behind);
    await page.goto(site.url);
    await person(page).sees('· Acme');
  });

  test('closes gates in the other tabs as soon as the session is gone', async ({ site, context, page }) => {
    const other = await context.newPage();
    await other.goto(site.put('/inside', '<stytch-gate><p>Figures</p></stytch-gate>' + header, behind));
    await expect(other.getByText('Figures')).toBeVisible();
    const states = await other.evaluateHandle(() => {
      const gate = document.querySelector('stytch-gate')!;
      const seen: string[] = [];
      new MutationObserver(() =>
        seen.push(`${gate.dataset['state']} ${gate.firstElementChild!.checkVisibility()}`),
      ).observe(gate, { attributes: true });
      return seen;
    });
    await person(page).presses('Log out');
    await person(other).sees('Signed out');
    expect(await states.jsonValue()).toEqual(['loading false', 'signed-out false']);
  });

  test('asks before leaving, then verifies', async ({ page }) => {
    await person(page).switchesTo('Globex');
    await expect(page.getByText('Leave for Globex?')).toBeVisible();
    await person(page).presses('Continue');
    await person(page).enters(totp());
    await person(page).sees('· Globex');
  });

  test('stays when the person thinks better of it', async ({ page }) => {
    await person(page).switchesTo('Globex');
    await person(page).presses('Cancel');
    await person(page).sees('· Acme');
  });

  test('cancelling goes back by the intermediate session', async ({ page }) => {
    await person(page).switchesTo('Globex');
    await person(page).presses('Continue');
    await page.getByLabel('Verification code').waitFor();
    await person(page).presses('Cancel');
    await person(page).sees('· Acme');
  });

  test('keeps the session over a reload, and ends it', async ({ page }) => {
    await page.reload();
    await person(page).sees('· Acme');
    await person(page).presses('Log out');
    await person(page).sees('Signed out');
    await page.reload();
    await person(page).sees('Signed out');
  });

  test('stays signed out on this device, and has the server told as soon as that can be', async ({ site, page }) => {
    const told = () => site.emulator.requests().filter(({ path }) => path.endsWith('/b2b/sessions/revoke')).length;
    site.emulator.faults([{ path: '/b2b/sessions/revoke', drop: true, times: 2 }]);
    await person(page).presses('Log out');
    await person(page).presses('Sign out on this device');
    await person(page).sees('Signed out');
    expect(told()).toBe(2);
    await page.reload();
    await person(page).sees('Signed out');
    await expect.poll(told).toBe(3);
    await page.reload();
    await person(page).sees('Signed out');
    expect(told()).toBe(3);
  });

  test('takes over what a back end has put into cookies, and hands nothing on that a page cannot read', async ({
    site,
    context,
    page,
  }) => {
    const handed: unknown[] = [];
    await context.clearCookies();
    await page.evaluate(() => localStorage.clear());
    const { session_token, session_jwt } = await site.emulator.session('ada@example.com', 'Globex');
    await page.route('**/session', async (route) => {
      const cookie = { url: site.url, sameSite: 'Lax', httpOnly: true } as const;
      await context.addCookies([
        { ...cookie, name: 'stytch_session', value: session_token },
        { ...cookie, name: 'stytch_session_jwt', value: session_jwt },
      ]);
      await route.fulfill({ status: 204 });
    });
    await page.route('**/back-end', (route) => (handed.push(route.request().postData()), route.fulfill()));
    site.put('/hydrate', `<stytch-hydrate src="/session" push-to="/back-end"></stytch-hydrate>${header}`, {
      provider: 'custom-base-url="https://api.customer.example"',
    });
    await page.goto(`${site.url}/hydrate`);
    await person(page).sees('· Globex');
    await expect(page.locator('stytch-hydrate')).toHaveAttribute('data-state', 'done');
    expect(handed).toEqual([]);
  });

  test('has the server told of it without a reload, too', async ({ context, site, page }) => {
    const told = () => site.emulator.requests().filter(({ path }) => path.endsWith('/b2b/sessions/revoke')).length;
    await context.setOffline(true);
    await person(page).presses('Log out');
    await person(page).presses('Sign out on this device');
    await person(page).sees('Signed out');
    await context.setOffline(false);
    await expect.poll(told).toBe(1);
    await person(page).sees('Signed out');
  });
});
