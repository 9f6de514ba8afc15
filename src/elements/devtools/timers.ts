import { Presence } from '../../client/presence.js';
import type { AuthStore } from '../../client/store.js';
import { endTime } from '../../flows/skew.js';
import { type Settings, rulesOf } from '../keep-alive/rules.js';
import { keeper } from './inventory.js';

/** Something that will happen, or has, at a time by the page's clock in milliseconds since 1970. */
export interface Timer {
  readonly name: string;
  readonly at: number;
}

/** Every moment at which something happens by itself, as far as the page can know. */
export function timersOf(store: AuthStore): Timer[] {
  const { session, pending } = store.getSnapshot();
  const all = [
    ...(session ? [{ name: 'Session ends', at: endTime(session.expires_at, store.clock.skew) }] : []),
    ...(pending ? [{ name: 'Verification has to be done', at: Date.parse(pending.expiresAt) }] : []),
    ...(session ? tokenTimers(store) : []),
    ...(session ? keepAliveTimers(store, session.member_session_id) : []),
  ];
  return all.filter(({ at }) => Number.isFinite(at) && at > 0);
}

/** The SDK has a new JWT made about every three minutes; when exactly it does not tell. */
function tokenTimers({ held, clock }: AuthStore): Timer[] {
  const payload = held.tokens?.session_jwt.split('.')[1];
  if (!payload) return [];
  try {
    const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp: number };
    return [{ name: 'JWT last seen is valid until', at: exp * 1000 - clock.skew }];
  } catch {
    return []; // not one that we can read
  }
}

function keepAliveTimers({ options, minutes }: AuthStore, session: string): Timer[] {
  const element = keeper();
  if (!element) return [];
  const rules = rulesOf(element as Element & Settings, minutes, () => undefined);
  const { activeAt, extendedAt, since } = new Presence(options.publicToken, () => undefined).facts;
  const isWanted = activeAt > extendedAt;
  return [
    { name: 'Keep-alive: last sign of the member', at: activeAt },
    { name: 'Keep-alive: last extension', at: extendedAt },
    { name: 'Keep-alive: next extension, at the earliest', at: isWanted ? extendedAt + rules.every : NaN },
    { name: 'Keep-alive: ends for want of the member', at: activeAt + rules.idle },
    { name: 'Keep-alive: ends at the latest', at: since?.session === session ? since.at + rules.absolute : NaN },
  ];
}
