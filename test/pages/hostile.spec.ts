import { chromium } from '@playwright/test';
import { header, expect, person, test } from './site.js';

test.describe('where a session cannot be kept', () => {
  test('a sandboxed frame says so, and throws nothing', async ({ site, page }) => {
    const thrown: string[] = [];
    page.on('pageerror', ({ message }) => thrown.push(message));
    site.put('/inner', header);
    site.put('/', `<iframe sandbox="allow-scripts" src="/inner" title="A frame"></iframe>`);
    await page.route('**/*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
    });
    await page.goto(site.url);
    const status = page.frameLocator('iframe').locator('stytch-session-status');
    await expect(status).toContainText('does not allow storage');
    await expect(status).toHaveAttribute('data-state', 'error');
    expect(thrown).toEqual([]);
  });

  test('a page without HTTPS on a host of its own says so', async ({ site }, { project }) => {
    const { launchOptions } = project.use;
    const args = [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP plain.test 127.0.0.1'];
    const browser = await chromium.launch({ ...launchOptions, args });
    const page = await browser.newPage();
    site.put('/', header);
    await page.goto(site.url.replace('127.0.0.1', 'plain.test'));
    await person(page).sees(/cookies are blocked/);
    await browser.close();
  });

  test('an SDK that does not come is asked for again', async ({ site, context, page }) => {
    site.put('/', header);
    await site.signIn(context);
    let blocked = true;
    await page.route('**/chunk-sdk*', (route) => (blocked ? route.abort() : route.continue()));
    await page.goto(site.url);
    await expect(page.locator('stytch-session-status')).toHaveAttribute('data-state', 'error');
    await person(page).sees(/could not be loaded/);
    blocked = false;
    await page.reload();
    await person(page).sees('· Acme');
  });
});
