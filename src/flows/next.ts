import { arrive, homeOf } from './arrive.js';
import { StytchElementsError } from './errors.js';
import type { Call, CallName } from './call.js';
import type { Answered, Auth, FlowEvent, Intent, Move, News, Owing, Places, State } from './flow.js';
import { askingAgain, stillAsked } from './fresh.js';
import { halfway, whileOwing } from './halfway.js';
import { mfa } from './mfa.js';
import { loggingIn } from './login.js';
import { anywhere, comingFrom, isOver, sameSigned } from './session.js';
import type { Moment } from './skew.js';

/** A page before anything is known. */
export const START: State = { auth: { status: 'loading' }, turn: 0, busy: null, problem: null };

const places: Places = { ...mfa, ...halfway };

/** Asked while a call is under way, these wait for nobody; the rest is a double click. */
const URGENT: ReadonlySet<FlowEvent['type']> = new Set([
  'switch',
  'cancel',
  'logout',
  'close',
  'accept',
  'hydrate',
  'answered',
  'failed',
  'found',
  'resumed',
  'begun',
  'abandoned',
  'missed',
  'tick',
  'unverified',
  'verified',
  'broken',
]);

/** Calls that change who is signed in, so that an answer nobody waits for any more has to be undone. */
const CHANGES_SESSION: ReadonlySet<CallName> = new Set([
  'enter',
  'restore',
  'authenticate',
  'hydrate',
  'verify',
  'recover',
  'email-code',
  'password',
  'redeem',
  'set-password',
  'join',
  'create',
]);

/** Where `event` takes whoever is at `state`, and what to ask of Stytch on the way. Pure: time is in the event. */
export function next(state: State, event: FlowEvent): readonly [State, Call?] {
  if (leaves(state.busy, event)) return take({ ...state, turn: state.turn + 1, busy: null }, moveOf(state.auth, event));
  if (state.busy && (!URGENT.has(event.type) || repeats(state.busy, event))) return [state];
  if (event.type === 'accept' || event.type === 'close')
    return take({ ...state, turn: state.turn + 1, busy: null }, moveOf(state.auth, event));
  if (event.type === 'switch' && state.busy?.call === 'enter')
    return take(state, stay(state.auth, event) ?? moveOf(state.auth, event));
  if (event.type !== 'answered' && event.type !== 'failed') return take(state, moveOf(state.auth, event));
  const stale = event.turn !== state.turn;
  if (event.type === 'answered' && event.late && (stale || event.to === 'enter')) return undo(state, event);
  if (stale) return [state];
  return take({ ...state, busy: null }, moveOf(state.auth, { ...event, asked: state.busy }));
}

/** Going back from what is under way needs no patience, unless it changes who is signed in. */
function leaves(busy: Call | null, { type }: FlowEvent): boolean {
  return type === 'back' && busy !== null && busy.call !== 'revoke' && !CHANGES_SESSION.has(busy.call);
}

/** Asking again for what is under way is a double click; a log-out that clears in any case is more than one that may fail. */
export function repeats(busy: Call, event: Intent | News): boolean {
  if (event.type === 'switch') return busy.call === 'enter' && busy.organization_id === event.organization_id;
  if (event.type === 'logout') return busy.call === 'revoke' && (busy.forceClear || !event.forceClear);
  return event.type === 'cancel' && busy.call === 'restore';
}

/** Asked to stay while on the way elsewhere: what the way has done to the session is undone. */
function stay(auth: Auth, { organization_id }: Extract<FlowEvent, { type: 'switch' }>): Move | undefined {
  const stays = auth.status === 'signed-in' && auth.organization.organization_id === organization_id;
  return stays ? { auth, call: { call: 'restore', home: homeOf(auth) } } : undefined;
}

function moveOf(auth: Auth, event: FlowEvent): Move | undefined {
  const move = where(auth, event) ?? rest(auth, event);
  return move && honest(move, event);
}

function rest(auth: Auth, event: FlowEvent): Move | undefined {
  const move = anywhere(auth, event);
  return move && { ...move, auth: stillAsked(auth, move.auth) };
}

/** What an event means for somebody who is half-way, or about to log in. */
function where(auth: Auth, event: FlowEvent): Move | undefined {
  if (auth.status === 'pending') return here(auth, event);
  return auth.status === 'signed-in' ? askingAgain(auth, event) : loggingIn(auth, event);
}

/** Nobody is shown as signed in past the end of their session, whoever says so; another tab may have put it off. */
function honest({ auth, call, ...rest }: Move, moment: Moment): Move {
  if (auth.status !== 'signed-in' || !isOver(auth, moment)) return { auth, call, ...rest };
  const problem = new StytchElementsError('session-ended', { detail: 'expired' });
  return { auth: { status: 'signed-out' }, problem, call: call?.call === 'authenticate' ? call : undefined };
}

function here(owing: Owing, event: FlowEvent): Move | undefined {
  const place = places[owing.place.at] as (owing: Owing, event: FlowEvent) => Move | undefined;
  return place(owing, event) ?? whileOwing(owing, event);
}

function take(state: State, move: Move | undefined): readonly [State, Call?] {
  if (!move) return [state];
  const { call, problem = null } = move;
  const auth = renewed(state.auth, move.auth);
  if (!call) return [{ ...state, auth, problem }];
  return [{ auth, problem, busy: call, turn: state.turn + 1 }, call];
}

/** The same person in the same session stays the same object, so that nothing is drawn again. */
function renewed(before: Auth, after: Auth): Auth {
  if (before.status !== 'signed-in' || after.status !== 'signed-in' || !sameSigned(before, after)) return after;
  const { again, provedAt, provedBy } = after;
  return before.again === again && before.provedAt === provedAt ? before : { ...before, again, provedAt, provedBy };
}

/** An answer after its deadline has changed the session behind a person's back: this puts it right. */
function undo(state: State, event: Answered & { now: number }): readonly [State, Call?] {
  if (state.busy || !CHANGES_SESSION.has(event.to) || !event.value) return [state];
  const { auth } = state;
  const arrived = arrive(event.value as never, comingFrom(auth), event.now).auth;
  if (auth.status === 'signed-in') {
    const same = arrived.status === 'signed-in' && arrived.session.member_session_id === auth.session.member_session_id;
    return same
      ? [state]
      : take(state, { auth, call: { call: 'restore', home: homeOf(auth) }, problem: state.problem });
  }
  if (auth.status === 'pending' && auth.pending.kind !== 'discovery') {
    const { organization_id } = auth.pending.organization;
    return take(state, { auth, call: { call: 'enter', organization_id, home: auth.home } });
  }
  if (arrived.status !== 'signed-in') return [state];
  const home = auth.status === 'pending' ? auth.home : null;
  return take(state, { auth, call: home ? { call: 'restore', home } : { call: 'revoke', forceClear: true } });
}
