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
  'session-status, counting': { tag: 'stytch-session-status', attributes: { 'show-expiry': '' } },
  gate: { tag: 'stytch-gate', attributes: { 'max-age': '600' }, shows: 'open' },
  'gate, stale': { tag: 'stytch-gate', attributes: { 'max-age': '1' }, shows: 'stale' },
  'org-switcher': { tag: 'stytch-org-switcher' },
  'org-switcher, opened': { tag: 'stytch-org-switcher', opened: true },
  'mfa-prompt': { tag: 'stytch-mfa-prompt', owes: 'organization-test-globex', shows: 'code' },
  'mfa-prompt, again': { tag: 'stytch-mfa-prompt', attributes: { mode: 'step-up' }, again: true },
  'step-up': { tag: 'stytch-step-up', owes: 'organization-test-umbrella', shows: 'methods' },
  discovery: { tag: 'stytch-discovery' },
  login: { tag: 'stytch-login', nobody: true, shows: 'methods' },
  callback: { tag: 'stytch-callback' },
  hydrate: { tag: 'stytch-hydrate' },
  'hydrate, handing over': {
    tag: 'stytch-hydrate',
    attributes: { src: '/session', 'push-to': '/tokens' },
    shows: 'done',
  },
  'user-button': { tag: 'stytch-user-button' },
  'mfa-settings': { tag: 'stytch-mfa-settings', shows: 'ready' },
  'keep-alive': { tag: 'stytch-keep-alive', attributes: { 'idle-minutes': '30' } },
  'keep-alive, warning': {
    tag: 'stytch-keep-alive',
    attributes: { 'extend-minutes': '3000', 'warn-seconds': '90000' },
    shows: 'warning',
  },
  logout: { tag: 'stytch-logout' },
  devtools: { tag: 'stytch-devtools', page: 'devtools' },
} as const;

interface Subject extends Mounting {
  /** The organization whose verification is owed while it is mounted. */
  readonly owes?: string;
  /** Whether nobody is signed in. */
  readonly nobody?: boolean;
  /** Whether a factor is asked for again while it is mounted. */
  readonly again?: boolean;
  /** The page that it is mounted in, if it is not the one with a provider alone. */
  readonly page?: keyof typeof pages;
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
  const name = subject.page ?? 'provider';
  await page.goto(stage.site.put(name, pages[name]));
  if (!subject.nobody) await verified(page);
  if (subject.again) await act(page, 'again');
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
