import { createHash, randomBytes } from 'node:crypto';
import { Router } from 'express';
import { enter } from './enter.js';
import { optionalTextIn, textIn } from './input.js';
import { refuseElsewhere } from './refusal.js';
import { isSecure, origin } from './settings.js';
import { beginChoice } from './signup.js';
import { stytch } from './stytch.js';

/** Logs members in by e-mail link, here on the server. */
export const login = Router();

const landing = `${origin}/authenticate`; // register it with Stytch
const proof = /** @type {const} */ ({ path: '/authenticate', httpOnly: true, sameSite: 'lax', secure: isSecure });

// to one organization or, where none is named, to any
login.post('/login', async (request, response) => {
  const email_address = textIn(request, 'email');
  const organization_id = optionalTextIn(request, 'organization'); // the slug will do
  const verifier = randomBytes(32).toString('base64url');
  const pkce_code_challenge = createHash('sha256').update(verifier).digest('base64url');
  const { email } = stytch.magicLinks;
  const to = { login_redirect_url: landing, signup_redirect_url: landing };
  if (organization_id) await email.loginOrSignup({ organization_id, email_address, pkce_code_challenge, ...to });
  else await email.discovery.send({ email_address, pkce_code_challenge, discovery_redirect_url: landing });
  response.cookie('verifier', verifier, { ...proof, maxAge: 60 * 60_000 }); // as long as a link lives
  response.redirect(303, '/?sent');
});

// Where the link leads to. It counts only with the verifier, which the browser has that has asked for it: else anybody
// could sign others in to an account of their own, by a link that they have had sent to themselves.
login.get('/authenticate', async (request, response) => {
  const { verifier: pkce_code_verifier } = request.cookies;
  if (!pkce_code_verifier) return refuseElsewhere(request, response);
  const token = String(request.query.token);
  if (request.query.stytch_token_type === 'discovery') {
    const link = { discovery_magic_links_token: token, pkce_code_verifier };
    const proved = await stytch.magicLinks.discovery.authenticate(link);
    beginChoice(response.clearCookie('verifier', proof), proved);
  } else {
    const link = { magic_links_token: token, pkce_code_verifier, session_duration_minutes: 60 };
    const answer = await stytch.magicLinks.authenticate(link);
    enter(request, response.clearCookie('verifier', proof), answer);
  }
});
