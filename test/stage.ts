import { chai, fixture } from '@open-wc/testing';
import { stage as raise, type Role, type Stage } from '../stories/stage.js';
import type { Fault, PageOptions } from '../emulator/index.js';

export { totpCode, type Role, type Stage } from '../stories/stage.js';

const open: Stage[] = [];
const engine = /Firefox|Chrome/.exec(navigator.userAgent)?.[0] ?? 'WebKit';

declare const THIRDS: boolean;

/** Chromium runs every test; each of the others may run a third of each element's, by the length of their names. */
if (THIRDS && engine !== 'Chrome') {
  const { it } = globalThis;
  const isMine = (title: string) => title.length % 3 === (engine === 'Firefox' ? 0 : 1);
  const shared = (title: string, test?: Mocha.AsyncFunc) => it(title, isMine(title) ? test : undefined);
  globalThis.it = Object.assign(shared as typeof it, it);
}

/** What axe finds is the same in every engine, and looking for it takes long: one of them does. */
if (engine !== 'Chrome')
  chai.use(({ Assertion }) => Assertion.overwriteMethod('accessible', () => () => Promise.resolve()));

/** As `stage` for stories, struck after the test. */
export async function stage(role?: Role | null, options?: PageOptions, faults?: readonly Fault[]): Promise<Stage> {
  const made = await raise(role, options, faults);
  open.push(made);
  return made;
}

/** Shows a template inside a provider of the stage's world; resolves with the first element in it. */
export async function shown<E extends HTMLElement>(on: Stage, content: unknown): Promise<E> {
  const provider = await fixture<HTMLElement>(on.within(content));
  const element = provider.firstElementChild as E & { updateComplete?: Promise<unknown> };
  await element.updateComplete;
  return element;
}

/** The states that an element has left, meanwhile. */
export async function statesLeft(tag: string, meanwhile: () => Promise<unknown>): Promise<(string | null)[]> {
  const states: (string | null)[] = [];
  const note = ({ target, oldValue }: MutationRecord) => (target as Element).localName === tag && states.push(oldValue);
  const observer = new MutationObserver((records) => records.forEach(note));
  observer.observe(document, { subtree: true, attributeOldValue: true, attributeFilter: ['data-state'] });
  await meanwhile();
  observer.disconnect();
  return states;
}

afterEach(() => {
  for (const each of open.splice(0)) each.strike();
  localStorage.clear();
  sessionStorage.clear();
});

/** Has everything below `root` that fades or moves arrive: what is half-way has no contrast yet. */
export function still(root: Element | ShadowRoot): void {
  if (root instanceof Element && root.shadowRoot) still(root.shadowRoot);
  const isShort = ({ effect }: Animation) => effect?.getComputedTiming().iterations !== Infinity;
  if (root instanceof ShadowRoot) for (const each of root.getAnimations().filter(isShort)) each.finish();
  for (const child of root.children) still(child);
}
