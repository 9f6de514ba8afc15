import type { Home } from '../flows/call.js';
import type { Auth, Owing, Place } from '../flows/flow.js';
import type { Entry } from '../flows/proof.js';
import { isBegun } from '../flows/login.js';
import type { Member, Pending, PendingDiscovery } from '../flows/types.js';

/** What is needed to resume a half-finished authentication: ids, methods, times. No token, secret or code. */
export interface Record {
  readonly pending: Pending;
  readonly home: Home | null;
  readonly list?: PendingDiscovery | undefined;
  readonly place: Place;
}

/** What is needed to go on with a log-in that waits for an e-mail. */
export interface EntryRecord {
  readonly entry: Entry;
  /** ISO 8601: when what was mailed is of no use any more. */
  readonly until: string;
}

/** Milliseconds that a link in an e-mail lives, unless the project says otherwise. */
const LINK_LIVES = 60 * 60_000;

const keyOf = (publicToken: string) => `stytch-elements:${publicToken}:pending`;

/** The part of a half-finished authentication that may be stored or told to other tabs. */
export function recordOf({ pending, home, list, place }: Owing): Record {
  const safe = withoutOthers(pending);
  return { pending: safe, home, place: withoutSecrets(place), ...(list && { list: { ...list, organizations: [] } }) };
}

/** The part of a log-in that is worth coming back to. */
export function entryRecordOf(auth: Auth, now: number): EntryRecord | null {
  const entry = auth.status === 'signed-out' || auth.status === 'loading' ? auth.entry : undefined;
  if (!entry || !isBegun(entry.place)) return null;
  const { place } = entry;
  const since = 'sentAt' in place ? place.sentAt : now;
  return { entry, until: new Date(since + LINK_LIVES).toISOString() };
}

/** Keeps the record for as long as this tab lives; forgets it without one. Storage may be blocked: then nothing is kept. */
export function saveRecord(publicToken: string, record: Record | EntryRecord | null): void {
  try {
    if (record) sessionStorage.setItem(keyOf(publicToken), JSON.stringify(record));
    else sessionStorage.removeItem(keyOf(publicToken));
  } catch {
    return;
  }
}

/** The record kept before a reload, unless its time is over. */
export function savedRecord(publicToken: string, now: number): Record | EntryRecord | null {
  try {
    const record = JSON.parse(sessionStorage.getItem(keyOf(publicToken)) ?? 'null') as Record | EntryRecord | null;
    const until = record && ('entry' in record ? record.until : record.pending.expiresAt);
    return until && now < Date.parse(until) ? record : null;
  } catch {
    return null;
  }
}

/** The organizations of an address are read again, they may be thousands; a number is kept only masked. */
function withoutOthers(pending: Pending): Pending {
  if (pending.kind === 'discovery') return { ...pending, organizations: [] };
  return pending.member ? { ...pending, member: withoutNumber(pending.member) } : pending;
}

function withoutNumber(member: Member): Member {
  const { mfa_phone_number: number } = member;
  return { ...member, mfa_phone_number: masked(number) };
}

/** The last four digits of a telephone number; what Stytch has masked stays as it is. */
export function masked(number: string): string {
  return number.replace(/\d(?=.*\d{4})/g, 'X').replace(/^\+/, '');
}

function withoutSecrets(place: Place): Place {
  if (place.at === 'enroll-totp') return { ...place, registration: null };
  if (place.at === 'discovery') return { at: 'discovery', isNew: false, isRead: false };
  if (place.at !== 'save-codes') return place;
  const { session, member, organization } = place.signed;
  const bare = { ...session, authentication_factors: [] }; // a factor names the number it was sent to
  return { ...place, codes: null, signed: { session: bare, member: withoutNumber(member), organization } };
}
