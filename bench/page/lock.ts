import type { AuthStore } from '../../src/client/store.js';
import type { store as plainStore } from '../references/plain-store.js';
import { laidOut, timed, until } from './settle.js';

/** Milliseconds until all gates of the page have opened, or closed, after the member's roles have changed. */
export async function lock(tag: string, times: number): Promise<number[]> {
  const gates = [...document.querySelectorAll<HTMLElement>(tag)];
  const give = tag === 'plain-gate' ? givePlain : giveOurs();
  const measured: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const [role, state] = index % 2 ? ['stytch_member', 'denied'] : ['editor', 'open'];
    const isRight = (gate?: HTMLElement) => gate?.dataset['state'] === state;
    await laidOut();
    measured.push(await timed(() => (give(role), until(() => isRight(gates[0]) && isRight(gates.at(-1))))));
    if (!gates.every(isRight)) throw new Error('Not all have changed.');
  }
  return measured;
}

function givePlain(role: string): void {
  (globalThis as unknown as { plainStore: typeof plainStore }).plainStore.set({ role });
}

/** The same session with another role, handed over as a host page would. */
function giveOurs(): (role: string) => void {
  const { store } = document.querySelector('stytch-provider') as unknown as { store: AuthStore };
  const { session, member, organization } = store.getSnapshot();
  return (role) => void store.actions.accept({ member_session: { ...session!, roles: [role] }, member, organization });
}
