import type { Browser, Page, Request } from '@playwright/test';
import { type Area, type Outcome, type Violation, content, ready, settled, shown } from './in-story.js';
import { serve } from './serve.js';
import { steady } from './steady.js';

const WIDE = 640;
const HIGH = 1000;

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
    page.on('console', (message) => message.type() === 'error' && this.errors.push(message.text()));
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

  /** The looks of a story that are not the one it begins with. */
  async turn(direction: 'ltr' | 'rtl'): Promise<void> {
    await this.page.evaluate((dir) => {
      document.documentElement.dir = dir;
      dispatchEvent(new Event('resize')); // what is placed by hand is placed anew
    }, direction);
  }

  /** What axe says about colours, which are all that another theme changes. */
  async colours(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: Axe };
      const runOnly = ['color-contrast', 'link-in-text-block'];
      const { violations } = await axe.run('#storybook-root', { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
    });
  }

  /** What a picture of the story has to show: what is open in front of the page, and the story unless that is modal. */
  area(): Promise<Area> {
    return this.page.evaluate(content, { width: WIDE, height: HIGH });
  }

  /** Our tags that stayed unknown, at any depth. */
  unknown(): Promise<string[]> {
    return this.page.evaluate(() => {
      const deep = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? deep(each.shadowRoot) : [])]);
      return deep(document).flatMap(({ localName }) =>
        /^stytch-/.test(localName) && !customElements.get(localName) ? [localName] : [],
      );
    });
  }
}

interface Axe {
  run(root: string, options: object): Promise<{ violations: Violation[] }>;
}
