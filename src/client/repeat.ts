import type { AuthStore } from './store.js';

type Fetch = typeof fetch;

/**
 * A `fetch` that answers a server's wish for a fresher factor: a 401 with
 * `WWW-Authenticate: … error="insufficient_user_authentication", max_age=…` (RFC 9470, section 3) has the member
 * prove one, then the request is sent once more. When they do not want to, or cannot, the 401 is what the caller gets.
 * The request is repeated as it was: a token of the session in its headers is the old one, so let `fetch` add it.
 * A server of another origin has to expose the header (`Access-Control-Expose-Headers`).
 */
export function wrapFetch(fetch: Fetch, storeOf: () => AuthStore | undefined): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const again = request.clone(); // a body can be read once
    const response = await fetch(request);
    const maxAge = wantedAge(response);
    const store = maxAge === undefined ? undefined : storeOf();
    if (maxAge === undefined || !store) return response;
    try {
      await store.actions.stepUp({ maxAge });
    } catch {
      return response;
    }
    return fetch(again);
  };
}

/** How many seconds old a factor may be, if that is what the server complains of; without a number it has to be new. */
function wantedAge({ status, headers }: Response): number | undefined {
  const challenge = headers.get('www-authenticate') ?? '';
  if (status !== 401 || !/error\s*=\s*"?insufficient_user_authentication\b/i.test(challenge)) return undefined;
  return Number(/max_age\s*=\s*"?(\d+)/i.exec(challenge)?.[1] ?? 0);
}
