import { Alarm } from '../../client/alarm.js';
import type { AuthStore } from '../../client/store.js';

/** A gate as the page knows it. */
export interface Gate {
  store(): AuthStore | undefined;
  /** Has it look again, at once, whether it may be open. */
  look(): void;
}

/** Why gates stay closed whatever the snapshot says: the page has been away, and the session is, or could not be, confirmed. */
type Hold = 'loading' | 'error';

/** The gates of the page, each with the last moment at which it may be open: one timer and one set of listeners for all. */
const gates = new Map<Gate, number>();
const holds = new Map<AuthStore, Hold>();
const alarm = new Alarm(() => wake());
let listening: AbortController | undefined;
let earliest = Infinity;

export function enterPage(gate: Gate): void {
  gates.set(gate, Infinity);
  if (!listening) listen();
}

export function leavePage(gate: Gate): void {
  gates.delete(gate);
  if (gates.size > 0) return;
  listening?.abort();
  listening = undefined;
  ringAt(Infinity);
}

/** Has a gate look again when `moment` (milliseconds since 1970) is over. */
export function lookAfter(gate: Gate, moment = Infinity): void {
  if (!gates.has(gate)) return;
  gates.set(gate, moment);
  if (moment < earliest) ringAt(moment);
}

export function holdOf(store: AuthStore | undefined): Hold | undefined {
  return store && holds.get(store);
}

function listen(): void {
  listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('visibilitychange', wake, { signal });
  addEventListener('online', wake, { signal });
  addEventListener('pagehide', ({ persisted }) => persisted && stores().forEach((each) => hold(each, 'loading')), {
    signal,
  });
  addEventListener('pageshow', ({ persisted }) => persisted && stores().forEach(check), { signal });
}

/** Closes what is over, and asks again for what could not be confirmed. */
function wake(): void {
  for (const [store, hold] of holds) if (hold === 'error') check(store);
  const now = Date.now();
  for (const [gate, moment] of gates) if (moment < now) gate.look();
  ringAt(Math.min(...gates.values()));
}

function ringAt(moment: number): void {
  earliest = moment;
  alarm.at(moment === Infinity ? undefined : moment);
}

/** Has the API look at a session before it is shown again; whoever is not signed in has nothing to hide. */
function check(store: AuthStore): void {
  hold(store, 'loading');
  const isSignedIn = () => store.getSnapshot().status === 'signed-in';
  const asked = isSignedIn() ? store.actions.refresh() : Promise.resolve();
  asked.then(
    () => hold(store, undefined),
    () => hold(store, isSignedIn() ? 'error' : undefined),
  );
}

function hold(store: AuthStore, why: Hold | undefined): void {
  if (why) holds.set(store, why);
  else holds.delete(store);
  for (const gate of gates.keys()) if (gate.store() === store) gate.look();
}

function stores(): Set<AuthStore> {
  return new Set([...gates.keys()].flatMap((gate) => gate.store() ?? []));
}
