import { arrive } from './arrive.js';
import { chooseAgain, discovery } from './discovery.js';
import { StytchElementsError } from './errors.js';
import type { FlowEvent, Move, Owing, Places } from './flow.js';
import type { Proof } from './proof.js';
import { prove } from './primary.js';
import type { PendingPrimary } from './types.js';

type Halfway = Pick<Places, 'expired' | 'return' | 'discovery' | Proof['at']>;

/** The organization asks for a first factor of its own; it is proved as in a log-in there. */
const stepUp = (owing: Owing<Proof>, event: FlowEvent): Move | undefined => {
  const { organization } = owing.pending as PendingPrimary;
  const step = prove({ organization, place: owing.place }, event);
  if (!step) return proved(owing, event);
  const { place = owing.place, call, problem } = step;
  return { auth: { ...owing, place }, ...(call && { call }), ...(problem && { problem }) };
};

/** What is owed besides a second factor. */
export const halfway: Halfway = {
  expired: (owing, event) => (event.type === 'retry' ? beginAgain(owing) : undefined),
  return: (owing, event) => (event.type === 'retry' ? giveUp(owing) : undefined),
  discovery,
  methods: stepUp,
  sent: stepUp,
  'email-code': stepUp,
  password: stepUp,
  forgot: stepUp,
  'find-sso': stepUp,
  connections: stepUp,
  'find-organization': stepUp,
};

/** What is still owed after a first factor is owed within the same intermediate session, which does not live longer. */
function proved(owing: Owing, event: FlowEvent): Move | undefined {
  if (event.type !== 'answered') return undefined;
  if (event.to !== 'email-code' && event.to !== 'password' && event.to !== 'redeem') return undefined;
  const move = arrive(event.value, owing.home, event.now);
  if (move.auth.status !== 'pending') return move;
  const { pending } = move.auth;
  const expiresAt = pending.expiresAt < owing.pending.expiresAt ? pending.expiresAt : owing.pending.expiresAt;
  return { ...move, auth: { ...move.auth, pending: { ...pending, expiresAt } } };
}

/** What every half-finished authentication makes of an event, whatever its place. */
export function whileOwing(owing: Owing, event: FlowEvent): Move | undefined {
  switch (event.type) {
    case 'cancel':
      return giveUp(owing);
    case 'choose-again':
      return chooseAgain(owing);
    case 'switch':
      if (event.organization_id === owing.home?.organization_id) return giveUp(owing);
      if (event.organization_id === organizationOf(owing) && owing.place.at !== 'expired') return { auth: owing };
      return { auth: owing, call: { call: 'enter', organization_id: event.organization_id, home: owing.home } };
    case 'found':
      return event.signed ? taken(owing, event) : missing(owing, event.verified);
    case 'abandoned':
      return { auth: { status: 'signed-out' } };
    case 'tick':
      return ended(owing, event.now) ? expire(owing) : undefined;
    case 'failed':
      return failed(owing, event);
    case 'answered':
      return event.to === 'restore' ? returned(event) : undefined;
  }
  return undefined;
}

function organizationOf({ pending }: Owing): string | null {
  return pending.kind === 'discovery' ? null : pending.organization.organization_id;
}

/** Back to the session a person came from; where there was none, to nobody. */
function giveUp(owing: Owing): Move {
  if (owing.place.at === 'save-codes') return { auth: { status: 'signed-in', ...owing.place.signed } };
  if (owing.home) return { auth: owing, call: { call: 'restore', home: owing.home } };
  return { auth: { status: 'signed-out' }, call: { call: 'revoke', forceClear: true } };
}

/** Asks for the same organization again; without a session to start from there is only the way out. */
function beginAgain(owing: Owing): Move {
  const organization_id = organizationOf(owing);
  if (!owing.home || !organization_id) return giveUp(owing);
  return { auth: owing, call: { call: 'enter', organization_id, home: owing.home } };
}

/** A session has appeared: this person, or somebody for them, has finished elsewhere. */
function taken(owing: Owing, { signed }: Extract<FlowEvent, { type: 'found' }>): Move | undefined {
  if (!signed) return undefined;
  const { place } = owing;
  if (place.at !== 'save-codes') return { auth: { status: 'signed-in', ...signed } };
  if (place.signed.session.member_session_id !== signed.session.member_session_id)
    return { auth: { status: 'signed-in', ...signed } };
  return { auth: { ...owing, place: { ...place, signed } } };
}

/** Once an authenticator is set up there is a session to lose again, even before its recovery codes are kept. */
function missing({ place }: Owing, verified: boolean): Move | undefined {
  if (place.at !== 'save-codes' || !verified) return undefined;
  return { auth: { status: 'signed-out' }, problem: new StytchElementsError('session-ended', { detail: 'revoked' }) };
}

function ended({ pending, place }: Owing, now: number): boolean {
  const over = place.at === 'expired' || place.at === 'return' || place.at === 'save-codes';
  return !over && now >= Date.parse(pending.expiresAt);
}

function expire(owing: Owing): Move {
  return { auth: { ...owing, place: { at: 'expired' } }, problem: new StytchElementsError('pending-expired') };
}

/** On the way back the organization before may want proof again; there is nowhere else to go back to then. */
function returned({ value, now }: Extract<FlowEvent, { type: 'answered'; to: 'restore' }>): Move {
  const move = arrive(value, null, now);
  if (move.auth.status !== 'pending') return move;
  return { ...move, problem: new StytchElementsError('session-ended', { detail: 'verify-again' }) };
}

function failed(owing: Owing, { to, error }: Extract<FlowEvent, { type: 'failed' }>): Move | undefined {
  if (to !== 'restore') return error.code === 'pending-expired' ? expire(owing) : undefined;
  if (error.retryable) return { auth: { ...owing, place: { at: 'return' } }, problem: error };
  const problem = new StytchElementsError('session-ended', { detail: 'not-restored' });
  return { auth: { status: 'signed-out' }, problem };
}
