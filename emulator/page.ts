import { parseBasic } from './call.js';
import type { Controls } from './control.js';
import { createEmulator, type Emulator } from './emulator.js';
import type { WorldOptions } from './world.js';

/** How a world is put into the page. */
export interface PageOptions extends WorldOptions {
  /** The API's origin that the page's clients call. */
  origin?: string;
}

/** A world in the page, and what a story or test does to it. */
export interface PageEmulator extends Controls {
  readonly publicToken: string;
  readonly world: Emulator['world'];
  /** Calls a control endpoint, such as `control('/emulator/clock', { method: 'POST', body })`. */
  control(path: string, init?: RequestInit): Promise<Response>;
  /** Takes the world away; clients that still call it find their sessions ended. */
  dispose(): void;
}

interface Stage {
  realFetch: typeof fetch;
  worlds: Map<string, Emulator | undefined>;
}

const STAGE = Symbol.for('stytch-elements.emulator');

/**
 * Puts a world into the page, in place of `fetch` for the API's origin. Each world has its own public token, so many
 * can live in one document. HttpOnly mode hides tokens here too, but no cookie can be set from inside the page.
 */
export function emulateInPage({ origin = 'https://test.stytch.com', ...options }: PageOptions = {}): PageEmulator {
  const emulator = createEmulator({ redirectUrl: globalThis.location?.href, ...options });
  const { worlds } = stage();
  const key = `${origin} ${emulator.publicToken}`;
  worlds.set(key, emulator);
  const { fetch: _, ...rest } = emulator;
  return {
    ...rest,
    control: (path, init) => emulator.fetch(new Request(new URL(path, origin), init)),
    dispose: () => void worlds.set(key, undefined),
  };
}

/** The one wrapped `fetch` of the document, shared by all copies of this module. */
function stage(): Stage {
  const page = globalThis as typeof globalThis & { [STAGE]?: Stage };
  if (page[STAGE]) return page[STAGE];
  const made: Stage = { realFetch: page.fetch, worlds: new Map() };
  page.fetch = (input, init) => dispatch(made, input, init);
  page[STAGE] = made;
  return made;
}

async function dispatch({ realFetch, worlds }: Stage, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const href = input instanceof Request ? input.url : new URL(input, globalThis.location?.href).href;
  const { origin } = new URL(href);
  const known = [...worlds.keys()].some((key) => key.startsWith(`${origin} `));
  if (!known) return realFetch.call(globalThis, input, init);
  const request = new Request(input instanceof Request ? input : href, init);
  const key = `${origin} ${await publicTokenOf(request)}`;
  if (!worlds.has(key)) return realFetch.call(globalThis, input, init);
  const emulator = worlds.get(key);
  if (!emulator) return ended();
  return abortable(emulator.fetch(request), request.signal);
}

/** Whom a request is for: said by its credentials, the bootstrap path, or the body of telemetry. */
async function publicTokenOf(request: Request): Promise<string | undefined> {
  const authorization = request.headers.get('authorization');
  if (authorization) return parseBasic(authorization).user;
  const { pathname } = new URL(request.url);
  const [, bootstrapped] = /\/projects\/bootstrap\/([^/]+)/.exec(pathname) ?? [];
  if (bootstrapped) return decodeURIComponent(bootstrapped);
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  const [first] = Array.isArray(body) ? (body as { event?: { public_token?: string } }[]) : [];
  return first?.event?.public_token;
}

/** What a client hears whose world is gone, so that it stops asking. */
function ended(): Response {
  const error_type = 'unauthorized_credentials';
  const body = { status_code: 401, error_type, error_message: 'This world is gone.', error_url: '' };
  return Response.json(body, { status: 401 });
}

function abortable(answer: Promise<Response>, signal: AbortSignal): Promise<Response> {
  const aborted = new Promise<never>((_, reject) => {
    const refuse = () => reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted'));
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
  return Promise.race([answer, aborted]);
}
