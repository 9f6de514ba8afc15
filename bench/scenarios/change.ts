import type { Page } from '@playwright/test';
import { pages } from '../pages.js';
import { inTurn, type Scenario } from '../scenario.js';
import { act, pastOf, verified } from '../stage.js';
import { undisturbed } from '../verdict.js';

const names = ['thousand', 'plain', 'gates', 'plainGates'] as const;
const acts = {
  thousand: (page: Page, times: number) => act(page, 'change', 'stytch-session-status', times),
  plain: (page: Page, times: number) => act(page, 'change', 'plain-status', times),
  gates: (page: Page, times: number) => act(page, 'lock', 'stytch-gate', times),
  plainGates: (page: Page, times: number) => act(page, 'lock', 'plain-gate', times),
};

/** A thousand elements that all have to show another name, and a thousand gates that all have to open or close. */
export const change: Scenario = {
  name: 'change',
  rows: [
    {
      title: '1,000 elements, one change ÷ bare Lit',
      unit: 'ms',
      ours: 'thousand.ms',
      reference: 'plain.ms',
      limit: 1.5,
    },
    {
      title: '1,000 gates, all open or close ÷ bare Lit',
      unit: 'ms',
      ours: 'gates.ms',
      reference: 'plainGates.ms',
      limit: 1.5,
    },
  ],
  prepare: async (stage) => {
    const past = await pastOf(stage, 'ada@example.com', 'Acme');
    const opened: Record<string, Page> = {};
    for (const name of names) {
      const page = (opened[name] = await stage.visit(past));
      await page.goto(stage.site.put(`${name}-change`, { ...pages[name], fineClock: true }));
      if (!name.startsWith('plain')) await verified(page);
      await acts[name](page, 10);
    }
    return (round) => inTurn(names, round, async (name) => ({ ms: undisturbed(await acts[name](opened[name]!, 40)) }));
  },
};
