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

/** In the page: the union of what there is to see, with some room for shadows, across the whole width. */
export function content({ width, height }: { width: number; height: number }): Area {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
  const story = document.querySelector('#storybook-root')!;
  const open = all(story).filter((each) => each.matches(':popover-open, dialog[open]'));
  const modal = open.filter((each) => each.matches(':modal'));
  const boxes = (modal.length ? modal : [story, ...open]).map((each) => each.getBoundingClientRect());
  const top = Math.max(0, Math.min(...boxes.map((box) => box.top)) - 16);
  const bottom = Math.min(height, Math.max(...boxes.map((box) => box.bottom)) + 24);
  return { x: 0, y: Math.floor(top), width, height: Math.ceil(bottom) - Math.floor(top) };
}
