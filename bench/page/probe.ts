/** What a page has noticed, in milliseconds since the navigation began. */
export interface Probe {
  /** When the text that was waited for stood in the DOM. */
  ready?: number;
  /** When the frame with that text had left the main thread. */
  painted?: number;
  /** Every layout shift: when, and by how much. */
  readonly shifts: { readonly at: number; readonly value: number }[];
}

/** Notices when `text` is shown, in whatever shadow root; without a text, what has moved and nothing more. */
export function watchFor(text: string | undefined): Probe {
  const probe: Probe = { shifts: [] };
  watchShifts(probe);
  if (text) watchRoots(text, () => shown(probe));
  return probe;
}

/** Observers are told in a microtask, so that nothing is polled and no frame is made for us; in the end they are gone. */
function watchRoots(text: string, done: () => void): void {
  const observers: MutationObserver[] = [];
  const { attachShadow } = Element.prototype;
  const look = (root: Node | null) => {
    if (observers.length === 0 || !root?.textContent?.includes(text)) return;
    for (const observer of observers.splice(0)) observer.disconnect();
    Element.prototype.attachShadow = attachShadow;
    done();
  };
  const watch = (root: Document | ShadowRoot) => {
    const observer = new MutationObserver(() => look('body' in root ? root.body : root)); // scripts are text, too
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    observers.push(observer);
  };
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    watch(root);
    return root;
  };
  watch(document);
}

function shown(probe: Probe): void {
  probe.ready = performance.now();
  requestAnimationFrame(() => afterFrame(() => painted(probe)));
}

function painted(probe: Probe): void {
  probe.painted = performance.now();
  performance.mark('painted');
}

function afterFrame(done: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    done();
  };
  port2.postMessage(null);
}

function watchShifts({ shifts }: Probe): void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shifts.push({ at: entry.startTime, value: (entry as PerformanceEntry & { value: number }).value });
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}
