import type { Browser, Page, Request } from '@playwright/test';
import {
  type Area,
  type Outcome,
  type Relative,
  type Violation,
  content,
  documented,
  family,
  ready,
  settled,
  shown,
  unseenFocus,
} from './in-story.js';
import { serve } from './serve.js';
import { steady } from './steady.js';

const WIDE = 640;
const HIGH = 1600;

/** One page for all stories of a worker: Storybook itself is loaded once. Each story has a world of its own. */
export class Gallery {
  /** What has gone wrong on the page since the last story was asked for. */
  readonly errors: string[] = [];
  readonly page: Page;
  readonly #begin: (story: string) => Promise<void>;
  readonly #awaited = new Set<Request>();

  private constructor(page: Page, begin: (story: string) => Promise<void>) {
    this.page = page;
    this.#begin = begin;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('request', (request) => this.#awaited.add(request));
    page.on('requestfinished', (request) => this.#awaited.delete(request));
    page.on('requestfailed', (request) => this.#awaited.delete(request));
    page.on('console', (message) => {
      const isMeant = message.location().url.endsWith('/no-such-back-end'); // a story asks for it in vain
      if (message.type() === 'error' && !isMeant) this.errors.push(message.text());
    });
  }

  static async open(browser: Browser, folder: string) {
    const site = await serve(folder);
    const context = await browser.newContext({ viewport: { width: WIDE, height: HIGH }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const gallery = new Gallery(page, await steady(page));
    await page.goto(`${site.url}/iframe.html`);
    await page.waitForFunction(ready);
    return { gallery, close: () => context.close().then(() => site.close()) };
  }

  async show(story: string): Promise<Outcome> {
    this.errors.length = 0;
    await this.#begin(story);
    const outcome = await this.page.evaluate(shown, story);
    do await this.page.evaluate(settled);
    while (this.#awaited.size); // screens are fetched when they are needed
    return outcome;
  }

  /** Opens a page of documentation, and says what is on it. */
  async read(id: string): Promise<{ heading: string; rows: number; states: number }> {
    this.errors.length = 0;
    await this.page.evaluate(documented, id);
    const docs = this.page.locator('#storybook-docs');
    const heading = await docs.locator('h1').first().innerText();
    const rows = await docs.locator('.docblock-argstable-body tr:has(td + td)').count();
    return { heading, rows, states: await docs.locator('.states li').count() };
  }

  /** Turns the page to a direction that its story does not begin with; resolves with the one before. */
  async turn(direction: string): Promise<string> {
    return this.page.evaluate((dir) => {
      const before = document.documentElement.dir;
      document.documentElement.dir = dir;
      dispatchEvent(new Event('resize')); // what is placed by hand is placed anew, now or when it is drawn
      for (const each of document.querySelectorAll('#storybook-root *'))
        (each as { requestUpdate?: () => void }).requestUpdate?.();
      return before;
    }, direction);
  }

  /** What axe says about colours, which are all that another theme changes. */
  colours(): Promise<string[]> {
    return this.#axe(['color-contrast', 'link-in-text-block']);
  }

  /** What another direction changes: where things stand, so that they may be too near to each other, or off the page. */
  async places(): Promise<string[]> {
    const isWide = await this.page.evaluate(() => document.body.scrollWidth > document.documentElement.clientWidth);
    return [...(await this.#axe(['target-size'])), ...(isWide ? ['The page is wider than its window'] : [])];
  }

  /** What can have the focus, and would not show it. */
  unseenFocus(): Promise<string[]> {
    return this.page.evaluate(unseenFocus);
  }

  #axe(rules: string[]): Promise<string[]> {
    return this.page.evaluate(async (runOnly) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run('#storybook-root', { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
    }, rules);
  }

  /** What a picture of the story has to show: what is open in front of the page, and the story unless that is modal. */
  area(): Promise<Area> {
    return this.page.evaluate(content, { width: WIDE, height: HIGH });
  }

  /** Our elements on the page, at any depth. */
  family(): Promise<Relative[]> {
    return this.page.evaluate(family);
  }
}

interface Axe {
  run(root: string, options: object): Promise<{ violations: Violation[] }>;
}
