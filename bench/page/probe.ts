/** What a page has noticed, in milliseconds since the navigation began. */
export interface Probe {
  /** When the text that was waited for stood in the DOM. */
  ready?: number;
  /** When the frame with that text had left the main thread. */
  painted?: number;
  /** Every layout shift: when, and by how much. */
  readonly shifts: { readonly at: number; readonly value: number }[];
}

/**
 * Notices when `text` is shown, in whatever shadow root. Observers are told in a microtask, so that nothing is polled
 * and no frame is made for us.
 */
export function watchFor(text: string): Probe {
  const probe: Probe = { shifts: [] };
  const look = (root: Node | null) => {
    if (probe.ready !== undefined || !root?.textContent?.includes(text)) return;
    probe.ready = performance.now();
    requestAnimationFrame(() => afterFrame(() => painted(probe)));
  };
  const watch = (root: Node) => {
    const shown = () => (root instanceof Document ? root.body : root); // scripts of the head are text, too
    const observer = new MutationObserver(() => look(shown()));
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    watch(root);
    return root;
  };
  watch(document);
  watchShifts(probe);
  return probe;
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
