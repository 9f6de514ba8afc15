import { task, until } from './settle.js';

type Mounted = HTMLElement & { readonly updateComplete: Promise<unknown>; show?(): void };

/**
 * Puts an element into the page's provider, or a provider beside it, and takes it out again, `cycles` times; `opened`
 * has it show its list before it goes.
 */
export async function mount(tag: string, cycles: number, opened = false): Promise<void> {
  const provider = document.querySelector('stytch-provider')!;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const element = document.createElement(tag) as Mounted;
    if (tag === provider.localName)
      for (const { name, value } of provider.attributes) element.setAttribute(name, value);
    (tag === provider.localName ? document.body : provider).append(element);
    await element.updateComplete;
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
