import type { BrowserContext, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { type Site, header, expect, person, test, totp } from './site.js';

/** Every element of the family, but the provider around them. */
const names = [...readFileSync('src/family.ts', 'utf8').matchAll(/^ {2}'?([\w-]+)'?: Stytch/gm)]
  .map(([, name]) => name!)
  .filter((name) => name !== 'provider');

/** Attributes with which an element has as much to do as it can have. */
const attributes: Record<string, string> = {
  gate: 'max-age="1"',
  'keep-alive': 'extend-minutes="240" warn-seconds="7200"',
  'session-status': 'show-expiry',
  hydrate: 'push-to="/back-end"',
};

/**
 * In the page, before everything else: keeps an account of what ticks and listens, each with the script that has begun
 * it. What the SDK itself has begun stays for as long as the page does, which it offers no way to end; its script is
 * told from ours by its name.
 */
function keepAccount(): void {
  const live = new Map<unknown, string>();
  const note = (key: unknown, what: string) => {
    const [, caller = ''] =
      new Error()
        .stack!.split('\n')
        .filter((line) => /https?:/.test(line))
        .join('\n')
        .match(/\/([\w.-]+\.js)/) ?? [];
    if (caller && !caller.includes('-sdk-')) live.set(key, `${what} of ${caller}`);
  };
  const { setTimeout, setInterval, clearTimeout, clearInterval, BroadcastChannel } = globalThis;
  Object.assign(globalThis, {
    account: () => [...live.values()],
    setTimeout: (work: () => void, ms?: number) => {
      const id = setTimeout(() => (live.delete(id), work()), ms);
      note(id, `a timeout of ${ms} ms`);
      return id;
    },
    setInterval: (work: () => void, ms?: number) => {
      const id = setInterval(work, ms);
      note(id, `an interval of ${ms} ms`);
      return id;
    },
    clearTimeout: (id: never) => (live.delete(id), clearTimeout(id)),
    clearInterval: (id: never) => (live.delete(id), clearInterval(id)),
    BroadcastChannel: class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        note(this, 'a channel');
      }
      override close() {
        live.delete(this);
        super.close();
      }
    },
  });
  const keys = new Map<unknown, Map<string, object>>();
  const keyOf = (target: EventTarget, type: string, listener: unknown, options: unknown) => {
    const isCapture =
      typeof options === 'boolean' ? options : (options as AddEventListenerOptions | undefined)?.capture;
    const name = `${target === window ? 'window' : 'document'} ${type} ${Boolean(isCapture)}`;
    const own = keys.get(listener) ?? new Map<string, object>();
    keys.set(listener, own);
    if (!own.has(name)) own.set(name, {});
    return own.get(name);
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type: string, listener: never, options?: AddEventListenerOptions) {
    const target = this ?? window;
    if (target === window || target === document) {
      const key = keyOf(target, type, listener, options);
      note(key, `a listener to ${type}`);
      options?.signal?.addEventListener('abort', () => live.delete(key));
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type: string, listener: never, options?: EventListenerOptions) {
    const target = this ?? window;
    live.delete(keyOf(target, type, listener, options));
    return removeEventListener.call(target, type, listener, options);
  };
}

const account = (page: Page) => page.evaluate(() => (globalThis as unknown as { account(): string[] }).account());

/** Takes the provider, with everything in it, out of the page; what comes of it afterwards is put down. */
const leave = (page: Page) =>
  page.evaluate(() => {
    const provider = document.querySelector('stytch-provider')!;
    const seen: string[] = [];
    provider.addEventListener('stytch-session-change', ({ detail }) => seen.push(detail.snapshot.status));
    Object.assign(globalThis, { seen, provider, main: provider.parentElement });
    provider.remove();
  });

/** Puts it back; resolves with what it has told at once. */
const comeBack = (page: Page) =>
  page.evaluate(() => {
    const { main, provider, seen } = globalThis as unknown as { main: Element; provider: Element; seen: string[] };
    main.append(provider);
    return [...seen, (provider as unknown as { snapshot: { status: string } }).snapshot.status];
  });

