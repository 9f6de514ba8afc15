/** Scrolling is not among them: pages scroll by themselves; the wheel, a finger and keys do not. */
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

const followers = new Set<() => void>();
let listening: AbortController | undefined;

/** Calls `active` whenever somebody uses the page, or comes back to it; one set of listeners for all. Returns what ends it. */
export function followActivity(active: () => void): () => void {
  followers.add(active);
  if (!listening) listen();
  return () => {
    followers.delete(active);
    if (followers.size > 0) return;
    listening?.abort();
    listening = undefined;
  };
}

function listen(): void {
  listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  const tell = () => followers.forEach((each) => each());
  for (const sign of SIGNS) addEventListener(sign, tell, options);
  addEventListener('focus', ({ target }) => target === window && tell(), options); // not what moves inside the page
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tell(), options);
}
