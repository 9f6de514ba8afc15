import { redact } from './redact.js';

/** A request of the SDK's, as the browser tells of it; of bodies and headers it tells nothing. */
export interface Sent {
  readonly at: number;
  /** As far as the path says; the browser does not. */
  readonly method: string | null;
  readonly path: string;
  /** Null where the browser does not say, as of a request that failed. */
  readonly status: number | null;
  readonly ms: number;
}

/** Where the SDK finds its API, on whichever host. */
const API = '/sdk/v1/';
const LONGEST = 200;

/** Paths that are not sent by POST; two methods mean that only the server knows. */
const METHODS: readonly [path: RegExp, method: string | null][] = [
  [/^\/projects\/bootstrap\/|\/connected_apps$|\/members\/me$|^\/b2b\/recovery_codes$/, 'GET'],
  [/^\/b2b\/sso(\/discovery\/connections)?$/, 'GET'],
  [/\/members\/update$|\/reactivate$/, 'PUT'],
  [
    /\/members\/(passwords|mfa_phone_numbers|totp)\/|\/delete(PhoneNumber|TOTP)$|^\/b2b\/sso\/(?!authenticate$)[\w-]+$/,
    'DELETE',
  ],
  [/^\/b2b\/organizations\/me$|^\/b2b\/organizations\/members\/[\w]+-[\w-]+$/, null],
];

/** The method by which the SDK sends a request to `path`, where that tells; null where it does not. */
export function methodOf(path: string): string | null {
  const found = METHODS.find(([pattern]) => pattern.test(path));
  return found ? found[1] : 'POST';
}

/** Collects the requests to Stytch's API that the browser has timed: those from before as well. */
export class Requests {
  entries: readonly Sent[] = [];
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Returns what ends it. */
  follow(): () => void {
    const observer = new PerformanceObserver((list) => this.#take(list.getEntries() as PerformanceResourceTiming[]));
    observer.observe({ type: 'resource', buffered: this.entries.length === 0 });
    return () => observer.disconnect();
  }

  clear(): void {
    this.entries = [];
    this.#changed();
  }

  #take(timings: readonly PerformanceResourceTiming[]): void {
    const sent = timings.filter(({ name }) => new URL(name).pathname.includes(API)).map(sentOf);
    if (sent.length === 0) return;
    this.entries = [...this.entries, ...sent].slice(-LONGEST);
    this.#changed();
  }
}

function sentOf({ name, startTime, duration, responseStatus }: PerformanceResourceTiming): Sent {
  const { pathname } = new URL(name);
  const path = pathname.slice(pathname.indexOf(API) + API.length - 1);
  return {
    at: performance.timeOrigin + startTime,
    method: methodOf(path),
    path: redact(path),
    status: responseStatus || null,
    ms: Math.round(duration),
  };
}
