import type { AuthStore } from '../../client/store.js';
import { type Found, inventory } from './inventory.js';
import type { Entry, Journal } from './journal.js';
import { mapTexts, mask, redact } from './redact.js';
import type { Requests, Sent } from './requests.js';
import { type Lines, sessionOf } from './session.js';
import { type Timer, timersOf } from './timers.js';

/** Everything that the panel shows. */
export interface Report {
  readonly version: string;
  /** When it was made, in milliseconds since 1970 by the page's clock. */
  readonly at: number;
  readonly publicToken: string;
  /** Milliseconds that Stytch's clock is ahead of the page's, where that matters. */
  readonly skew: number;
  readonly session: Lines;
  readonly timers: readonly Timer[];
  readonly elements: readonly Found[];
  readonly log: readonly Entry[];
  readonly requests: readonly Sent[];
}

interface Sources {
  readonly host: Element;
  readonly store: AuthStore;
  readonly journal: Journal;
  readonly requests: Requests;
}

/** Tokens and secrets are in no report; e-mail addresses and telephone numbers only where `reveal` says so. */
export function reportOf({ host, store, journal, requests }: Sources, reveal = false): Report {
  const at = Date.now();
  const report: Report = {
    version: (host.constructor as { version?: string }).version ?? 'unknown',
    at,
    publicToken: store.options.publicToken,
    skew: store.clock.skew,
    session: sessionOf(store, at),
    timers: timersOf(store),
    elements: inventory(host),
    log: journal.entries,
    requests: requests.entries,
  };
  return mapTexts(report, (text) => (reveal ? redact(text) : mask(redact(text))));
}

/** The report for somebody else to read: times as ISO 8601. */
export function toJson(report: Report): string {
  const isTime = (key: string, value: unknown): value is number => key === 'at' && typeof value === 'number';
  return JSON.stringify(
    report,
    (key, value: unknown) => (isTime(key, value) ? new Date(value).toISOString() : value),
    2,
  );
}
