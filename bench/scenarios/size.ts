import type { Scenario } from '../scenario.js';

/** What the first visitor has to fetch before anything of ours runs. */
export const size: Scenario = {
  name: 'size',
  rows: [
    { title: 'First script, the whole family', unit: 'kB', ours: 'ours', limit: 30 },
    { title: 'First script ÷ Stytch’s card', unit: 'kB', ours: 'ours', reference: 'card' },
  ],
  prepare: ({ built }) => {
    const { ours, card } = built.size;
    return Promise.resolve(() => Promise.resolve({ ours: ours / 1000, card: card / 1000 }));
  },
};
