// What runs in every page before anything else: it notices what is shown, and does what a scenario asks for.
import { again } from './again.js';
import { change } from './change.js';
import { list } from './list.js';
import { lock } from './lock.js';
import { mount } from './mount.js';
import { pend } from './pend.js';
import { watchFor } from './probe.js';

const probe = watchFor(document.documentElement.dataset.expected);
const acts = { again, change, list, lock, mount, pend, probe: () => probe };

export type Acts = typeof acts;

Object.assign(globalThis, { acts });
