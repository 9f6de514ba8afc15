import { task } from './settle.js';

/** Puts an element into the page's provider, or a provider beside it, and takes it out again, `cycles` times. */
export async function mount(tag: string, cycles: number): Promise<void> {
  const provider = document.querySelector('stytch-provider')!;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const element = document.createElement(tag) as HTMLElement & { readonly updateComplete: Promise<unknown> };
    if (tag === provider.localName)
      for (const { name, value } of provider.attributes) element.setAttribute(name, value);
    (tag === provider.localName ? document.body : provider).append(element);
    await element.updateComplete;
    element.remove();
    if (cycle % 50 === 0) await task();
  }
  await task();
}
