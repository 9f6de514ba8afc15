import type { View } from '../../client/nowhere.js';
import type { AuthStore } from '../../client/store.js';
import type { EventName } from '../../controllers/events.js';
import type { Snapshot } from '../../flows/types.js';
import { briefOf } from './brief.js';

/** One thing that has happened, at a time in milliseconds since 1970. */
export interface Entry {
  readonly at: number;
  readonly kind: 'event' | 'store' | 'call';
  readonly what: string;
  /** The element that announced it. */
  readonly by?: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The most that is remembered. */
const LONGEST = 300;

/** Every event of the family; one that is missing here does not compile. */
const NAMES: Readonly<Record<EventName, true>> = {
  'stytch-session-change': true,
  'stytch-switch-before': true,
  'stytch-switch': true,
  'stytch-pending': true,
  'stytch-authenticated': true,
  'stytch-cancel': true,
  'stytch-logout-before': true,
  'stytch-logout': true,
  'stytch-session-warning': true,
  'stytch-session-extended': true,
  'stytch-session-expired': true,
  'stytch-redirect': true,
  'stytch-create': true,
  'stytch-hydrate': true,
  'stytch-mfa-change': true,
  'stytch-gate-change': true,
  'stytch-error': true,
};

/** Writes down what elements announce and what becomes of the store, as long as it is told to. */
export class Journal {
  entries: readonly Entry[] = [];
  readonly #changed: () => void;
  #snapshot: Snapshot | undefined;
  #busy: { readonly call: string; readonly since: number } | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Follows a store and all elements of the page; returns what ends it. */
  follow(store: AuthStore): () => void {
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal }; // whoever stops an event is not asked
    for (const name of Object.keys(NAMES)) addEventListener(name, this.#heard, options);
    this.#snapshot = store.getSnapshot();
    const leave = store.watch(() => this.#look(store));
    return () => {
      listening.abort();
      leave();
      this.#busy = undefined;
    };
  }

  clear(): void {
    this.entries = [];
    this.#changed();
  }

  readonly #heard = (event: Event): void => {
    const [target] = event.composedPath();
    const by = target instanceof Element ? nameOf(target) : undefined;
    this.#write('event', event.type, briefOf((event as CustomEvent).detail), by);
  };

  #look(store: AuthStore): void {
    this.#time(store.view);
    const [before, now] = [this.#snapshot, store.getSnapshot()];
    this.#snapshot = now;
    if (!before || before === now) return;
    const facts = differences(before, now);
    if (Object.keys(facts).length > 0) this.#write('store', store.reason, facts);
  }

  /** A call of the store is under way as long as its view says so. */
  #time({ busy }: View): void {
    const now = Date.now();
    const last = this.#busy;
    if (busy === (last?.call ?? null)) return;
    if (last) this.#write('call', last.call, { took: `${now - last.since} ms` });
    this.#busy = busy ? { call: busy, since: now } : undefined;
  }

  #write(kind: Entry['kind'], what: string, facts: Entry['facts'], by?: string): void {
    const entry = { at: Date.now(), kind, what, ...(by && { by }), facts };
    this.entries = [...this.entries.slice(1 - LONGEST), entry];
    this.#changed();
  }
}

/** `stytch-gate#invoices`. */
export function nameOf({ localName, id }: Element): string {
  return id ? `${localName}#${id}` : localName;
}

function differences(before: Snapshot, now: Snapshot): Entry['facts'] {
  const [one, other] = [pointsOf(before), pointsOf(now)];
  const changed = Object.keys(other).filter((key) => one[key] !== other[key]);
  return Object.fromEntries(changed.map((key) => [key, `${one[key]} → ${other[key]}`]));
}

function pointsOf({ status, fromCache, online, session, organization, pending, error }: Snapshot) {
  const points: Record<string, string> = {
    status,
    fromCache: String(fromCache),
    online: String(online),
    organization: organization?.organization_name ?? '–',
    session: session?.member_session_id ?? '–',
    expires: session?.expires_at ?? '–',
    pending: pending?.kind ?? '–',
    error: error?.message ?? '–',
  };
  return points;
}
