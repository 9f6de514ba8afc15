import { Router } from 'express';
import { cookieDomain, isHttpOnly, isSecure, way } from './settings.js';
import { stytch } from './stytch.js';

/** @import { Response } from 'express' */
/** @import { MemberSession } from 'stytch' */

/** @typedef {{ session_token: string, session_jwt: string, member_session?: MemberSession }} Granted */

const attributes = /** @type {const} */ ({ sameSite: 'lax', secure: isSecure });
const forSdk = { ...attributes, path: '/', httpOnly: isHttpOnly, ...(cookieDomain && { domain: cookieDomain }) };
const forPage = { ...attributes, path: '/session', httpOnly: true };

/**
 * The first way: cookies set by the back end. They are the SDK's own, by name and path, and it finds them when the page
 * begins. With HttpOnly cookies it is the only way.
 * @param {Response} response
 * @param {Granted} granted
 */
function setCookies(response, { session_token, session_jwt, member_session }) {
  const cookie = { ...forSdk, expires: new Date(member_session?.expires_at ?? '') };
  response.cookie('stytch_session', session_token, cookie).cookie('stytch_session_jwt', session_jwt, cookie);
}

/**
 * The second way: tokens for the page, once. For a back end that does not know how the page's SDK calls its cookies.
 * @param {Response} response
 * @param {Granted} granted
 */
function keepForPage(response, { session_token }) {
  response.cookie('handover', session_token, { ...forPage, maxAge: 60_000 });
}

/** Hands a session that was made here over to the page. */
export const handOver = way === 'tokens' ? keepForPage : setCookies;

/**
 * Takes the session's cookies away, whoever has set them.
 * @param {Response} response
 */
export function takeAway(response) {
  response.clearCookie('stytch_session', forSdk).clearCookie('stytch_session_jwt', forSdk);
  response.clearCookie('handover', forPage);
}

/** Of the second way: asked by `<stytch-hydrate src>` once the page is there. */
export const handover = Router();

handover.post('/session', async (request, response) => {
  const given = request.cookies.handover;
  response.clearCookie('handover', forPage).set('Cache-Control', 'no-store');
  if (!given) return void response.sendStatus(401);
  const { session_token, session_jwt } = await stytch.sessions.authenticate({ session_token: given });
  response.json({ session_token, session_jwt });
});
