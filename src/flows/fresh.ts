import { askCode, enroll, enrollable, methodsOf } from './arrive.js';
import type { MfaMethod } from './call.js';
import { StytchElementsError } from './errors.js';
import { hasSecond, lastProved } from './factors.js';
import type { Again, Auth, FlowEvent, Move, Owing, Place, Signed, SignedIn, Want } from './flow.js';
import { mfa } from './mfa.js';
import { type Moment, isAhead, stytchTime } from './skew.js';
import type { PendingMfa } from './types.js';

/** What a member does with their own factors. */
const WISHES: ReadonlySet<FlowEvent['type']> = new Set(['enroll', 'show-codes', 'rotate-codes']);

/** Seconds since a factor was proved within which another one can be set up without it. */
const RECENT = 300;

/** A factor that is asked for again, or set up, while somebody is signed in; the session stays as it is meanwhile. */
export function askingAgain(auth: SignedIn, event: FlowEvent): Move | undefined {
  if (auth.again?.want && WISHES.has(event.type)) return { auth }; // first things first
  if (event.type === 'step-up') return stepUp(auth, event, event);
  if (event.type === 'enroll') return wrapped(auth, null, enroll(owingOf(auth), event.method), event.now);
  if (event.type === 'show-codes' || event.type === 'rotate-codes') return codes(auth, event.type);
  if (event.type === 'remove-factor' || event.type === 'set-default')
    return { auth, call: { call: event.type, method: event.method } };
  const { again } = auth;
  if (!again) return undefined;
  if (event.type === 'cancel') return { auth: without(auth) };
  if (event.type === 'codes-saved' && again.place.at === 'save-codes') return saved(auth, again.want, event.now);
  if (isLess(again, event)) return { auth };
  const place = mfa[again.place.at as keyof typeof mfa] as (owing: Owing, event: FlowEvent) => Move | undefined;
  const move = place({ ...owingOf(auth), place: again.place }, event);
  return move && wrapped(auth, again.want, move, event.now);
}

/** Whether what is wanted was proved recently enough. */
export function isFresh({ session }: Signed, { maxAge, factor, mfa = false }: Want, moment: Moment): boolean {
  if (mfa && !hasSecond(session)) return false;
  const proved = lastProved(session, factor);
  if (proved === undefined || maxAge <= 0) return false;
  const now = stytchTime(moment);
  return !isAhead(proved, now) && now - proved <= maxAge * 1000; // else everything would seem new
}

/** What happens to the session otherwise does not end the question, as long as it is the same session. */
export function stillAsked(before: Auth, after: Auth): Auth {
  if (before.status !== 'signed-in' || after.status !== 'signed-in' || !before.again || after.again) return after;
  const isSame = before.session.member_session_id === after.session.member_session_id;
  return isSame ? { ...after, again: before.again } : after;
}

/** Asks for a factor that the member has, or has one set up; never for less than what is wanted. */
function stepUp(auth: SignedIn, want: Want, moment: Moment): Move | undefined {
  const { now } = moment;
  if (isFresh(auth, want, moment)) return undefined;
  const owing = owingOf(auth);
  const wanted = (methods: readonly MfaMethod[]) => methods.filter((each) => !want.factor || each === want.factor);
  const had = methodsOf(auth);
  const [only, ...more] = wanted(enrollable(auth.organization));
  if (!only) return { auth, problem: new StytchElementsError('unavailable') };
  const method = firstOf(auth, wanted(had)) ?? (isKnown(auth, had, want, moment) ? undefined : firstOf(auth, had));
  if (method) return wrapped(auth, want, askCode(owing, method, null, now), now);
  return wrapped(auth, want, more.length > 0 ? { auth: owing } : enroll(owing, only), now);
}

function firstOf({ member }: Signed, methods: readonly MfaMethod[]): MfaMethod | undefined {
  return methods.find((each) => each === member.default_mfa_method) ?? methods[0];
}

/** Whether one of the factors that a member has was proved so recently that it is them who set another one up. */
function isKnown(auth: Signed, had: readonly MfaMethod[], want: Want, moment: Moment): boolean {
  const maxAge = Math.min(want.maxAge, RECENT);
  return had.some((factor) => isFresh(auth, { maxAge, factor }, moment));
}

/** The factor that is to be set up once another one, which is asked for first, is proved. */
function missingBehind({ want, place }: Again): MfaMethod | undefined {
  return place.at === 'code' && place.method !== want?.factor ? want?.factor : undefined;
}

/** Another factor than the one that is wanted does not do. */
function isLess(again: Again, event: FlowEvent): boolean {
  const factor = again.want?.factor;
  if (!factor) return false;
  const isOther = event.type === 'choose-method' && (event.method !== factor || missingBehind(again) !== undefined);
  return isOther || event.type === 'choose-recovery';
}

/** Shows the recovery codes, those that there are or new ones, which end the old. */
function codes(auth: SignedIn, type: 'show-codes' | 'rotate-codes'): Move {
  const again: Again = { want: null, place: { at: 'save-codes', codes: null, signed: without(auth) } };
  return { auth: { ...auth, again }, call: { call: type === 'show-codes' ? 'get-codes' : 'rotate-codes' } };
}

/** The member as somebody who owes a second factor, for the flows of one. */
function owingOf({ session, member, organization }: SignedIn): Owing {
  const mfaRequired = { member_options: null, secondary_auth_initiated: null };
  const { expires_at: expiresAt } = session;
  const pending: PendingMfa = { kind: 'mfa', organization, member, mfaRequired, expiresAt, canCancel: true };
  return { status: 'pending', pending, home: null, place: { at: 'choose' } };
}

/** Where the flows of a second factor have led, with the session kept; proved is proved. */
function wrapped(auth: SignedIn, want: Want | null, move: Move, now: number): Move {
  if (move.auth.status === 'signed-in') {
    const missing = auth.again && missingBehind(auth.again);
    if (missing) return wrapped(move.auth, want, enroll(owingOf(move.auth), missing), now);
    return { ...move, auth: { ...move.auth, ...proof(want, auth.again?.place, now) } };
  }
  if (move.auth.status !== 'pending') return move;
  const { place } = move.auth;
  const isNew = place.at === 'save-codes' && auth.again?.place.at !== 'save-codes';
  return { ...move, auth: { ...without(isNew ? place.signed : auth), again: { want, place } } };
}

/** The codes are kept; the session is the one of now, which may have been extended since they were shown. */
function saved(auth: SignedIn, want: Want | null, now: number): Move {
  return { auth: { ...without(auth), ...proof(want, auth.again?.place, now) } };
}

/** Only what was wanted counts as proved: codes that were looked at prove nothing. */
function proof(want: Want | null, place: Place | undefined, now: number): Pick<SignedIn, 'provedAt' | 'provedBy'> {
  if (!want) return {};
  const others: { readonly [at in Place['at']]?: string } = { recovery: 'recovery_codes', 'save-codes': 'totp' };
  return { provedAt: now, provedBy: place && (place.at === 'code' ? place.method : others[place.at]) };
}

function without({ session, member, organization }: Signed): SignedIn {
  return { status: 'signed-in', session, member, organization };
}
