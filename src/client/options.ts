import type { StytchB2BClient, StytchClientOptions } from '@stytch/vanilla-js/b2b/headless';
import { StytchElementsError } from '../flows/errors.js';

/** Any `StytchB2BClient`, whatever its project configuration. */
export type Client = StytchB2BClient;

/** How to reach Stytch; names are those of `StytchClientOptions`. */
export interface Options {
  readonly publicToken: string;
  readonly customBaseUrl?: string | undefined;
  readonly dfppaUrl?: string | undefined;
  readonly dfpCdnUrl?: string | undefined;
  readonly keepSessionAlive?: boolean | undefined;
  readonly cookieOptions?: StytchClientOptions['cookieOptions'] | undefined;
  /** Set for a client of the page's own, whose cookies may have any names. */
  readonly unknownCookies?: boolean | undefined;
  /** http(s) origin of a local emulator. */
  readonly emulatorUrl?: string | undefined;
}

/** What is wrong with the options, or nothing. */
export function mistakeIn({ publicToken, emulatorUrl }: Options): StytchElementsError | undefined {
  if (!publicToken) return new StytchElementsError('misconfigured', { detail: 'no-token' });
  const emulated = emulatorUrl !== undefined;
  if (emulated && !(publicToken.startsWith('public-token-test') && /^https?:\/\//.test(emulatorUrl)))
    return new StytchElementsError('misconfigured', { detail: 'emulator-needs-test-token' });
  return undefined;
}

/**
 * The options for the SDK's constructor. An emulator is reached through the SDK's `endpoints`, which it has and does
 * not document; a blank `customBaseUrl` beside it keeps the SDK in the mode of its own host, for HttpOnly cookies.
 */
export function sdkOptions(options: Options): StytchClientOptions {
  const { emulatorUrl, publicToken, customBaseUrl, ...rest } = options;
  const given = Object.entries({ ...rest, customBaseUrl: emulatorUrl && customBaseUrl ? ' ' : customBaseUrl });
  const endpoints = emulatorUrl ? { endpoints: { testAPIURL: emulatorUrl.replace(/\/+$/, '') } } : {};
  return {
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    ...endpoints,
  } as StytchClientOptions;
}
