import type { Home } from '../flows/call.js';
import type { Owing, Place } from '../flows/flow.js';
import type { Member, Pending } from '../flows/types.js';

/** What is needed to resume a half-finished authentication: ids, methods, times. No token, secret or code. */
export interface Record {
  readonly pending: Pending;
  readonly home: Home | null;
  readonly place: Place;
}

const keyOf = (publicToken: string) => `stytch-elements:${publicToken}:pending`;

/** The part of a half-finished authentication that may be stored or told to other tabs. */
export function recordOf({ pending, home, place }: Owing): Record {
  const member = pending.kind === 'discovery' ? null : pending.member;
  const safe = member ? ({ ...pending, member: withoutNumber(member) } as Pending) : pending;
  return { pending: safe, home, place: withoutSecrets(place) };
}

/** Keeps the record for as long as this tab lives; forgets it without one. Storage may be blocked: then nothing is kept. */
export function saveRecord(publicToken: string, record: Record | null): void {
  try {
    if (record) sessionStorage.setItem(keyOf(publicToken), JSON.stringify(record));
    else sessionStorage.removeItem(keyOf(publicToken));
  } catch {
    return;
  }
}

/** The record kept before a reload, unless its intermediate session has ended. */
export function savedRecord(publicToken: string, now: number): Record | null {
  try {
    const record = JSON.parse(sessionStorage.getItem(keyOf(publicToken)) ?? 'null') as Record | null;
    return record && now < Date.parse(record.pending.expiresAt) ? record : null;
  } catch {
    return null;
  }
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
  if (place.at !== 'save-codes') return place;
  const { session, member, organization } = place.signed;
  const bare = { ...session, authentication_factors: [] }; // a factor names the number it was sent to
  return { ...place, codes: null, signed: { session: bare, member: withoutNumber(member), organization } };
}
