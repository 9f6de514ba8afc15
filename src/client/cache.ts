import type { Signed } from '../flows/flow.js';
import { type Moment, endTime } from '../flows/skew.js';
import { leftSession, saveLeft } from './left.js';
import type { Options } from './options.js';
import { isPast } from './presence.js';

/** Where the SDK keeps its state for a public token: `{session, member, organization}`, no tokens. */
export function stateKey(publicToken: string): string {
  return `stytch_sdk_state_${publicToken}`;
}

/**
 * The session that the SDK will find in its cache, read before the SDK is there; null unless its cookie is there too
 * and its time is not over, nor that of the page's own limits. Behind a host of its own the cookie may be HttpOnly, and
 * the SDK trusts its cache until the API has answered.
 */
export function cachedSession(
  { publicToken, customBaseUrl, cookieOptions }: Options,
  { now, skew = 0 }: Moment,
): Signed | null {
  try {
    const { session, member, organization } = stateOf(publicToken);
    if (!session || !member || organization?.organization_id !== session.organization_id) return null;
    const { member_session_id: id } = session;
    if (id === leftSession(publicToken) || isPast(publicToken, id, now)) return null;
    const isKept = customBaseUrl || hasCookie(cookieOptions?.opaqueTokenCookieName ?? 'stytch_session'); // the slow part
    return isKept && now < endTime(session.expires_at, skew) ? { session, member, organization } : null;
  } catch {
    return null;
  }
}

function stateOf(publicToken: string): Partial<Signed> {
  return (JSON.parse(localStorage.getItem(stateKey(publicToken)) ?? 'null') as Partial<Signed> | null) ?? {};
}

/** The identifier of the session that the tabs of this site have now; null without one, undefined where that cannot be known. */
export function storedSession(publicToken: string): string | null | undefined {
  try {
    return stateOf(publicToken).session?.member_session_id ?? null;
  } catch {
    return undefined;
  }
}

/** Takes the session's cookies and the cached state away, here and for the other tabs. */
export function forgetSession({ publicToken, customBaseUrl, unknownCookies, cookieOptions = {} }: Options): void {
  const {
    opaqueTokenCookieName = 'stytch_session',
    jwtCookieName = 'stytch_session_jwt',
    istCookieName = 'stytch_intermediate_session_token',
    path = '/',
    domain,
  } = cookieOptions;
  try {
    for (const name of [opaqueTokenCookieName, jwtCookieName, istCookieName])
      for (const where of ['', `; domain=${domain ?? location.hostname}`])
        document.cookie = `${name}=; path=${path}; max-age=0${where}`;
    const session = storedSession(publicToken);
    if ((customBaseUrl || unknownCookies) && session) saveLeft(publicToken, session);
    localStorage.setItem(stateKey(publicToken), 'null');
  } catch {
    return; // blocked: then nothing was kept, either
  }
}

/** Whether an intermediate session may be under way, as far as a page can see. */
export function hasIntermediateSession({ customBaseUrl, cookieOptions, unknownCookies }: Options): boolean {
  return (
    Boolean(customBaseUrl) ||
    unknownCookies === true ||
    hasCookie(cookieOptions?.istCookieName ?? 'stytch_intermediate_session_token')
  );
}

function hasCookie(name: string): boolean {
  try {
    return document.cookie.split('; ').some((cookie) => cookie.startsWith(`${name}=`));
  } catch {
    return false;
  }
}
