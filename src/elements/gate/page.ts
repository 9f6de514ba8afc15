import { Alarm } from '../../client/alarm.js';
import type { AuthStore } from '../../client/store.js';

/** A gate as the page knows it. */
export interface Gate {
  store(): AuthStore | undefined;
  /** Has it look again, at once, whether it may be open. */
  look(): void;
}

/** What keeps gates closed whatever the snapshot says: the page has been away, and the session is, or could not be, confirmed. */
interface Hold {
  readonly why: 'loading' | 'error';
  /** When the API is asked again, in milliseconds since 1970. */
  readonly until?: number;
}

/** Milliseconds until the API is asked again for what could not be confirmed. */
const AGAIN = 10_000;

/** The gates of the page, each with the last moment at which it may stay as it is: one timer and one set of listeners for all. */
const gates = new Map<Gate, number>();
const holds = new WeakMap<AuthStore, Hold>();
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
  const until = Math.min(moment, heldOf(gate.store())?.until ?? Infinity);
  gates.set(gate, until);
  if (until < earliest) ringAt(until);
}

/** Why the gates of a store are closed whatever its snapshot says. */
export function holdOf(store: AuthStore | undefined): Hold['why'] | undefined {
  return heldOf(store)?.why;
}

function heldOf(store: AuthStore | undefined): Hold | undefined {
  return store && holds.get(store);
}

function listen(): void {
  listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('visibilitychange', wake, { signal });
  addEventListener('online', wake, { signal });
  addEventListener(
    'pagehide',
    ({ persisted }) => persisted && stores().forEach((each) => hold(each, { why: 'loading' })),
    {
      signal,
    },
  );
  addEventListener('pageshow', ({ persisted }) => persisted && stores().forEach(check), { signal });
}

/** Closes what is over, and asks again for what could not be confirmed. */
function wake(): void {
  for (const store of stores()) if (holdOf(store) === 'error') check(store);
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
  const isSignedIn = () => store.getSnapshot().status === 'signed-in';
  const checking = hold(store, { why: 'loading' });
  const settle = (next?: Hold) => {
    if (holds.get(store) === checking) hold(store, next); // else the page has been away again
  };
  const asked = isSignedIn() ? store.actions.refresh() : Promise.resolve();
  asked.then(
    () => settle(),
    () => settle(isSignedIn() ? unconfirmed(store) : undefined),
  );
}

/** A hold until the API is asked again, or has answered whoever else has asked. */
function unconfirmed(store: AuthStore): Hold {
  const mine: Hold = { why: 'error', until: Date.now() + AGAIN };
  let wasAsked = false;
  const leave = store.watch(
    ({ status, error }) => {
      const { busy } = store.view;
      const isAnswered = wasAsked && busy === null && error === null;
      wasAsked = busy === 'authenticate';
      if (holds.get(store) === mine && !isAnswered && status === 'signed-in') return;
      leave();
      if (holds.get(store) === mine) hold(store, undefined);
    },
    { isUser: false },
  ); // it may outlive the gates
  return mine;
}

function hold(store: AuthStore, next: Hold | undefined): Hold | undefined {
  if (next) holds.set(store, next);
  else holds.delete(store);
  for (const gate of gates.keys()) if (gate.store() === store) gate.look();
  return next;
}

function stores(): Set<AuthStore> {
  return new Set([...gates.keys()].flatMap((gate) => gate.store() ?? []));
}
