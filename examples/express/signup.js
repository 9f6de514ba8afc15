import { Router } from 'express';
import { enter } from './enter.js';
import { textIn } from './input.js';
import { choice } from './page.js';
import { isSecure } from './settings.js';
import { stytch } from './stytch.js';

/** @import { Response } from 'express' */

/** Lets whoever has proved an address choose an organization, or create one: that is how people sign up. */
export const signup = Router();

const path = '/organizations';
const proof = /** @type {const} */ ({ path, httpOnly: true, sameSite: 'lax', secure: isSecure });

/**
 * Keeps what Stytch knows of the address by, for the ten minutes that it lives.
 * @param {Response} response
 * @param {{ intermediate_session_token: string }} proved
 */
export function beginChoice(response, { intermediate_session_token }) {
  response.cookie('intermediate', intermediate_session_token, { ...proof, maxAge: 10 * 60_000 }).redirect(303, path);
}

signup.get(path, async (request, response) => {
  const intermediate_session_token = request.cookies.intermediate;
  if (!intermediate_session_token) return response.redirect(303, '/');
  const { email_address, discovered_organizations } = await stytch.discovery.organizations.list({
    intermediate_session_token,
  });
  response.send(choice(email_address, discovered_organizations));
});

signup.post(path, async (request, response) => {
  const intermediate_session_token = String(request.cookies.intermediate);
  const made = { intermediate_session_token, organization_name: textIn(request, 'name'), session_duration_minutes: 60 };
  const answer = await stytch.discovery.organizations.create(made);
  enter(request, response.clearCookie('intermediate', proof), answer);
});

signup.post(`${path}/enter`, async (request, response) => {
  const intermediate_session_token = String(request.cookies.intermediate);
  const chosen = { intermediate_session_token, organization_id: textIn(request, 'organization_id') };
  const answer = await stytch.discovery.intermediateSessions.exchange({ ...chosen, session_duration_minutes: 60 });
  enter(request, response.clearCookie('intermediate', proof), answer);
});
