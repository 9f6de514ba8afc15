import type { Want } from '../flows/flow.js';
import type { AuthStore } from './store.js';

type Fetch = typeof fetch;

/**
 * A `fetch` that answers a server's wish for a fresher factor: a 401 with
 * `WWW-Authenticate: … error="insufficient_user_authentication", max_age=…` (RFC 9470, section 3) has the member
 * prove one, then the request is sent once more. When they do not want to, or cannot, the 401 is what the caller gets.
 * A request that is aborted takes its question along. The request is repeated as it was: a token of the session in its
 * headers is the old one, so let `fetch` add it. A server of another origin has to expose the header
 * (`Access-Control-Expose-Headers`).
 */
export function wrapFetch(fetch: Fetch, storeOf: () => AuthStore | undefined): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const again = request.clone(); // a body can be read once
    const sentAt = Date.now();
    const response = await fetch(request);
    const want = wantedBy(response);
    const store = want && storeOf();
    if (!store) return response;
    try {
      await Promise.race([store.stepUp({ ...want, sentAt, signal: request.signal }), aborted(request)]);
    } catch {
      request.signal.throwIfAborted();
      return response;
    }
    return fetch(again);
  };
}

/** Rejects when a request is aborted. */
function aborted({ signal }: Request): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', reject));
}

/**
 * How many seconds old a factor may be, and by which, if that is what the server complains of; without a number it has
 * to be new. Of `acr_values` those count that name a factor of Stytch's, or `mfa`; what else is wanted cannot be known.
 */
function wantedBy({ status, headers }: Response): Want | undefined {
  const challenge = headers.get('www-authenticate') ?? '';
  if (status !== 401 || !/error\s*=\s*"?insufficient_user_authentication\b/i.test(challenge)) return undefined;
  const maxAge = Number(/max_age\s*=\s*"?(\d+)/i.exec(challenge)?.[1] ?? 0);
  const contexts = /acr_values\s*=\s*"([^"]*)"/i.exec(challenge)?.[1]?.split(' ') ?? [];
  const factor = contexts.find((each) => each === 'totp' || each === 'sms_otp');
  return { maxAge, mfa: contexts.includes('mfa'), ...(factor && { factor }) };
}
