/** What of it in the tab's storage survives from page to page: paths and times. */
const KEY = 'stytch-elements:departures';

/** How often a person is sent the same way before it counts as a circle, and within how many milliseconds. */
const TIMES = 3;
const WITHIN = 10_000;

type Departure = readonly [from: string, to: string, at: number];

/**
 * Notes that a person is sent from this page to `target`; true when that has just happened twice: then the two pages
 * send people to each other, and one has to stop.
 */
export function isCircling(target: string): boolean {
  const now = Date.now();
  const [from, to] = [pathOf(location.href), pathOf(target)];
  const recent = read().filter(([, , at]) => now - at < WITHIN);
  const before = recent.filter((each) => each[0] === from && each[1] === to);
  if (before.length >= TIMES - 1) return true;
  save([...recent, [from, to, now]]);
  return false;
}

function pathOf(address: string): string {
  if (!URL.canParse(address, document.baseURI)) return address;
  const { origin, pathname } = new URL(address, document.baseURI);
  return origin + pathname;
}

/** Storage may be blocked, and anybody may have written to it. */
function read(): readonly Departure[] {
  try {
    return [...(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Departure[])];
  } catch {
    return [];
  }
}

function save(departures: readonly Departure[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(departures));
  } catch {
    return;
  }
}
