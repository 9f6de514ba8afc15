import { ContextEvent, ContextProvider, createContext } from '@lit/context';
import type { AuthStore } from '../client/store.js';
import type { Overrides } from '../messages/messages.js';

export type Theme = 'light' | 'dark' | 'auto';

/** What a `<stytch-provider>` gives to the elements that follow it. */
export interface Scope {
  readonly store: AuthStore;
  readonly strings: Overrides;
  readonly theme: Theme;
  /** Whether its elements do without our look. */
  readonly unstyled: boolean;
  readonly allowedOrigins: readonly string[];
}

const KEY = Symbol.for('stytch-elements.scope'); // global, so that two copies of this package still meet
export const scopeContext = createContext<Scope | undefined>(KEY);

/** A provider as the document knows it. */
interface Entry {
  readonly element: HTMLElement;
  scope: Scope | undefined;
}

interface Page {
  readonly provider: ContextProvider<typeof scopeContext>;
  readonly entries: Entry[];
}

/** The scope that answers whoever has no provider above: that of the first provider of the document. */
function page(): Page {
  const holder = document as Document & { [KEY]?: Page };
  return (holder[KEY] ??= {
    provider: new ContextProvider(document.documentElement, { context: scopeContext }),
    entries: [],
  });
}

/** Makes sure that requests without a provider above are answered, now and when one comes. */
export function followPage(): void {
  page();
}

/**
 * Calls `found` with the scope of a provider, or of the document's first one for its root element: now, and when there
 * is another. Returns what ends that.
 */
export function followScope(provider: Element, found: (scope: Scope | undefined) => void): () => void {
  followPage();
  let leave: (() => void) | undefined;
  const asker = document.createElement('i'); // a provider does not answer itself
  const answered = (scope: Scope | undefined, unsubscribe?: () => void) => {
    leave = unsubscribe;
    found(scope);
  };
  provider.dispatchEvent(new ContextEvent(scopeContext, asker, answered, true));
  return () => leave?.();
}

/** The store of the document's first provider. */
export function pageStore(): AuthStore | undefined {
  return page().entries[0]?.scope?.store;
}

/** Enters a provider, or its new scope, among those of the document. */
export function enterPage(element: HTMLElement, scope: Scope | undefined): void {
  const { entries } = page();
  const entry = entries.find((each) => each.element === element);
  if (entry) entry.scope = scope;
  else entries.push({ element, scope });
  publish();
}

/** Takes a provider off the document's list. */
export function leavePage(element: HTMLElement): void {
  const { entries } = page();
  entries.splice(0, entries.length, ...entries.filter((each) => each.element !== element));
  publish();
}

function publish(): void {
  const { provider, entries } = page();
  entries.sort(({ element: one }, { element: other }) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  provider.setValue(entries[0]?.scope);
}
