import { existsSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { serve } from './serve.js';

/** One page for all stories of a worker: what Storybook itself needs is parsed once. Each story has a world of its own. */
const test = base.extend<object, { shared: Page }>({
  shared: [
    async ({ browser }, use) => {
      const context = await browser.newContext();
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ shared }, use) => {
    await use(shared);
    shared.removeAllListeners();
    await shared.goto('about:blank');
    await shared.context().clearCookies();
  },
});

interface Story {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
}

const folder = 'storybook-static';
const built = existsSync(`${folder}/index.json`) ? readFileSync(`${folder}/index.json`, 'utf8') : '{"entries":{}}';
const { entries } = JSON.parse(built) as { entries: Record<string, Story> };
const stories = Object.values(entries).filter(({ type }) => type === 'story');

test.describe.configure({ mode: 'parallel' });

test('Storybook is built, and has stories', () => {
  expect(stories.length, 'npm run storybook:build').toBeGreaterThan(0);
});

let site: Awaited<ReturnType<typeof serve>>;
test.beforeAll(async () => {
  site = await serve(folder);
});
test.afterAll(() => site.close());

for (const { id, title, name } of stories) {
  test(`${title}: ${name} plays without an error and is accessible in light and dark`, async ({ page }) => {
    const errors = watch(page);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' }); // what is still moving has no contrast yet
    await page.goto(`${site.url}/iframe.html?id=${id}&viewMode=story`);
    expect(await finished(page), 'by Storybook’s own account, in light').toEqual({
      status: 'success',
      reports: [],
      thrown: [],
    });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page), 'in dark').toEqual([]);
    expect(await upgraded(page), 'tags that nothing defines').toEqual([]);
    expect(errors).toEqual([]);
  });
}

/** What goes wrong on the page from now on. */
function watch(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

/** How the story ended. A play function that throws still "succeeds": what it threw is told apart. */
async function finished(page: Page) {
  const outcome = await page.waitForFunction(() => {
    const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as { __STORYBOOK_ADDONS_CHANNEL__?: Channel };
    const signs = ['playFunctionThrewException', 'unhandledErrorsWhilePlaying', 'storyThrewException', 'storyErrored'];
    const thrown = signs.filter((sign) => channel?.last(sign)).map((sign) => [sign, channel?.last(sign)]);
    const end = channel?.last('storyFinished')?.[0] as Finished | undefined;
    const failed = end?.reporters?.filter(({ status }) => status === 'failed') ?? [];
    const reports = failed.flatMap(({ result }) =>
      (result?.violations ?? []).map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    );
    return end || thrown.length ? { status: end?.status, reports, thrown } : null;
  });
  return outcome.jsonValue();
}

interface Channel {
  last(name: string): unknown[] | undefined;
}

/** Storybook's own account of a story, axe's included. */
interface Finished {
  status: string;
  reporters?: { status: string; result?: { violations?: { id: string; nodes: { html: string }[] }[] } }[];
}

async function violations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include('#storybook-root').setLegacyMode().analyze(); // no frames here
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join()}`,
  );
}

/** Our tags that stayed unknown, at any depth. */
function upgraded(page: Page) {
  return page.evaluate(() => {
    const deep = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? deep(each.shadowRoot) : [])]);
    return deep(document).flatMap(({ localName }) =>
      /^stytch-/.test(localName) && !customElements.get(localName) ? [localName] : [],
    );
  });
}
