import { peerSizes } from '../peers.js';
import type { Scenario } from '../scenario.js';

const title = 'First script of a page to log in';
const whole = 'All that has to be there to log in';

/** Beside other products, from npm: only when it is asked for, since it needs the network. */
export const peers: Scenario = {
  name: 'peers',
  rows: [
    { title: `${title} ÷ Stytch’s card`, unit: 'kB', ours: 'ours', reference: 'card' },
    { title: `${whole} ÷ Stytch’s card`, unit: 'kB', ours: 'whole', reference: 'card' },
    { title: `${title} ÷ Hanko`, unit: 'kB', ours: 'ours', reference: 'hanko' },
    { title: `${whole} ÷ Hanko`, unit: 'kB', ours: 'whole', reference: 'hanko' },
    { title: `${title} ÷ Descope`, unit: 'kB', ours: 'ours', reference: 'descope' },
    { title: `${title} ÷ Clerk`, unit: 'kB', ours: 'ours', reference: 'clerk' },
  ],
  prepare: async () => {
    const sizes = await peerSizes();
    const kilobytes = Object.fromEntries(Object.entries(sizes).map(([name, bytes]) => [name, bytes / 1000]));
    return () => Promise.resolve(kilobytes);
  },
};
