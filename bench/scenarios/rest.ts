import { DevTools } from '../devtools.js';
import { pages } from '../pages.js';
import { inTurn, type Scenario } from '../scenario.js';
import { act, pastOf } from '../stage.js';

const names = ['empty', 'five', 'floor', 'card', 'ours', 'thousand'] as const;

/** Milliseconds in which the SDK sends its telemetry, and more. */
const QUIET = 1500;

/** What a page has cost when it has come to rest: memory, requests to the API, and movement under the reader's eyes. */
export const rest: Scenario = {
  name: 'rest',
  rows: [
    {
      title: 'Heap, five elements ÷ Lit floor',
      unit: 'kB',
      ours: 'five.heap',
      reference: 'floor.heap',
      base: 'empty.heap',
      limit: 1.5,
    },
    {
      title: 'Heap, five elements ÷ Stytch’s card',
      unit: 'kB',
      ours: 'five.heap',
      reference: 'card.heap',
      base: 'empty.heap',
    },
    {
      title: 'API requests, five elements ÷ Lit floor',
      unit: '',
      ours: 'five.requests',
      reference: 'floor.requests',
      limit: 1,
    },
    {
      title: 'API requests, 1,000 elements ÷ one',
      unit: '',
      ours: 'thousand.requests',
      reference: 'ours.requests',
      limit: 1,
    },
    { title: 'Layout shift after the first paint, five elements', unit: '', ours: 'five.shift', limit: 0 },
  ],
  prepare: async (stage) => {
    const past = await pastOf(stage, 'ada@example.com', 'Acme');
    return (round) =>
      inTurn(names, round, async (name) => {
        const page = await stage.visit(name === 'card' ? undefined : past);
        const asked: string[] = [];
        page.on('request', (request) => request.url().startsWith(stage.emulator.url) && asked.push(request.url()));
        await page.goto(stage.site.put(name, pages[name]));
        await page.waitForTimeout(QUIET);
        const { painted = Infinity, shifts } = await act(page, 'probe');
        const { bytes } = await (await DevTools.of(page)).kept();
        await page.context().close();
        const shift = shifts.filter(({ at }) => at > painted).reduce((sum, { value }) => sum + value, 0);
        return { heap: bytes / 1000, requests: asked.length, shift };
      });
  },
};
