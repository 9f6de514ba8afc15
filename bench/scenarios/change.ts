import type { Page } from '@playwright/test';
import { pages } from '../pages.js';
import { inTurn, type Scenario } from '../scenario.js';
import { act, pastOf, verified } from '../stage.js';
import { undisturbed } from '../verdict.js';

const names = ['thousand', 'plain'] as const;
const tags = { thousand: 'stytch-session-status', plain: 'plain-status' };

/** A thousand elements that all have to show another name. */
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
  ],
  prepare: async (stage) => {
    const past = await pastOf(stage, 'ada@example.com', 'Acme');
    const opened: Record<string, Page> = {};
    for (const name of names) {
      const page = (opened[name] = await stage.visit(past));
      await page.goto(stage.site.put(`${name}-change`, { ...pages[name], fineClock: true }));
      if (name === 'thousand') await verified(page);
      await act(page, 'change', tags[name], 10);
    }
    return (round) =>
      inTurn(names, round, async (name) => ({ ms: undisturbed(await act(opened[name]!, 'change', tags[name], 40)) }));
  },
};
