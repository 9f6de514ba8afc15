/** How a story ended, by Storybook's own account: axe's reports are in it, and what a play function threw. */
export interface Outcome {
  status: string;
  reports: unknown[];
  thrown: unknown[];
}

/** A picture's part of the page, in pixels. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** Storybook's own account of a story, axe's included. */
interface Finished {
  storyId: string;
  status: string;
  reporters?: { status: string; result?: { violations?: Violation[] } }[];
}

interface Channel {
  on(name: string, listener: (...given: never[]) => void): void;
  off(name: string, listener: (...given: never[]) => void): void;
  emit(name: string, ...given: unknown[]): void;
}

/** In the page: whether Storybook can be asked for a story. */
export function ready(): boolean {
  const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
    __STORYBOOK_PREVIEW__?: { storyStoreValue?: unknown };
  };
  return !!preview?.storyStoreValue;
}

/** In the page: asks for a page of documentation, and waits until it is there. */
export function documented(page: string): Promise<void> {
  const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as { __STORYBOOK_ADDONS_CHANNEL__: Channel };
  return new Promise((resolve) => {
    const rendered = (id: never) => {
      if (id !== page) return;
      channel.off('docsRendered', rendered);
      resolve();
    };
    channel.on('docsRendered', rendered);
    channel.emit('setCurrentStory', { storyId: page, viewMode: 'docs' });
  });
}

/** In the page: asks for a story, and waits for its end. */
export function shown(story: string): Promise<Outcome> {
  const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as { __STORYBOOK_ADDONS_CHANNEL__: Channel };
  const thrown: unknown[] = [];
  const signs = ['playFunctionThrewException', 'unhandledErrorsWhilePlaying', 'storyThrewException', 'storyErrored'];
  const listeners = signs.map((sign) => [sign, (what: never) => void thrown.push([sign, what])] as const);
  for (const [sign, listener] of listeners) channel.on(sign, listener);
  return new Promise((resolve) => {
    const finished = ({ storyId, status, reporters = [] }: Finished) => {
      if (storyId !== story) return;
      for (const [sign, listener] of listeners) channel.off(sign, listener);
      channel.off('storyFinished', finished);
      const failed = reporters
        .filter((each) => each.status === 'failed')
        .flatMap(({ result }) => result?.violations ?? []);
      const reports = failed.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      void document.fonts.ready.then(() => resolve({ status, reports, thrown }));
    };
    channel.on('storyFinished', finished);
    channel.emit('setCurrentStory', { storyId: story, viewMode: 'story' });
  });
}

/** In the page: waits until what there is to see, and where the focus is, has stayed the same for a while. */
export async function settled(): Promise<void> {
  const seen = (root: Document | ShadowRoot): string =>
    [...root.querySelectorAll<HTMLElement>('*')]
      .map((each) => `${each.offsetWidth} ${each.offsetHeight} ${each.shadowRoot ? seen(each.shadowRoot) : ''}`)
      .concat(root.activeElement?.outerHTML ?? '', root.textContent ?? '')
      .join();
  for (let [before, same] = ['', 0]; same < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    const now = seen(document);
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** In the page: the union of what there is to see, at any depth, with some room for shadows, across the whole width. */
export function content({ width, height }: { width: number; height: number }): Area {
  type Span = readonly [top: number, bottom: number];
  const inside = (each: Element): Element[] => {
    const slotted = each instanceof HTMLSlotElement ? each.assignedElements() : [];
    return slotted.length ? slotted : [...(each.shadowRoot ?? each).children];
  };
  const spans = (each: Element, clip: Span): Span[] => {
    const { top, bottom, width: wide, height: high } = each.getBoundingClientRect();
    const { overflowY, position } = getComputedStyle(each);
    const [from, to] = position === 'fixed' ? [-Infinity, Infinity] : clip; // popovers and dialogs are, too
    const seen = [Math.max(top, from), Math.min(bottom, to)] as const;
    const others = inside(each).flatMap((child) => spans(child, overflowY === 'visible' ? [from, to] : seen));
    const isSeen = each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && seen[0] < seen[1];
    return isSeen && wide > 1 && high > 1 ? [seen, ...others] : others;
  };
  const all = (each: Element): Element[] => [each, ...inside(each).flatMap(all)];
  const story = document.querySelector('#storybook-root')!;
  const modal = all(story).filter((each) => each.matches(':modal'));
  const found = (modal.length ? modal : [story]).flatMap((each) => spans(each, [-Infinity, Infinity]));
  if (found.length === 0) found.push([0, 16]); // there is nothing to see, which may be the point
  const top = Math.floor(Math.max(0, Math.min(...found.map(([from]) => from)) - 16));
  const bottom = Math.ceil(Math.max(...found.map(([, to]) => to)) + 24);
  if (bottom > height)
    throw new Error(`The story is ${bottom} pixels high, and its picture would be cut off at ${height}`);
  return { x: 0, y: top, width, height: bottom - top };
}

/** An element of ours on the page. */
export interface Relative {
  tag: string;
  /** What it shows, in its own word. */
  state: string | undefined;
  isDefined: boolean;
}

/** In the page: our elements, at any depth. */
export function family(): Relative[] {
  const deep = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
      each,
      ...(each.shadowRoot ? deep(each.shadowRoot) : []),
    ]);
  return deep(document)
    .filter(({ localName }) => localName.startsWith('stytch-'))
    .map(({ localName: tag, dataset }) => ({ tag, state: dataset['state'], isDefined: !!customElements.get(tag) }));
}

/**
 * In the page: what can have the focus, and has no outline then. Where colours are forced there are no shadows to show it.
 * A list shows it by what is active in it.
 */
export function unseenFocus(): string[] {
  const deep = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
      each,
      ...(each.shadowRoot ? deep(each.shadowRoot) : []),
    ]);
  const places = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  return deep(document.querySelector('#storybook-root')!).flatMap((each) => {
    if (!each.matches(places) || each.matches(':disabled, [inert] *, [aria-activedescendant]')) return [];
    each.focus({ preventScroll: true });
    if (!each.matches(':focus-visible')) return [];
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle === 'none' || outlineWidth === '0px' ? [each.outerHTML.slice(0, 200)] : [];
  });
}
