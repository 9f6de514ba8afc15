import { firstMethodOf } from '../flows/factors.js';
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
  const method = firstMethodOf(session);
  if (!method || method === 'impersonated' || method === lastMethod(publicToken)) return;
  try {
    localStorage.setItem(keyOf(publicToken), method);
  } catch {
    return;
  }
}
