const keyOf = (publicToken: string) => `stytch-elements:${publicToken}:left`;

/**
 * The identifier of a session that was left on this device while the server could not be told, and whose cookie a page
 * cannot take away: the pages to come, and the other tabs, are not to take it up again.
 */
export function leftSession(publicToken: string): string | null {
  try {
    return localStorage.getItem(keyOf(publicToken));
  } catch {
    return null;
  }
}

/** Keeps that, or forgets it. Storage may be blocked: then this page alone knows. */
export function saveLeft(publicToken: string, session: string | null): void {
  try {
    if (session === null) localStorage.removeItem(keyOf(publicToken));
    else localStorage.setItem(keyOf(publicToken), session);
  } catch {
    return;
  }
}
