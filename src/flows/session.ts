import { arrive, enroll, homeOf } from './arrive.js';
import { StytchElementsError } from './errors.js';
import type { Home } from './call.js';
import type { Auth, FlowEvent, Move, Owing, Signed } from './flow.js';
import { outside } from './login.js';
import { type Moment, endTime } from './skew.js';
import type { Pending } from './types.js';

type Handlers = {
  [K in FlowEvent['type']]?: (auth: Auth, event: Extract<FlowEvent, { type: K }>) => Move | undefined;
};

/** What an event means wherever a person is: the session itself, and what applications ask of it. */
const handlers: Handlers = {
  switch: (auth, { organization_id }) => change(auth, organization_id),
  logout: (auth, { forceClear }) => ({ auth, call: { call: 'revoke', forceClear } }),
  close: (auth) => ({ auth: hidden(auth) }),
  missed: (auth) => ({ auth: hidden(auth) }),
  refresh: (auth) => ({ auth, call: { call: 'authenticate' } }),
  extend: (auth, { minutes }) => ({ auth, call: { call: 'authenticate', minutes } }),
  hydrate: (auth, { session_token, session_jwt }) => ({ auth, call: { call: 'hydrate', session_token, session_jwt } }),
  redeem: (auth, { ticket }) => ({ auth, call: { call: 'redeem', ticket } }),
  'set-password': (auth, { ticket, secret }) => ({ auth, call: { call: 'set-password', ticket, secret } }),
  accept: (auth, { value, now }) => {
    const { member_session, organization, discovered_organizations } = value;
    const says = member_session ?? organization ?? discovered_organizations; // else it is the answer of another call
    return says ? arrive(value, comingFrom(auth), now) : { auth, problem: new StytchElementsError('misconfigured') };
  },
  answered,
  failed,
  found,
  resumed,
  tick,
  unverified: (auth) => ({
    auth: auth.status === 'loading' ? { status: 'error' } : auth,
    problem: new StytchElementsError('timeout', { detail: 'unverified' }),
  }),
  verified: (auth) => ({ auth }),
  broken: (_, { error }) => ({ auth: { status: 'error' }, problem: error }),
};

/** What an event leads to wherever a person is. */
export function anywhere(auth: Auth, event: FlowEvent): Move | undefined {
  const handler = handlers[event.type] as ((auth: Auth, event: FlowEvent) => Move | undefined) | undefined;
  return handler?.(auth, event);
}

/** Nobody is shown, for now. */
function hidden(auth: Auth): Auth {
  return auth.status === 'signed-in' ? { status: 'loading' } : auth;
}

/** The session to return to should what comes next stop half-way. */
export function comingFrom(auth: Auth): Home | null {
  if (auth.status === 'signed-in') return homeOf(auth);
  return auth.status === 'pending' ? auth.home : null;
}

/** Whether the session is over. */
export function isOver({ session }: Signed, { now, skew = 0 }: Moment): boolean {
  return now >= endTime(session.expires_at, skew);
}

/** Whether nothing that a page shows has changed; a routine refresh touches `last_accessed_at` only. */
export function sameSigned(one: Signed, other: Signed): boolean {
  return essence(one) === essence(other);
}

function essence({ session, member, organization }: Signed): string {
  return JSON.stringify([{ ...session, last_accessed_at: '' }, member, organization]);
}

function change(auth: Auth, organization_id: string): Move | undefined {
  if (auth.status !== 'signed-in') return { auth, problem: new StytchElementsError('session-ended') };
  if (auth.organization.organization_id === organization_id) return undefined;
  return { auth, call: { call: 'enter', organization_id, home: homeOf(auth) } };
}

function answered(auth: Auth, event: Extract<FlowEvent, { type: 'answered' }>): Move | undefined {
  switch (event.to) {
    case 'revoke':
      return { auth: { status: 'signed-out' } };
    case 'enter':
    case 'restore':
    case 'authenticate':
    case 'hydrate':
    case 'verify':
    case 'recover':
    case 'email-code':
    case 'password':
    case 'redeem':
    case 'set-password':
    case 'join':
    case 'create':
      return arrive(event.value, comingFrom(auth), event.now);
  }
  return undefined;
}

/** Only a call about the session itself ends it; after any other refusal the session is asked about first. */
function failed(auth: Auth, { to, error }: Extract<FlowEvent, { type: 'failed' }>): Move | undefined {
  if (error.code !== 'session-ended') return { auth, problem: error };
  if (to === 'revoke') return { auth: { status: 'signed-out' } };
  if (auth.status !== 'signed-in') return to === 'authenticate' ? undefined : { auth, problem: error };
  if (to === 'authenticate') return { auth: { status: 'signed-out' }, problem: revoked(error) };
  return { auth, call: { call: 'authenticate' }, problem: error };
}

function revoked({ errorType }: StytchElementsError): StytchElementsError {
  return new StytchElementsError('session-ended', { detail: 'revoked', errorType });
}

function found(auth: Auth, { signed, verified, reason }: Extract<FlowEvent, { type: 'found' }>): Move | undefined {
  if (signed) return { auth: { status: 'signed-in', ...signed } };
  if (!verified) return undefined;
  if (auth.status === 'signed-out' || auth.status === 'pending') return undefined;
  if (auth.status !== 'signed-in') return { auth: outside(auth) };
  const detail = reason === 'expired' || reason === 'revoked' ? reason : undefined;
  return {
    auth: { status: 'signed-out' },
    problem: detail ? new StytchElementsError('session-ended', { detail }) : null,
  };
}

/** Whether somebody is half-way by the same intermediate session. */
export function isSamePending(one: Pending, other: Pending): boolean {
  const where = (pending: Pending) => (pending.kind === 'discovery' ? '' : pending.organization.organization_id);
  return one.kind === other.kind && where(one) === where(other) && one.expiresAt === other.expiresAt;
}

/** Secrets are not kept over a reload: they are asked for again, but never for another tab, which has them. */
function resumed(auth: Auth, event: Extract<FlowEvent, { type: 'resumed' }>): Move | undefined {
  const { pending, place, list, ours, now } = event;
  const isKnown = auth.status === 'pending' && (ours || isSamePending(auth.pending, pending));
  if (isKnown || now >= Date.parse(pending.expiresAt)) return undefined;
  const owing: Owing = { status: 'pending', pending, place, list, home: comingFrom(auth) ?? event.home };
  if (pending.kind === 'discovery') return { auth: owing, call: { call: 'list' } };
  if (ours && place.at === 'enroll-totp') return enroll(owing, 'totp');
  if (ours && place.at === 'save-codes') return { auth: owing, call: { call: 'get-codes' } };
  return { auth: owing };
}

function tick(auth: Auth, moment: Moment): Move | undefined {
  if (auth.status !== 'signed-in' || !isOver(auth, moment)) return undefined;
  const problem = new StytchElementsError('session-ended', { detail: 'expired' });
  return { auth: { status: 'signed-out' }, call: { call: 'authenticate' }, problem };
}
