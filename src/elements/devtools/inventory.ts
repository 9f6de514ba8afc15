import { nameOf } from './journal.js';

/** An element of ours on the page, and what it shows. */
export interface Found {
  readonly name: string;
  /** Its `data-state`; `not defined` for a tag that nothing has registered. */
  readonly state: string;
  /** The element whose shadow tree it is in, if any. */
  readonly within: string | null;
}

const MOST = 200;

/** Every element of the family on the page, in shadow trees too: by its tag, or by what a prefix of one's own keeps. */
export function inventory(except: Element): Found[] {
  return elementsOf(document)
    .filter((element) => element !== except)
    .slice(0, MOST)
    .map((element) => ({ name: nameOf(element), state: stateOf(element), within: hostOf(element) }));
}

/** The first element that keeps sessions alive, if there is one. */
export function keeper(): Element | undefined {
  return elementsOf(document).find((element) => 'absoluteMinutes' in element);
}

function elementsOf(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(isOurs(element) ? [element] : []),
    ...(element.shadowRoot ? elementsOf(element.shadowRoot) : []),
  ]);
}

function isOurs(element: Element): boolean {
  if (element.localName.startsWith('stytch-')) return true;
  return element.localName.includes('-') && 'version' in element.constructor && 'client' in element;
}

function stateOf(element: Element): string {
  if (!customElements.get(element.localName)) return 'not defined';
  const { snapshot, dataset } = element as HTMLElement & { snapshot?: { status: string } };
  return snapshot?.status ?? dataset['state'] ?? '–'; // a provider shows nothing, and has no state of its own
}

function hostOf(element: Element): string | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nameOf(root.host) : null;
}
