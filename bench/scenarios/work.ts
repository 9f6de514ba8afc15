import type { Page } from '@playwright/test';
import { pages } from '../pages.js';
import { inTurn, type Scenario } from '../scenario.js';
import { pastOf, verified } from '../stage.js';
import { trace } from '../trace.js';

const settled = {
  empty: () => Promise.resolve(),
  five: verified,
  floor: (page: Page) =>
    page
      .locator('[data-sdk]')
      .waitFor()
      .then(() => page.waitForLoadState('networkidle')),
};
const names = ['empty', 'five', 'floor'] as const;

/** What the main thread has to do for five elements, in processor time, before and after the first paint. */
export const work: Scenario = {
  name: 'work',
  rows: [
    {
      title: 'Main thread before first paint, above an empty page',
      unit: 'ms',
      ours: 'five.before',
      base: 'empty.before',
      limit: 10,
    },
    { title: 'SDK compiled this long before first paint', unit: 'ms', ours: 'five.early', limit: 0 },
    {
      title: 'Main thread until verified ÷ Lit floor',
      unit: 'ms',
      ours: 'five.whole',
      reference: 'floor.whole',
      base: 'empty.whole',
    },
  ],
  prepare: async (stage) => {
    const past = await pastOf(stage, 'ada@example.com', 'Acme');
    return (round) =>
      inTurn(names, round, async (name) => {
        const page = await stage.visit(past);
        const url = stage.site.put(name, pages[name]);
        const { beforePaint, whole, fromPaintTo } = await trace(stage.browser, page, url, () => settle(name, page));
        await page.context().close();
        return { before: beforePaint, whole, early: -(fromPaintTo('sdk') ?? 0) };
      });
  },
};

async function settle(name: (typeof names)[number], page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('painted').length > 0);
  await settled[name](page);
}
