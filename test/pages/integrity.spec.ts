import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { header, expect, person, test } from './site.js';

const map = () => `<script type="importmap">${readFileSync('dist/cdn/importmap.json', 'utf8')}</script>`;
const byMap = (from: string) => `${map()}<script type="module">import '${from}';</script>`;

/** Serves another script than was published, though one that does the same. */
const tamperWith = (page: Page, url: string) =>
  page.route(url, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n;` });
  });

/** What the browser says of scripts that it refuses. */
function refusals(page: Page): string[] {
  const refused: string[] = [];
  page.on('console', (message) => message.text().includes('integrity') && refused.push(message.text()));
  return refused;
}

test.describe('an import map with hashes', () => {
  for (const from of ['stytch-elements', 'stytch-elements/loader']) {
    test(`has every chunk of ${from} verified, and lets pass what was published`, async ({ site, context, page }) => {
      const refused = refusals(page);
      site.put('/', header, { script: byMap(from) });
      await site.signIn(context);
      await page.goto(site.url);
      await person(page).sees('· Acme');
      await person(page).switchesTo('Initech');
      await person(page).enters(site.lastCode());
      await person(page).sees('· Initech');
      expect(refused).toEqual([]);
    });
  }

  test('refuses a first script that was tampered with', async ({ site, page }) => {
    const refused = refusals(page);
    site.put('/', header, { script: byMap('stytch-elements') });
    await tamperWith(page, '**/stytch-elements.js');
    await page.goto(site.url);
    await expect.poll(() => refused.join()).toContain('stytch-elements.js');
    expect(await page.evaluate(() => customElements.get('stytch-provider'))).toBeUndefined();
  });

  test('refuses a chunk that was tampered with, and says that there can be no session', async ({
    site,
    context,
    page,
  }) => {
    const refused = refusals(page);
    site.put('/', header, { script: byMap('stytch-elements') });
    await tamperWith(page, '**/chunk-engine-*');
    await site.signIn(context);
    await page.goto(site.url);
    await expect(page.locator('stytch-session-status')).toHaveAttribute('data-state', 'error');
    expect(refused.join()).toContain('chunk-engine');
  });

  test('refuses a chunk of the loader that was tampered with', async ({ site, page }) => {
    const refused = refusals(page);
    site.put('/', header, { script: byMap('stytch-elements/loader') });
    await tamperWith(page, '**/loader-core-*');
    await page.goto(site.url);
    await expect.poll(() => refused.join()).toContain('loader-core');
    expect(await page.evaluate(() => customElements.get('stytch-session-status'))).toBeUndefined();
  });

  test('is needed: without it a chunk is taken as it comes', async ({ site, context, page }) => {
    site.put('/', header);
    await tamperWith(page, '**/chunk-engine-*');
    await site.signIn(context);
    await page.goto(site.url);
    await person(page).sees('· Acme');
  });
});
