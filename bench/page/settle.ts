/** Turns of the microtask queue after which something must be waiting for more than promises. */
const TURNS = 200;

/** Waits until `isRight`; as long as promises are all it takes, without giving the thread away. */
export async function until(isRight: () => boolean): Promise<void> {
  for (let turn = 0; !isRight(); turn += 1) {
    if (turn < TURNS) await Promise.resolve();
    else await task();
    if (turn > 10 * TURNS) throw new Error('It never became right.');
  }
}

/** Lets everything else that is due have its turn. */
export function task(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The same, with nothing left to lay out: a change costs more in a page that has been painted since the last one. */
export async function laidOut(): Promise<void> {
  await task();
  document.body.getBoundingClientRect();
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
