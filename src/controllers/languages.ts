import type { ReactiveControllerHost } from 'lit';
import { shipped } from '../messages/languages.js';
import { addOwn, baseOf } from '../messages/messages.js';

/** Milliseconds for which an element waits for its words before it shows English ones. */
const PATIENCE = 1000;

type Host = ReactiveControllerHost & Node;

const hosts = new Set<Host>();
/** What is on its way, by language; undefined when nobody needs to wait any more. */
const coming = new Map<string, Promise<void> | undefined>();
let observer: MutationObserver | undefined;

/** Grows when a `lang` of the page changes, so that nobody has to look it up at each render. */
export let changes = 0;

/** Has an element render again when the language around it changes, in the document or in the shadow roots it is in. */
export function followLanguages(host: Host): void {
  hosts.add(host);
  observer ??= new MutationObserver(() => {
    changes += 1;
    refresh();
  });
  for (let root: Node | undefined = host.getRootNode(); root; root = above(root))
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
}

export function leaveLanguages(host: Host): void {
  hosts.delete(host);
  if (!hosts.size) observer?.disconnect();
}

/** The nearest `lang` at or above an element, through the hosts of shadow roots. */
export function languageAt(element: Element): string {
  const found = element.closest<HTMLElement>('[lang]');
  if (found) return found.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAt(root.host) : '';
}

/**
 * Brings the words of a language that the family speaks; undefined when there is nothing to wait for. Never rejects:
 * as long as they do not come, it is English.
 */
export function bring(language: string): Promise<void> | undefined {
  if (!coming.has(language)) coming.set(language, wait(language));
  return coming.get(language);
}

function wait(language: string): Promise<void> | undefined {
  const load = shipped[baseOf(language)];
  return load && arrive(language, load);
}

async function arrive(language: string, load: (typeof shipped)[string]): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE)));
  const arrival = load().then(({ words }) => addOwn(language, words));
  const settled = arrival.catch(() => undefined).then(refresh);
  await Promise.race([settled, enough]);
  clearTimeout(timer);
  coming.set(language, undefined);
}

function refresh(): void {
  for (const host of hosts) host.requestUpdate();
}

function above(root: Node): Node | undefined {
  return root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
}
