import type {} from '../../src/controllers/events.js';
import type {} from '../../src/elements/stytch-provider.js';
import type { BrowserContext, Page } from '@playwright/test';
import { type Site, expect, person, test } from './site.js';

const STAY = 'Stay signed in';

/** Two tabs in which Ada is in Acme, on clocks that can be moved; each keeps a list of the events it has heard. */
async function twoTabs(context: BrowserContext, site: Site, attributes = '', inside = ''): Promise<[Page, Page]> {
  const elements = '<stytch-session-status></stytch-session-status>';
  site.put('/', `${inside}${elements}<stytch-keep-alive ${attributes}></stytch-keep-alive>`);
  site.put('/login', '<p>Log in</p>');
  await context.clock.install();
  await context.addInitScript(() => {
    const names = ['warning', 'extended', 'expired'].map((name) => `stytch-session-${name}`);
    const told: string[] = [];
    for (const name of names) document.addEventListener(name, () => told.push(name));
    Object.assign(window, { told });
  });
  await site.signIn(context);
  const tabs: [Page, Page] = [await context.newPage(), await context.newPage()];
  for (const page of tabs) {
    await page.goto(site.url);
    await person(page).sees('· Acme');
    await expect(page.locator('stytch-keep-alive')).toHaveAttribute('data-state', 'watching');
    await expect.poll(() => isConfirmed(page)).toBe(true); // an answer that comes while clocks are moved tells a wrong time
  }
  return tabs;
}

/** Whether Stytch has confirmed what is shown. */
const isConfirmed = (page: Page) => page.evaluate(() => !document.querySelector('stytch-provider')!.snapshot.fromCache);

/** Time passes, here and on the server. */
async function pass(minutes: number, { emulator }: Site, context: BrowserContext): Promise<void> {
  emulator.clock(minutes * 60);
  await context.clock.fastForward(minutes * 60_000);
}

const told = (page: Page) => page.evaluate(() => (window as unknown as { told: string[] }).told);
const dialog = (page: Page) => page.getByRole('alertdialog');

/** The requests that ask for a longer session, or for none. */
const asked = ({ emulator }: Site, path: 'authenticate' | 'revoke') =>
  emulator
    .requests()
    .filter((each) => each.path === `/b2b/sessions/${path}`)
    .filter(({ body }) => path === 'revoke' || JSON.stringify(body).includes('session_duration_minutes'));

