import cookieParser from 'cookie-parser';
import express from 'express';
import { isSecure, origin } from './settings.js';
import { stytch } from './stytch.js';

/** @import { Response } from 'express' */

/** A back end of another origin: the page's `<stytch-hydrate push-to>` hands it each new JWT. */
export const reports = express();

// lax, as both are of one site, like app.example.com and api.example.com; else it must be 'none', and partitioned
const cookie = /** @type {const} */ ({ httpOnly: true, sameSite: 'lax', secure: isSecure });

// only the pages of one origin may ask, with cookies
reports.use((request, response, next) => {
  if (request.get('Origin') !== origin) return void response.vary('Origin').sendStatus(403);
  response.vary('Origin').set({
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Headers': 'Content-Type',
  });
  if (request.method === 'OPTIONS') response.sendStatus(204);
  else next();
});
reports.use(cookieParser(), express.json());

// the tokens of now, or null where nobody is signed in any more; what nobody needs here is not kept
reports.post('/session', async (request, response) => {
  const jwt = request.body?.session_jwt;
  if (!jwt) return void response.clearCookie('reports_jwt', cookie).sendStatus(204);
  if (!(await sessionOf(jwt))) return signedOut(response);
  response.cookie('reports_jwt', jwt, cookie).sendStatus(204);
});

reports.get('/api/reports', async (request, response) => {
  const session = await sessionOf(request.cookies.reports_jwt);
  if (!session) return signedOut(response);
  response.json({ organization: session.organization_slug, reports: ['January', 'February'] });
});

/**
 * Verifies the signature here; Stytch is asked only for its public keys. What is over, forged or missing is null.
 * @param {unknown} jwt
 */
async function sessionOf(jwt) {
  return stytch.sessions.authenticateJwtLocal({ session_jwt: String(jwt) }).catch(() => null);
}

/** @param {Response} response */
function signedOut(response) {
  response.status(401).json({ error: 'signed_out', message: 'Nobody is signed in.' });
}
