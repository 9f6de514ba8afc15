import type { Page } from '@playwright/test';
import { DevTools, type Kept } from '../devtools.js';
import { pages } from '../pages.js';
import type { Scenario } from '../scenario.js';
import { act, pastOf, type Stage, verified } from '../stage.js';
import type { Row } from '../verdict.js';

const subjects = {
  provider: { tag: 'stytch-provider' },
  'session-status': { tag: 'stytch-session-status' },
  gate: { tag: 'stytch-gate' },
  'org-switcher': { tag: 'stytch-org-switcher' },
  'org-switcher, opened': { tag: 'stytch-org-switcher', opened: true },
  'mfa-prompt': { tag: 'stytch-mfa-prompt', pending: true },
  logout: { tag: 'stytch-logout' },
} as const;

interface Subject {
  readonly tag: string;
  readonly opened?: boolean;
  /** Whether it is mounted while something is owed. */
  readonly pending?: boolean;
}

/** In seven rounds, ten thousand; of a list that has to be laid out each time, a tenth. */
const cyclesOf = ({ opened }: Subject) => (opened ? 143 : 1430);
const names = Object.keys(subjects) as (keyof typeof subjects)[];

/** What stays behind of elements that come and go; the prompt does so while it has something to ask for. */
export const mount: Scenario = {
  name: 'mount',
  rows: [
    ...names.map(bytesRow),
    { title: 'Nodes kept a cycle, worst of all', unit: '', ours: 'nodes', limit: 0 },
    { title: 'Listeners kept a cycle, worst of all', unit: '', ours: 'listeners', limit: 0 },
  ],
  prepare: async (stage) => {
    const opened = new Map<string, Page>();
    for (const name of names) opened.set(name, await open(stage, subjects[name]));
    return async () => {
      const bytes: Record<string, number> = {};
      const worst = { nodes: 0, listeners: 0 };
      for (const name of names) {
        const grown = await growth(opened.get(name)!, subjects[name]);
        bytes[name] = grown.bytes;
        for (const what of ['nodes', 'listeners'] as const) worst[what] = Math.max(worst[what], grown[what]);
      }
      return { ...bytes, ...worst };
    };
  },
};

/** Bytes of what is seldom done go to the engine for a long time; its nodes and listeners count all the same. */
function bytesRow(name: keyof typeof subjects): Row {
  const limit = 'opened' in subjects[name] ? {} : { limit: 16 };
  return { title: `Bytes kept a cycle, ${name}`, unit: 'B', ours: name, ...limit };
}

async function open(stage: Stage, subject: Subject): Promise<Page> {
  const page = await stage.visit(await pastOf(stage, 'ada@example.com', 'Acme'));
  await page.goto(stage.site.put('provider', pages.provider));
  await verified(page);
  if (subject.pending) await act(page, 'pend', 'organization-test-globex');
  await act(page, 'mount', subject.tag, cyclesOf(subject), subject.opened); // in which the engine learns what it will keep
  return page;
}

/** What a cycle has left, in hundredths. */
async function growth(page: Page, subject: Subject): Promise<Kept> {
  const tools = await DevTools.of(page);
  const cycles = cyclesOf(subject);
  const before = await tools.kept();
  await act(page, 'mount', subject.tag, cycles, subject.opened);
  const after = await tools.kept();
  const each = (what: keyof Kept) => Math.round(((after[what] - before[what]) / cycles) * 100) / 100;
  return { bytes: each('bytes'), nodes: each('nodes'), listeners: each('listeners') };
}
