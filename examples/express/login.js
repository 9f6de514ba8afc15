import { Router } from 'express';
import { remember } from './people.js';
import { isProduction, origin } from './settings.js';
import { stytch } from './stytch.js';

/** Logs members in by e-mail link, here on the server, and hands the session over to the page. */
export const login = Router();

const landing = `${origin}/authenticate`; // register it with Stytch
const cookie = /** @type {const} */ ({ path: '/session', httpOnly: true, sameSite: 'lax', secure: isProduction });

login.post('/login', async (request, response) => {
  await stytch.magicLinks.email.loginOrSignup({
    organization_id: request.body.organization, // the slug will do
    email_address: request.body.email,
    login_redirect_url: landing,
    signup_redirect_url: landing,
  });
  response.redirect(303, '/?sent');
});

// where the link leads to
login.get('/authenticate', async (request, response) => {
  const { member, member_authenticated, session_token } = await stytch.magicLinks.authenticate({
    magic_links_token: String(request.query.token),
    session_duration_minutes: 60,
  });
  remember(member);
  if (!member_authenticated)
    return void response.status(403).send('A second factor is needed there: log in elsewhere first, then switch.');
  response.cookie('handover', session_token, { ...cookie, maxAge: 60_000 }).redirect(303, '/');
});

// asked by <stytch-hydrate> once the page is there; a session is handed over once
login.post('/session', async (request, response) => {
  const given = request.cookies.handover;
  response.clearCookie('handover', cookie).set('Cache-Control', 'no-store');
  if (!given) return void response.sendStatus(401);
  const { session_token, session_jwt } = await stytch.sessions.authenticate({ session_token: given });
  response.json({ session_token, session_jwt });
});
