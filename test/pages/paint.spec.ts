import type { StytchProvider } from '../../src/elements/stytch-provider.js';
import { header, expect, person, test } from './site.js';

test.describe('the first frame', () => {
  test('shows the cached session before the SDK is there, and does not move when it comes', async ({
    site,
    context,
    page,
  }) => {
    site.put('/', header);
    await site.signIn(context);
    await page.goto(site.url);
    await person(page).sees('· Acme');

    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/chunk-sdk*', async (route) => {
      await held;
      await route.continue();
    });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
      Object.assign(globalThis, { shifts });
    });
    await page.reload();
    await person(page).sees('· Acme');
    const snapshot = () =>
      page
        .locator('stytch-provider')
        .evaluate((provider) => ({ ...(provider as StytchProvider).snapshot, session: null }));
    expect(await snapshot()).toMatchObject({ status: 'signed-in', fromCache: true, isInitialized: false });
    const before = await page.locator('stytch-org-switcher').boundingBox();
    release();
    await expect.poll(snapshot).toMatchObject({ status: 'signed-in', fromCache: false, isInitialized: true });
    expect(await page.locator('stytch-org-switcher').boundingBox()).toEqual(before);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });

  test('makes one client, one bootstrap call and one refresh for fifty switchers and a thousand lines', async ({
    site,
    context,
    page,
  }) => {
    const many = '<stytch-org-switcher></stytch-org-switcher>'.repeat(50);
    site.put('/', many + '<stytch-session-status></stytch-session-status>'.repeat(1000));
    await site.signIn(context);
    await page.goto(site.url);
    await expect(page.locator('stytch-session-status').last()).toContainText('· Acme');
    const switchers = page.locator('stytch-org-switcher');
    for (const index of [0, 25, 49]) {
      await switchers.nth(index).getByRole('button').click();
      await page.getByRole('option', { name: 'Globex' }).waitFor();
      await page.keyboard.press('Escape');
    }
    const requests = site.emulator.requests().filter(({ path }) => path !== '/events'); // the SDK's own telemetry
    const paths = requests.map(({ path }) => path.replace(/bootstrap.*/, 'bootstrap'));
    expect(paths).toEqual(['/projects/bootstrap', '/b2b/sessions/authenticate', '/b2b/discovery/organizations']);
  });
});
