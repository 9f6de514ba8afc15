// The page's provider, and what surrounds it: the emulator it talks to and the demo's own back end.

export const provider = /** @type {HTMLElementTagNameMap['stytch-provider']} */ (
  document.querySelector('stytch-provider')
);

/**
 * Asks the emulator; with a body, tells it.
 * @param {string} path
 * @param {unknown} [body]
 */
export function emulator(path, body) {
  return json(`${provider.getAttribute('emulator-url')}/emulator/${path}`, body);
}

/**
 * Asks the demo's back end for the weather and the clock; with a body, changes them.
 * @param {{ weather: string }} [body]
 * @returns {Promise<{ weather: string, clockOffset: number }>}
 */
export function surroundings(body) {
  return json('./workbench', body);
}

/**
 * Takes over a session as if a back end had made it.
 * @param {{ email: string, organization: string }} person
 */
export async function signIn({ email, organization }) {
  const { session_token, session_jwt } = await emulator('sessions', { email, organization });
  await provider.store?.actions.hydrate({ sessionToken: session_token, sessionJwt: session_jwt });
}

/**
 * Calls `look` now and every second for as long as somebody is looking.
 * @param {() => unknown} look
 */
export function everySecond(look) {
  const glance = () => document.visibilityState === 'visible' && look();
  document.addEventListener('visibilitychange', glance);
  setInterval(glance, 1000);
  glance();
}

/**
 * @param {string} url
 * @param {unknown} [body]
 */
async function json(url, body) {
  const sent = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, body === undefined ? undefined : sent);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
