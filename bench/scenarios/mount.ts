import type { Page } from '@playwright/test';
import { DevTools, type Kept } from '../devtools.js';
import { pages } from '../pages.js';
import type { Scenario } from '../scenario.js';
import { act, pastOf, type Stage, verified } from '../stage.js';

const tags = ['provider', 'session-status', 'org-switcher', 'mfa-prompt', 'logout'] as const;
type Tag = (typeof tags)[number];

/** In seven rounds, ten thousand. */
const CYCLES = 1430;
/** Cycles before the first round, in which the engine learns what it will keep. */
const BEFORE = 1000;

/** What stays behind of elements that come and go; the prompt does so while it has something to ask for. */
export const mount: Scenario = {
  name: 'mount',
  rows: [
    ...tags.map(
      (tag) => ({ title: `Bytes kept a cycle, <stytch-${tag}>`, unit: 'B', ours: `${tag}.bytes`, limit: 16 }) as const,
    ),
    { title: 'Nodes kept a cycle, worst of five', unit: '', ours: 'nodes', limit: 0 },
    { title: 'Listeners kept a cycle, worst of five', unit: '', ours: 'listeners', limit: 0 },
  ],
  prepare: async (stage) => {
    const opened = new Map<Tag, Page>();
    for (const tag of tags) opened.set(tag, await open(stage, tag));
    return async () => {
      const bytes: Record<string, number> = {};
      const worst = { nodes: 0, listeners: 0 };
      for (const [tag, page] of opened) {
        const grown = await growth(page, tag);
        bytes[`${tag}.bytes`] = grown.bytes;
        for (const what of ['nodes', 'listeners'] as const) worst[what] = Math.max(worst[what], grown[what]);
      }
      return { ...bytes, ...worst };
    };
  },
};

async function open(stage: Stage, tag: Tag): Promise<Page> {
  const page = await stage.visit(await pastOf(stage, 'ada@example.com', 'Acme'));
  await page.goto(stage.site.put('provider', pages.provider));
  await verified(page);
  if (tag === 'mfa-prompt') await act(page, 'pend', 'organization-test-globex');
  await act(page, 'mount', `stytch-${tag}`, BEFORE);
  return page;
}

/** What a cycle has left, in hundredths. */
async function growth(page: Page, tag: Tag): Promise<Kept> {
  const tools = await DevTools.of(page);
  const before = await tools.kept();
  await act(page, 'mount', `stytch-${tag}`, CYCLES);
  const after = await tools.kept();
  const each = (what: keyof Kept) => Math.round(((after[what] - before[what]) / CYCLES) * 100) / 100;
  return { bytes: each('bytes'), nodes: each('nodes'), listeners: each('listeners') };
}
