import type {} from '../../src/controllers/events.js';
import type { BrowserContext, Page, Request } from '@playwright/test';
import type { SinonFakeTimers } from 'sinon';
import { type Site, expect, test } from './site.js';

/** Minutes that a step of the day takes; whoever is there uses the page as often. */
const STEP = 20;
const DAY = 24 * 60;

/** The tabs of a day: one that is used, one that is only seen, one that is hidden, one that sleeps until its end. */
type Tab = 'active' | 'idle' | 'hidden' | 'asleep';

interface Day {
  readonly who: string;
  readonly attributes?: string;
  /** Hours for which the member is there. */
  readonly hours: number;
  /** How often Stytch is asked for a longer session. */
  readonly authenticates: number;
  /** How often each tab warns. */
  readonly warnings: Readonly<Record<Tab, number>>;
  /** The minute by which all tabs have left, and why; none is a session that lives after 24 hours. */
  readonly end?: readonly [minute: number, reason: string];
}

const never = { active: 0, idle: 0, hidden: 0, asleep: 0 };
const once = { active: 1, idle: 1, hidden: 1, asleep: 0 }; // who sleeps is told that it is over

/** The session is extended to two hours once an hour, and warned of twenty minutes before its end. */
const days: readonly Day[] = [
  { who: 'is there all day', hours: 24, authenticates: 24, warnings: never },
  { who: 'is never there', hours: 0, authenticates: 0, warnings: once, end: [120, 'expired'] },
  {
    who: 'is there for 8 hours',
    attributes: 'idle-minutes="90"',
    hours: 8,
    authenticates: 8,
    warnings: once,
    end: [560, 'idle'],
  },
  {
    who: 'may stay for 12 hours',
    attributes: 'absolute-minutes="720"',
    hours: 24,
    authenticates: 10,
    warnings: once,
    end: [720, 'absolute'],
  },
];

test.describe('24 hours of a session in four tabs', () => {
  test.setTimeout(120_000);

  for (const day of days)
    test(`pass as the attributes say for whoever ${day.who}`, async ({ site, context }) => {
      const where = day.end ? `/login?reason=${day.end[1]}` : '/';
      expect(await live(day, site, context)).toEqual({
        authenticates: day.authenticates,
        warnings: day.warnings,
        minute: day.end?.[0] ?? DAY,
        tabs: [where, where, where, where],
      });
    });
});

/** Lives through the day step by step, or until all tabs that are awake have left. */
async function live({ attributes = '', hours }: Day, site: Site, context: BrowserContext) {
  const warnings = { ...never };
  await context.exposeFunction('warned', (tab: Tab) => (warnings[tab] += 1));
  const [asleep, ...awake] = await fourTabs(attributes, site, context);
  let minute = 0;
  for (; minute < DAY && !awake.every(hasLeft); minute += STEP) {
    if (minute < hours * 60) await awake[0]!.keyboard.press('a');
    await advance(STEP, site, [asleep!, ...awake]);
    for (const tab of awake) await run(tab, STEP);
  }
  await run(asleep!, minute);
  const tabs = [...awake, asleep!].map((tab) => tab.url().slice(site.url.length));
  return { authenticates: extensions(site), warnings, minute, tabs };
}

/** Four tabs in which Ada is in Acme, for two hours, with timers that stand still; the one that sleeps comes first. */
async function fourTabs(attributes: string, site: Site, context: BrowserContext): Promise<Page[]> {
  const rules = 'extend-minutes="120" every-minutes="60" warn-seconds="1200" redirect-to="/login"';
  site.put('/', `<stytch-keep-alive ${rules} ${attributes}></stytch-keep-alive>`);
  site.put('/login', '<p>Log in</p>');
  await site.signIn(context, 'Acme', 'ada@example.com', 120);
  await context.addInitScript({ path: 'node_modules/sinon/pkg/sinon.js' });
  const tabs: Page[] = [];
  for (const tab of ['asleep', 'active', 'idle', 'hidden'] satisfies Tab[]) {
    const page = await context.newPage();
    watch(page);
    await page.addInitScript(prepare, tab);
    await page.goto(site.url);
    await expect(page.locator('stytch-keep-alive')).toHaveAttribute('data-state', 'watching');
    await quiet(page);
    tabs.push(page);
  }
  return tabs;
}

/** Before a page begins: its timers, the one time of all tabs, whether it can be seen, and who hears its warnings. */
function prepare(tab: Tab): void {
  const RealDate = Date;
  const now = () => RealDate.now() + Number(localStorage.getItem('later'));
  window.Date = class extends RealDate {
    constructor(...at: [number]) {
      super(...(at.length ? at : ([now()] as [number])));
    }
    static override now = now;
  } as DateConstructor;
  window.real = setTimeout;
  window.timers = window.sinon.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    shouldAdvanceTime: true,
    shouldClearNativeTimers: true,
  });
  if (tab === 'hidden') Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
  if (tab === 'asleep') addEventListener('storage', (event) => event.stopImmediatePropagation());
  addEventListener('stytch-session-warning', () => window.warned(tab));
}

/** It is later everywhere at once, on the server and in all tabs; whether they notice is another matter. */
async function advance(minutes: number, { emulator }: Site, tabs: Page[]): Promise<void> {
  const later = await tabs[0]!.evaluate((by) => {
    const sum = String(Number(localStorage.getItem('later')) + by);
    localStorage.setItem('later', sum);
    return sum;
  }, minutes * 60_000);
  emulator.clock(minutes * 60);
  const heard = (sum: string) => localStorage.getItem('later') === sum; // other processes are told of it
  await Promise.all(
    tabs.filter((tab) => !hasLeft(tab)).map((tab) => tab.waitForFunction(heard, later).catch(leaves(tab))),
  );
}

/** Has the timers of a tab run that are due, as a browser does that had other things to do; then all that follows. */
async function run(tab: Page, minutes: number): Promise<void> {
  if (hasLeft(tab)) return;
  const jumped = tab.evaluate((by) => void window.timers.jump(by), minutes * 60_000);
  await jumped.then(() => quiet(tab)).catch(leaves(tab));
  if (!hasLeft(tab) && (await tab.locator('stytch-keep-alive[data-state=ended]').count())) await leaves(tab)();
}

/** Waits until a tab is where its session's end leads, which ends whatever runs in it. */
const leaves = (tab: Page) => () => tab.waitForURL(/login/, { waitUntil: 'commit' });

const requests = new WeakMap<Page, Set<Request>>();

function watch(page: Page): void {
  const awaited = new Set<Request>();
  requests.set(page, awaited);
  page.on('request', (request) => awaited.add(request));
  page.on('requestfinished', (request) => awaited.delete(request));
  page.on('requestfailed', (request) => awaited.delete(request));
}

/** Waits until a page awaits no answer and holds no lock. */
async function quiet(page: Page): Promise<void> {
  do
    await page.evaluate(async () => {
      do await new Promise((go) => window.real(go, 10));
      while ((await navigator.locks.query()).held?.length);
    });
  while (requests.get(page)!.size);
}

const hasLeft = (tab: Page) => tab.url().includes('/login');

/** How often a longer session was asked for; the SDK's own refreshes ask for no duration. */
const extensions = ({ emulator }: Site) =>
  emulator.requests().filter(({ body }) => JSON.stringify(body).includes('session_duration_minutes')).length;

declare global {
  interface Window {
    timers: SinonFakeTimers;
    real: typeof setTimeout;
    sinon: typeof import('sinon');
    warned(tab: Tab): void;
  }
}
