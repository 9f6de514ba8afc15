const keyOf = (publicToken: string, to: string) => `stytch-elements:${publicToken}:handed:${to}`;

/** Whether an address has been handed a session whose end it has not been told of, by this page or one before. */
export function isHanded(publicToken: string, to: string): boolean {
  try {
    return localStorage.getItem(keyOf(publicToken, to)) !== null;
  } catch {
    return false;
  }
}

/** Keeps that for the pages to come; what was handed is not kept. Storage may be blocked: then they do not know. */
export function noteHanded(publicToken: string, to: string, isSession: boolean): void {
  try {
    if (isSession) localStorage.setItem(keyOf(publicToken, to), '1');
    else localStorage.removeItem(keyOf(publicToken, to));
  } catch {
    return;
  }
}
