import type { Page } from '@playwright/test';
import config from '../../playwright.config.js';
import { ensure } from '../../tools/browser.mjs';
import { type Site, behind, expect, header, person, signInHttpOnly, test, totp } from './site.js';

const executablePath = (await ensure('chrome')) ?? '';
const ignoreDefaultArgs = ['--disable-back-forward-cache'];
test.use({ launchOptions: { ...config.use!.launchOptions, executablePath, ignoreDefaultArgs } });
test.skip(!executablePath, 'there is no browser here that has a back/forward cache');

const inside = `${header}<stytch-user-button></stytch-user-button>
  <stytch-gate organization="acme"><p>Figures</p></stytch-gate>`;

interface Watched {
  seen?: string[];
  cameBack?: boolean;
}

/** Notes what a person can read, frame by frame, once the page has come back from the back/forward cache. */
function watch(): void {
  const watched = window as Watched;
  const seen: string[] = (watched.seen = []);
  const isHidden = (element: Element) =>
    getComputedStyle(element).display !== 'contents' && !element.checkVisibility({ contentVisibilityAuto: true });
  const textOf = (node: Node): string => {
    if (node instanceof Element && isHidden(node)) return '';
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
      return node.assignedNodes().map(textOf).join('');
    const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
    const own = node instanceof Element ? (node.getAttribute('aria-label') ?? '') : '';
    return node instanceof Text ? node.data : own + [...children].map(textOf).join('');
  };
  const look = () => {
    if (!watched.cameBack) return;
    seen.push(textOf(document.querySelector('main')!));
    requestAnimationFrame(look);
  };
  addEventListener('pageshow', ({ persisted }) => {
    watched.cameBack = persisted;
    look();
  });
}

/** As the browser's own button does; Playwright's waits for a load that does not come. */
async function back(page: Page): Promise<void> {
  await page.evaluate(() => history.back());
  await page.waitForURL((url) => url.pathname === '/', { waitUntil: 'commit' });
}

/** What is read on a page to which somebody comes back, while the API takes its time; and whether it was kept. */
async function readOnReturn(page: Page, site: Site, until: string): Promise<string[]> {
  site.emulator.faults([{ path: '/b2b/sessions/authenticate', delayMs: 300, times: 9 }]);
  await back(page);
  await person(page).sees(until);
  const { cameBack, seen = [] } = await page.evaluate(() => {
    const { cameBack, seen } = window as Watched; // which cannot be handed over whole
    return { cameBack, seen };
  });
  expect(cameBack, 'it comes from the back/forward cache').toBe(true);
  expect(seen.length).toBeGreaterThan(3);
  return seen;
}

/** A page with everything that names a member, which somebody leaves for another page of the site. */
async function leaveFor(page: Page, site: Site, options = {}): Promise<void> {
  site.put('/elsewhere', header, options);
  await page.goto(site.put('/', inside, options));
  await person(page).sees('Ada Lovelace · Acme');
  await expect(page.getByText('Figures')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Account of Ada Lovelace' })).toBeVisible();
  await page.evaluate(watch);
  await page.goto(`${site.url}/elsewhere`);
}

test.describe('a page from the back/forward cache', () => {
  test('shows nothing of a member who has logged out meanwhile', async ({ site, context, page }) => {
    await site.signIn(context);
    await leaveFor(page, site);
    await person(page).presses('Log out');
    await person(page).sees('Signed out');
    const seen = await readOnReturn(page, site, 'Signed out');
    expect(seen.filter((text) => /Figures|Ada|Acme/.test(text))).toEqual([]);
  });

  test('nor where it cannot see that their cookies are gone', async ({ site, context, page }) => {
    await signInHttpOnly(context, site);
    await leaveFor(page, site, behind);
    await person(page).presses('Log out');
    await person(page).sees('Signed out');
    const seen = await readOnReturn(page, site, 'Signed out');
    expect(seen.filter((text) => /Figures|Ada|Acme/.test(text))).toEqual([]);
    expect(seen[0]).toContain('Checking session');
  });

  test('shows nothing of the organization that a member has left meanwhile', async ({ site, context, page }) => {
    await site.signIn(context);
    await leaveFor(page, site);
    await person(page).switchesTo('Globex');
    await person(page).enters(totp());
    await person(page).sees('· Globex');
    const seen = await readOnReturn(page, site, '· Globex');
    expect(seen.filter((text) => /Figures|Acme/.test(text))).toEqual([]);
    expect(seen[0]).toContain('Checking session');
  });

  test('asks whoever is half-way to another organization for what is owed', async ({ site, context, page }) => {
    await site.signIn(context);
    await leaveFor(page, site);
    await person(page).switchesTo('Globex');
    await person(page).sees('Verification needed');
    const seen = await readOnReturn(page, site, 'Verification needed');
    expect(seen.filter((text) => /Figures|Acme/.test(text.replaceAll('Back to Acme', '')))).toEqual([]);
    await person(page).presses('Cancel');
    await person(page).sees('· Acme');
    await expect(page.getByText('Figures')).toBeVisible();
  });

  test('shows a member who is still there, but what is behind a gate only when the API says so, too', async ({
    site,
    context,
    page,
  }) => {
    await site.signIn(context);
    await leaveFor(page, site);
    await person(page).sees('· Acme');
    const seen = await readOnReturn(page, site, '· Acme');
    expect(seen.filter((text) => !text.includes('Ada Lovelace · Acme'))).toEqual([]);
    expect(seen[0]).not.toContain('Figures');
    await expect(page.getByText('Figures')).toBeVisible();
  });

  test('shows who has signed in meanwhile', async ({ site, context, page }) => {
    site.put('/elsewhere', header);
    await page.goto(site.put('/', inside));
    await person(page).sees('Signed out');
    await page.evaluate(watch);
    await site.signIn(context);
    await page.goto(`${site.url}/elsewhere`);
    await person(page).sees('· Acme');
    await readOnReturn(page, site, '· Acme');
    await expect(page.getByText('Figures')).toBeVisible();
  });
});
