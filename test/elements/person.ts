import { waitUntil as wait } from '@open-wc/testing';
import type { Ticket } from '../../src/flows/call.js';
import type { Intent } from '../../src/flows/flow.js';
import type { Stage } from '../stage.js';

/** Some engines are slow to load what a screen needs. */
export const waitUntil = (holds: () => unknown, what?: string) => wait(holds, what, { interval: 10, timeout: 15_000 });

/** What a person can see in an element that prompts, and do with it. */
export function hands(on: Stage, element: HTMLElement) {
  const root = element.shadowRoot!;
  const buttons = () => [
    ...root.querySelectorAll<HTMLElement>('button, a[href]'),
    ...element.querySelectorAll<HTMLElement>(':scope > [slot=form] button'),
  ];
  const words = (each: Element) => {
    const heard = each.cloneNode(true) as Element;
    for (const seen of heard.querySelectorAll('[aria-hidden=true]')) seen.remove();
    return heard.textContent.replace(/\s+/g, ' ').trim();
  };
  const names = () =>
    buttons()
      .filter((each) => each.checkVisibility())
      .map(words);
  const field = (label: string) =>
    [...element.querySelectorAll('label')].find((each) => each.textContent === label)?.control as HTMLInputElement;
  const types = (label: string, text: string) => {
    field(label).value = text;
    field(label).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const press = (name: string) => {
    const button = buttons().find((each) => words(each) === name && each.checkVisibility());
    if (!button) throw new Error(`no button “${name}” among ${names().join(', ')}`);
    button.click();
  };
  const state = () => element.dataset['state'];
  return {
    ...{ root, names, field, types, press, state },
    at: async (wanted: string) => waitUntil(() => state() === wanted, `${state()} is not ${wanted}`),
    heading: () => root.querySelector('h2')?.textContent,
    text: () => root.querySelector('[part~=text]')?.textContent,
    said: () => root.querySelector('section > .visually-hidden')?.textContent,
    error: () =>
      (
        element.querySelector('[slot=form] [role=alert]') ?? root.querySelector('[part~=error]:not([hidden])')
      )?.textContent.trim(),
    asked: (path: string) => on.world.requests().filter((each) => each.path.endsWith(path)).length,
    where: () => on.store.getSnapshot().organization?.organization_name,
    mail: () => on.world.outbox().at(-1),
  };
}

/** What has the focus, in a word: a failed comparison of elements cannot be reported. */
export function focused(): string {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const field = active as Partial<HTMLInputElement> | null;
  return (field?.name || active?.textContent.replace(/\s+/g, ' ').trim()) ?? 'nothing';
}

/** What opening the link of the last e-mail asks for. */
export function linkIn(on: Stage): Intent {
  const { searchParams } = new URL(on.world.outbox().at(-1)!.url!);
  const type = searchParams.get('stytch_token_type') as Ticket['type'];
  const resets = searchParams.get('stytch_redirect_type') === 'reset_password';
  return { type: 'redeem', ticket: { type, token: searchParams.get('token')!, resets } };
}

/** Where the page is about to go next; it stays. */
export async function departure(): Promise<string> {
  return new Promise((resolve) => {
    const stay = (event: NavigateEvent) => {
      event.preventDefault();
      resolve(event.destination.url);
    };
    window.navigation.addEventListener('navigate', stay, { once: true });
  });
}
