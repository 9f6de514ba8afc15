import { DevTools } from '../devtools.js';
import { pages } from '../pages.js';
import { inTurn, type Scenario } from '../scenario.js';
import { act, pastOf, type Stage } from '../stage.js';

const names = ['ours', 'floor', 'card'] as const;

/** How long it takes until a person sees something: who is signed in, or with Stytch's card where to sign in. */
export const ready: Scenario = {
  name: 'ready',
  rows: [
    {
      title: 'Ready from cached state ÷ Lit floor',
      unit: 'ms',
      ours: 'ours.fast',
      reference: 'floor.fast',
      limit: 1.2,
    },
    {
      title: 'Ready from cached state ÷ Stytch’s card',
      unit: 'ms',
      ours: 'ours.fast',
      reference: 'card.fast',
      limit: 0.6,
    },
    { title: '… CPU 4×, fast 4G ÷ Lit floor', unit: 'ms', ours: 'ours.slow', reference: 'floor.slow', limit: 1.2 },
    { title: '… CPU 4×, fast 4G ÷ Stytch’s card', unit: 'ms', ours: 'ours.slow', reference: 'card.slow', limit: 0.6 },
  ],
  prepare: async (stage) => {
    const past = await pastOf(stage, 'ada@example.com', 'Acme');
    const open = async (name: (typeof names)[number], slowly: boolean) => {
      const page = await stage.visit(name === 'card' ? undefined : past);
      if (slowly) await (await DevTools.of(page)).slowDown();
      await page.goto(stage.site.put(name, pages[name]));
      const painted = await paintedAt(page);
      await page.context().close();
      return painted;
    };
    return (round) =>
      inTurn(names, round, async (name) => ({ fast: await open(name, false), slow: await open(name, true) }));
  },
};

async function paintedAt(page: Awaited<ReturnType<Stage['visit']>>): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('painted').length > 0);
  return (await act(page, 'probe')).painted!;
}
