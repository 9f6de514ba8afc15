import type { Page } from '@playwright/test';
import { DevTools, type Kept } from '../devtools.js';
import type { Mounting } from '../page/mount.js';
import { pages } from '../pages.js';
import type { Scenario } from '../scenario.js';
import { act, pastOf, type Stage, verified } from '../stage.js';
import type { Row } from '../verdict.js';

const subjects = {
  provider: { tag: 'stytch-provider' },
  'session-status': { tag: 'stytch-session-status' },
  gate: { tag: 'stytch-gate', attributes: { 'max-age': '600' }, shows: 'open' },
  'org-switcher': { tag: 'stytch-org-switcher' },
  'org-switcher, opened': { tag: 'stytch-org-switcher', opened: true },
  'mfa-prompt': { tag: 'stytch-mfa-prompt', owes: 'organization-test-globex', shows: 'code' },
  'step-up': { tag: 'stytch-step-up', owes: 'organization-test-umbrella', shows: 'methods' },
  discovery: { tag: 'stytch-discovery' },
  login: { tag: 'stytch-login', nobody: true, shows: 'methods' },
  callback: { tag: 'stytch-callback' },
  hydrate: { tag: 'stytch-hydrate' },
  'user-button': { tag: 'stytch-user-button' },
  'mfa-settings': { tag: 'stytch-mfa-settings', shows: 'ready' },
  'keep-alive': { tag: 'stytch-keep-alive', attributes: { 'idle-minutes': '30' } },
  logout: { tag: 'stytch-logout' },
} as const;

interface Subject extends Mounting {
  /** The organization whose verification is owed while it is mounted. */
  readonly owes?: string;
  /** Whether nobody is signed in. */
  readonly nobody?: boolean;
}

/** In seven rounds, ten thousand; of a list that has to be laid out each time, a tenth. */
const cyclesOf = ({ opened }: Subject) => (opened ? 143 : 1430);
const names = Object.keys(subjects) as (keyof typeof subjects)[];

/** What stays behind of elements that come and go; prompts do so while they have something to ask for. */
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
  const page = await stage.visit(subject.nobody ? undefined : await pastOf(stage, 'ada@example.com', 'Acme'));
  await page.goto(stage.site.put('provider', pages.provider));
  if (!subject.nobody) await verified(page);
  if (subject.owes) await act(page, 'pend', subject.owes);
  await act(page, 'mount', subject, cyclesOf(subject)); // in which the engine learns what it will keep
  return page;
}

/** What a cycle has left, in hundredths. */
async function growth(page: Page, subject: Subject): Promise<Kept> {
  const tools = await DevTools.of(page);
  const cycles = cyclesOf(subject);
  const before = await tools.kept();
  await act(page, 'mount', subject, cycles);
  const after = await tools.kept();
  const each = (what: keyof Kept) => Math.round(((after[what] - before[what]) / cycles) * 100) / 100;
  return { bytes: each('bytes'), nodes: each('nodes'), listeners: each('listeners') };
}
