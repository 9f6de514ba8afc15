import type { MemberSession } from '../flows/types.js';

const keyOf = (publicToken: string) => `stytch-elements:${publicToken}:method`;

/** How somebody logged in here the last time, as Stytch names methods; null when nobody did, or storage is blocked. */
export function lastMethod(publicToken: string): string | null {
  try {
    return localStorage.getItem(keyOf(publicToken));
  } catch {
    return null;
  }
}

/** Remembers how a session was begun; the name of the method only. */
export function saveMethod(publicToken: string, session: MemberSession): void {
  const method = methodOfSession(session);
  try {
    if (method) localStorage.setItem(keyOf(publicToken), method);
  } catch {
    return;
  }
}

/** The method of a session's newest first factor. */
export function methodOfSession({ authentication_factors: factors }: MemberSession): string | undefined {
  const first = factors.filter(({ sequence_order }) => sequence_order === 'PRIMARY');
  const newest = first.toSorted((one, other) => one.last_authenticated_at.localeCompare(other.last_authenticated_at));
  const factor = newest.at(-1);
  return factor && methodOf(factor);
}

/** `oauth_google` becomes `google_oauth`, a code by e-mail `email_otp`. */
function methodOf({ type, delivery_method }: { type: string; delivery_method: string }): string {
  const [kind, provider] = delivery_method.split('_');
  if (kind === 'oauth' && provider) return `${provider}_oauth`;
  if (kind === 'sso') return 'sso';
  return type === 'otp' ? 'email_otp' : type;
}
