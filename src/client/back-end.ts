import type { SessionTokens } from '@stytch/vanilla-js/b2b/headless';
import { StytchElementsError } from '../flows/errors.js';
import { DEADLINE } from './deadline.js';

/** How a back end is asked. */
export interface Asking {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
}

/** What a back end knows: tokens to take over, cookies that it has set itself, or nobody. */
export type Handed =
  | { readonly kind: 'tokens'; readonly sessionToken: string; readonly sessionJwt?: string }
  | { readonly kind: 'cookies' }
  | { readonly kind: 'nobody' };

/**
 * Asks a back end for the session it has made: `{ session_token, session_jwt }`, or 204 when it has set the SDK's
 * cookies with the answer. 401 says that nobody is signed in there. Rejects with a typed error.
 */
export async function readSession(url: URL, { method, headers }: Asking): Promise<Handed> {
  const accept = { Accept: 'application/json', ...headers };
  const response = await reach(url, { method, headers: accept, credentials: 'same-origin', cache: 'no-store' });
  if (response.status === 401) return { kind: 'nobody' };
  checkStatus(response);
  if (response.status === 204) return { kind: 'cookies' };
  const told = (await response.json().catch(() => null)) as Partial<SessionTokens> | null;
  if (told === null || !('session_token' in told))
    throw new StytchElementsError('misconfigured', { detail: 'back-end' });
  const { session_token: sessionToken, session_jwt: sessionJwt } = told;
  if (!sessionToken) return { kind: 'nobody' };
  const tokens = { kind: 'tokens', sessionToken } as const;
  return sessionJwt ? { ...tokens, sessionJwt } : tokens;
}

/** Hands the tokens of now to a back end; null when there is no session any more. Rejects with a typed error. */
export async function pushTokens(
  url: URL,
  tokens: SessionTokens | null,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const body = JSON.stringify(tokens ?? { session_token: null, session_jwt: null });
  const sent = { 'Content-Type': 'application/json', ...headers };
  checkStatus(await reach(url, { method: 'POST', headers: sent, body, credentials: 'include', keepalive: true }));
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(DEADLINE) });
  } catch (thrown) {
    throw new StytchElementsError((thrown as Error).name === 'TimeoutError' ? 'timeout' : 'offline');
  }
}

function checkStatus({ ok, status }: Response): void {
  if (ok) return;
  if (status === 429) throw new StytchElementsError('rate-limited');
  if (status === 403) throw new StytchElementsError('not-allowed', { detail: 'back-end' });
  if (status >= 500) throw new StytchElementsError('unknown', { detail: 'back-end' });
  throw new StytchElementsError('misconfigured', { detail: 'back-end' });
}
