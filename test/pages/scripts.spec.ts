import { readFileSync } from 'node:fs';
import { header, expect, person, test } from './site.js';

test.describe('script tags', () => {
  test('one classic script does it all', async ({ site, context, page }) => {
    site.put('/', header, { script: '<script defer src="/stytch-elements.iife.js"></script>' });
    await site.signIn(context);
    await page.goto(site.url);
    await person(page).sees('· Acme');
  });

  test('both kinds hold to their published hashes', async ({ site, context, page }) => {
    const sri = JSON.parse(readFileSync('dist/cdn/sri.json', 'utf8')) as Record<string, string>;
    const name = 'stytch-elements.js';
    const script = `<script type="module" src="/${name}" integrity="${sri[name]}" crossorigin="anonymous"></script>`;
    site.put('/', header, { script });
    await site.signIn(context);
    await page.goto(site.url);
    await person(page).sees('· Acme');
  });

  test('two copies on one page make one client, and one warning for each tag', async ({ site, context, page }) => {
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    site.put('/', header, {
      script:
        '<script type="module" src="/stytch-elements.js"></script><script defer src="/stytch-elements.iife.js"></script>',
    });
    await site.signIn(context);
    await page.goto(site.url);
    await person(page).sees('· Acme');
    const taken = warnings.filter((text) => text.includes('is taken by version'));
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.length).toBeGreaterThanOrEqual(5);
    const bootstraps = site.emulator.requests().filter(({ path }) => path.includes('bootstrap'));
    expect(bootstraps).toHaveLength(1);
  });

  test('a prefix of its own', async ({ site, context, page }) => {
    const script = `<script type="module">
      import { define } from '/stytch-elements.js';
      define({ prefix: 'acme' });
    </script>`;
    site.put('/', header.replaceAll('stytch-', 'acme-'), { script });
    await site.signIn(context);
    await page.goto(site.url);
    await expect(page.locator('acme-session-status')).toContainText('· Acme');
    await person(page).switchesTo('Initech');
    await page.locator('acme-mfa-prompt').getByLabel('Verification code').fill(site.lastCode());
    await expect(page.locator('acme-session-status')).toContainText('· Initech');
  });
});
