/** What is left behind for the case that the page is reloaded on the way: no token. */
export interface Trail {
  /** The session that was there before. */
  readonly before: string | null;
  /** Milliseconds since 1970: as long as an intermediate session lives. */
  readonly until: number;
}

const MINUTES = 10;

const keyOf = (publicToken: string) => `stytch-elements:${publicToken}:arrival`;

/** Remembers, for as long as this tab lives, that somebody is on the way in. Storage may be blocked: then nobody does. */
export function leaveTrail(publicToken: string, before: string | null): void {
  const trail: Trail = { before, until: Date.now() + MINUTES * 60_000 };
  try {
    sessionStorage.setItem(keyOf(publicToken), JSON.stringify(trail));
  } catch {
    return;
  }
}

/** What a reload has interrupted, if anything. */
export function findTrail(publicToken: string): Trail | undefined {
  try {
    const trail = JSON.parse(sessionStorage.getItem(keyOf(publicToken)) ?? 'null') as Trail | null;
    return trail && Date.now() < trail.until ? trail : undefined;
  } catch {
    return undefined;
  }
}

export function coverTrail(publicToken: string): void {
  try {
    sessionStorage.removeItem(keyOf(publicToken));
  } catch {
    return;
  }
}
