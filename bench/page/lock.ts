import type { AuthStore } from '../../src/client/store.js';
import { task, timed, until } from './settle.js';

/** Milliseconds until all gates of the page have opened, or closed, after the member's roles have changed. */
export async function lock(times: number): Promise<number[]> {
  const gates = [...document.querySelectorAll<HTMLElement>('stytch-gate')];
  const { store } = document.querySelector('stytch-provider') as unknown as { store: AuthStore };
  const { session, member, organization } = store.getSnapshot();
  const measured: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const [roles, state] = index % 2 ? [['stytch_member'], 'denied'] : [['editor'], 'open'];
    const isRight = (gate?: HTMLElement) => gate?.dataset['state'] === state;
    await task();
    const change = () => void store.actions.accept({ member_session: { ...session!, roles }, member, organization });
    measured.push(await timed(() => (change(), until(() => isRight(gates[0]) && isRight(gates.at(-1))))));
    if (!gates.every(isRight)) throw new Error('Not all have changed.');
  }
  return measured;
}