/** Two tabs in which Ada is in Acme, of which the first shows nothing of ours any more. */
async function oneAway(context: BrowserContext, site: Site): Promise<[Page, Page]> {
  site.put('/', header);
  await site.signIn(context);
  const tabs: [Page, Page] = [await context.newPage(), await context.newPage()];
  for (const page of tabs) {
    await page.goto(site.url);
    await person(page).sees('· Acme');
  }
  await leave(tabs[0]);
  return tabs;
}

test('nothing of ours ticks or listens when the last element is gone', async ({ site, context, page }) => {
  await page.addInitScript(keepAccount);
  await page.route('**/back-end', (route) => route.fulfill({ status: 503 }));
  await site.signIn(context);
  const elements = names.map((name) => `<stytch-${name} ${attributes[name] ?? ''}></stytch-${name}>`);
  await page.goto(site.put('/', elements.join('')));
  const shows = (name: string, state: string) =>
    expect(page.locator(`stytch-${name}`).first()).toHaveAttribute('data-state', state);
  await person(page).sees('· Acme');
  await shows('gate', 'stale');
  await shows('keep-alive', 'warning');
  await shows('hydrate', 'error');
  await shows('mfa-settings', 'ready');
  expect((await account(page)).join()).toMatch(/interval.*|listener to storage|a channel/);
  await leave(page);
  await expect.poll(() => account(page)).toEqual([]);
  expect(await comeBack(page)).toEqual(['signed-in']);
  await person(page).sees('· Acme');
});

test('nothing of ours waits for a policy that could not be had while nobody looks', async ({ site, context, page }) => {
  await page.addInitScript(keepAccount);
  site.emulator.faults([{ path: `/projects/bootstrap/${site.emulator.publicToken}`, status: 500, times: 1 }]);
  await site.signIn(context);
  await page.goto(site.put('/', '<stytch-gate resource="documents" action="read">Figures</stytch-gate>'));
  await expect(page.locator('stytch-gate')).toHaveAttribute('data-state', 'error');
  expect((await account(page)).join()).toContain('a listener to online');
  await leave(page);
  await expect.poll(() => account(page)).toEqual([]);
  await comeBack(page);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByText('Figures')).toBeVisible();
});

test('whoever comes back after a log-out in another tab is never shown as signed in', async ({ site, context }) => {
  const [one, two] = await oneAway(context, site);
  await person(two).presses('Log out');
  await person(two).sees('Signed out');
  expect(await comeBack(one)).toEqual(['signed-out', 'signed-out']);
  await person(one).sees('Signed out');
});

test('whoever comes back after a switch in another tab is where that has led', async ({ site, context }) => {
  const [one, two] = await oneAway(context, site);
  await person(two).switchesTo('Globex');
  await person(two).enters(totp());
  await person(two).sees('· Globex');
  await comeBack(one);
  await person(one).sees('· Globex');
});

test('whoever comes back while another tab is half-way is asked for the same, and follows', async ({
  site,
  context,
}) => {
  const [one, two] = await oneAway(context, site);
  await person(two).switchesTo('Globex');
  await person(two).sees('Verification needed');
  await comeBack(one);
  await person(one).sees('Verification needed');
  await person(two).presses('Cancel');
  await person(one).sees('· Acme');
});

test('whoever comes back after the session’s time is not shown as signed in', async ({ site, context, page }) => {
  await context.clock.install();
  site.put('/', header);
  await site.signIn(context);
  await page.goto(site.url);
  await person(page).sees('· Acme');
  await leave(page);
  site.emulator.clock(61 * 60);
  await context.clock.setSystemTime(Date.now() + 61 * 60_000);
  expect(await comeBack(page)).toEqual(['signed-out', 'signed-out']);
});
