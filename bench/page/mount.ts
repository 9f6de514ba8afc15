import { task, until } from './settle.js';

type Mounted = HTMLElement & { readonly updateComplete: Promise<unknown>; show?(): void };

/** What is put into a page, and taken out again. */
export interface Mounting {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The state that is waited for; otherwise it goes after its first update. */
  readonly shows?: string;
  /** Has it show its list before it goes. */
  readonly opened?: boolean;
}

/** Puts an element into the page's provider, or a provider beside it, and takes it out again, `cycles` times. */
export async function mount({ tag, attributes = {}, shows, opened }: Mounting, cycles: number): Promise<void> {
  const provider = document.querySelector('stytch-provider')!;
  await customElements.whenDefined(tag); // which of a script of its own may be later
  const isProvider = tag === provider.localName;
  const all = isProvider
    ? [...provider.attributes].map(({ name, value }) => [name, value] as const)
    : Object.entries(attributes);
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const element = document.createElement(tag) as Mounted;
    for (const [name, value] of all) element.setAttribute(name, value);
    (isProvider ? document.body : provider).append(element);
    await element.updateComplete;
    if (shows) await until(() => element.dataset.state === shows);
    if (opened) await open(element);
    element.remove();
    if (cycle % 50 === 0) await task();
  }
  await task();
}

async function open(element: Mounted): Promise<void> {
  element.show!();
  await until(() => element.shadowRoot!.querySelector('[part~=option-name]') !== null);
}
