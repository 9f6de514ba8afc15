import { keep } from './records.js';
import { origin } from './settings.js';
import { stytch } from './stytch.js';

/** @import { Request, RequestHandler, Response } from 'express' */
/** @import { MemberSession } from 'stytch' */

/**
 * Cookies go along with what other sites send here, too: only our own pages may change things.
 * @satisfies {RequestHandler}
 */
export const sameOrigin = (request, response, next) => {
  if (['GET', 'HEAD'].includes(request.method) || isOurs(request)) next();
  else response.status(403).json({ error: 'cross_site', message: 'Not from this site.' });
};

/**
 * By what the browser says and no page can forge. `Sec-Fetch-Site` is missing on plain http and in old browsers.
 * @param {Request} request
 */
function isOurs(request) {
  const site = request.get('Sec-Fetch-Site');
  return site ? site === 'same-origin' : request.get('Origin') === origin;
}

/**
 * Asks Stytch on every request: learns at once that a session was revoked, or that roles have changed.
 * @satisfies {RequestHandler}
 */
export const byToken = async (request, response, next) => {
  const session_token = request.cookies.stytch_session;
  if (!session_token) return signedOut(response);
  const answer = await stytch.sessions.authenticate({ session_token });
  keep(answer);
  response.locals.session = answer.member_session;
  next();
};

/**
 * Verifies the signature here, without a request. A JWT counts until it expires, for five minutes at most, even if the
 * session is revoked meanwhile: enough for reading, not for what is sensitive. One that has expired is sent to Stytch.
 * @satisfies {RequestHandler}
 */
export const byJwt = async (request, response, next) => {
  const session_jwt = request.cookies.stytch_session_jwt;
  if (!session_jwt) return signedOut(response);
  const { member_session } = await stytch.sessions.authenticateJwt({ session_jwt });
  response.locals.session = member_session;
  next();
};

/**
 * After `byToken`: demands an authenticator code of the last `seconds`, in the words of RFC 9470. `withStepUp` on the
 * page understands them, has the member prove one, and sends the request once more.
 * @param {number} seconds
 * @returns {RequestHandler}
 */
export const fresh = (seconds) => (_request, response, next) => {
  /** @type {MemberSession} */
  const { authentication_factors } = response.locals.session;
  const isFresh = authentication_factors.some(({ type, last_authenticated_at: at }) => {
    return type === 'totp' && Date.now() - Date.parse(at ?? '') <= seconds * 1000;
  });
  if (isFresh) return next();
  const challenge = `Bearer error="insufficient_user_authentication", max_age=${seconds}, acr_values="totp"`;
  response
    .status(401)
    .set('WWW-Authenticate', challenge)
    .json({ error: 'insufficient_user_authentication', message: 'A code of your authenticator app is needed.' });
};

/** @param {Response} response */
function signedOut(response) {
  response.status(401).json({ error: 'signed_out', message: 'Nobody is signed in.' });
}
