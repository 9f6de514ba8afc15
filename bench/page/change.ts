import type { AuthStore } from '../../src/client/store.js';
import type { store as plainStore } from '../references/plain-store.js';
import { laidOut, timed, until } from './settle.js';

const NAMES = ['Ada Lovelace', 'Grace Hopper'];

/** Milliseconds until all elements of the page show what their store has been told, once for each change. */
export async function change(tag: string, times: number): Promise<number[]> {
  const elements = [...document.querySelectorAll(tag)];
  const set = tag === 'plain-status' ? tellPlain : tellOurs();
  const measured: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const name = `${NAMES[index % 2]} ${index}`;
    const shows = (element: Element) => element.shadowRoot!.textContent.includes(name);
    await laidOut();
    measured.push(await timed(() => (set(name), until(() => shows(elements.at(-1)!) && shows(elements[0]!)))));
    if (!elements.every(shows)) throw new Error('Not all have changed.');
  }
  return measured;
}

function tellPlain(name: string): void {
  (globalThis as unknown as { plainStore: typeof plainStore }).plainStore.set({ name, organization: 'Acme' });
}

/** The same session with another name, handed over as a host page would. */
function tellOurs(): (name: string) => void {
  const { store } = document.querySelector('stytch-provider') as unknown as { store: AuthStore };
  return (name) => {
    const { session, member, organization } = store.getSnapshot();
    void store.actions.accept({ member_session: session, member: { ...member, name }, organization });
  };
}