test.describe('a session in two tabs', () => {
  test('is extended by one of them, whichever was used', async ({ site, context }) => {
    const [one, two] = await twoTabs(context, site);
    await pass(10, site, context);
    await two.keyboard.press('a');
    await pass(11, site, context);
    await expect.poll(async () => [...(await told(one)), ...(await told(two))]).toEqual(['stytch-session-extended']);
    await pass(1, site, context);
    expect(asked(site, 'authenticate')).toHaveLength(1);
  });

  test('is kept by an answer in one, and neither asks any more', async ({ site, context }) => {
    const [one, two] = await twoTabs(context, site);
    await pass(58.5, site, context);
    for (const page of [one, two]) {
      await expect(dialog(page)).toBeVisible();
      await expect(page.getByRole('button', { name: STAY })).toBeFocused();
    }
    await one.keyboard.press('Enter');
    for (const page of [one, two]) await expect(dialog(page)).toBeHidden();
    await pass(5, site, context);
    for (const page of [one, two]) await person(page).sees('· Acme');
    expect(asked(site, 'authenticate')).toHaveLength(1);
    expect(await told(one)).toEqual(['stytch-session-warning', 'stytch-session-extended']);
    expect(await told(two)).toEqual(['stytch-session-warning']);
  });

  test('is left from either', async ({ site, context }) => {
    const [one, two] = await twoTabs(context, site);
    await pass(58.5, site, context);
    await two.getByRole('button', { name: 'Sign out' }).click();
    for (const page of [one, two]) {
      await person(page).sees('Signed out');
      await expect(dialog(page)).toBeHidden();
      expect(await told(page)).toEqual(['stytch-session-warning']);
    }
  });

  test('is left in one, and both go where the page says', async ({ site, context }) => {
    const tabs = await twoTabs(context, site, 'redirect-to="/login"');
    await pass(58.5, site, context);
    await tabs[0].getByRole('button', { name: 'Sign out' }).click();
    for (const page of tabs) await page.waitForURL(`${site.url}/login?reason=user`);
    expect(asked(site, 'revoke')).toHaveLength(1);
  });

  test('ends once when nobody is there, and both go where the page says', async ({ site, context }) => {
    const tabs = await twoTabs(context, site, 'idle-minutes="10" redirect-to="/login"');
    await pass(8.5, site, context);
    for (const page of tabs) await expect(dialog(page)).toContainText('Are you still there?');
    await pass(2, site, context);
    for (const page of tabs) await page.waitForURL(`${site.url}/login?reason=idle`);
    expect(asked(site, 'revoke')).toHaveLength(1);
  });

  test('stays as long as one of them is used', async ({ site, context }) => {
    const [one, two] = await twoTabs(context, site, 'idle-minutes="10"');
    for (let times = 0; times < 3; times += 1) {
      await pass(6, site, context);
      await one.mouse.wheel(0, 50);
      await expect.poll(() => idleFor(two)).toBeLessThan(1);
    }
    await expect(dialog(two)).toBeHidden();
    await person(two).sees('· Acme');
  });

  test('has a longest time, of which both say once that it is over soon', async ({ site, context }) => {
    const [one, two] = await twoTabs(context, site, 'absolute-minutes="30" redirect-to="/login"');
    await pass(28.5, site, context);
    for (const page of [one, two]) await expect(dialog(page)).toContainText('Save your work');
    await one.getByRole('button', { name: 'OK' }).click();
    for (const page of [one, two]) await expect(dialog(page)).toBeHidden();
    await pass(2, site, context);
    for (const page of [one, two]) await page.waitForURL(`${site.url}/login?reason=absolute`);
  });

  test('has come to its end whenever a page is opened too late, and nothing of it is shown', async ({
    site,
    context,
  }) => {
    const inside = '<stytch-gate redirect-to="/login"><p>secret</p></stytch-gate>';
    const [one, two] = await twoTabs(context, site, 'idle-minutes="10" redirect-to="/login"', inside);
    await expect(one.getByText('secret')).toBeVisible();
    await one.keyboard.press('a');
    for (const page of [one, two]) await page.goto('about:blank');
    await pass(20, site, context);
    const three = await context.newPage();
    const seen = await watch(three);
    await three.goto(site.url);
    await three.waitForURL(`${site.url}/login?reason=idle`);
    expect(seen).toEqual([]);
    expect(asked(site, 'revoke')).toHaveLength(1);
  });

  test('is not shown any more from the moment it has come to its end, however slow the server is', async ({
    site,
    context,
  }) => {
    const inside = '<stytch-gate><p>secret</p></stytch-gate>';
    const tabs = await twoTabs(context, site, 'idle-minutes="10" redirect-to="/login"', inside);
    site.emulator.faults([{ path: '/b2b/sessions/revoke', delayMs: 3000 }]);
    await pass(20, site, context);
    for (const page of tabs) {
      await expect(page.getByText('secret')).toBeHidden();
      expect(page.url()).toBe(`${site.url}/`);
    }
    for (const page of tabs) await page.waitForURL(`${site.url}/login?reason=idle`);
    expect(asked(site, 'revoke')).toHaveLength(1);
  });
});

/** What a page shows, in any frame, of what a signed-in member alone is to see. */
async function watch(page: Page): Promise<readonly string[]> {
  const seen: string[] = [];
  await page.exposeFunction('saw', (what: string) => seen.push(what));
  await page.addInitScript(() => {
    const { saw } = window as unknown as { saw(what: string): void };
    const isSeen = (element: Element | null) => element?.checkVisibility() && element.getClientRects().length > 0;
    const look = () => {
      if (isSeen(document.querySelector('stytch-gate:defined > p'))) saw('secret');
      const status = document.querySelector('stytch-session-status')?.shadowRoot?.textContent ?? '';
      if (/Ada|Acme/.test(status)) saw(status);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    new PerformanceObserver(look).observe({ type: 'paint', buffered: true });
    const channel = new MessageChannel(); // the clock of the page stands still, and its frames with it
    channel.port1.onmessage = () => {
      look();
      channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
  });
  return seen;
}

/** Minutes since the member was last seen, as a tab knows it. */
function idleFor(page: Page): Promise<number> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.endsWith(':presence'))!;
    const { activeAt } = JSON.parse(localStorage.getItem(key)!) as { activeAt: number };
    return (Date.now() - activeAt) / 60_000;
  });
}
