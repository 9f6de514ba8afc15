/// <reference types="vite/client" />
// What `<script type="module" src="…/loader.js">` runs: each element of the family is registered when its tag first
// appears, in the document, or in a shadow root of the family or that `discover` has been told of.

/** Milliseconds after which a page is shown as it is. */
const PATIENCE = 2000;

const modules = import.meta.glob(['../src/define/*.ts', '!**/register.ts']);
const loaders = new Map(
  Object.entries(modules).map(([path, load]) => [path.replace(/.*\/(.+)\.ts$/, 'stytch-$1'), load] as const),
);
const tags = [...loaders.keys()].join();
const loading = new Map<string, Promise<unknown>>();

const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) void look(node);
});

/** Registers the elements of which tags stand in `root`, now or later; resolves when those of now are drawn. */
export async function discover(root: Document | DocumentFragment | Element): Promise<void> {
  observer.observe(root, { childList: true, subtree: true });
  await look(root);
}

async function look(root: ParentNode): Promise<void> {
  const found = [...root.querySelectorAll(tags)];
  if (root instanceof Element && loaders.has(root.localName)) found.push(root);
  await Promise.allSettled(found.map(meet));
}

async function meet(element: Element & { updateComplete?: Promise<unknown> }): Promise<void> {
  await register(element.localName);
  await element.updateComplete;
  if (element.shadowRoot) await discover(element.shadowRoot);
}

/** What could not be fetched is asked for again when its tag appears again, or when there is a network again. */
function register(tag: string): Promise<unknown> {
  const known = loading.get(tag);
  if (known) return known;
  import('../src/controllers/stytch-element.js').catch(() => undefined); // what all share, beside what is its own
  const wanted = loaders.get(tag)!();
  loading.set(tag, wanted);
  wanted.catch(() => {
    loading.delete(tag);
    addEventListener('online', () => void look(document), { once: true });
  });
  return wanted;
}

/** Everything that the page's HTML holds. */
async function start(): Promise<void> {
  const parsed = new Promise((done) => document.addEventListener('DOMContentLoaded', done));
  const first = discover(document);
  if (document.readyState === 'loading') await parsed.then(() => look(document));
  await first;
}

void Promise.race([start(), new Promise((over) => setTimeout(over, PATIENCE))]).then(() =>
  document.documentElement.classList.remove('stytch-cloak'),
);
