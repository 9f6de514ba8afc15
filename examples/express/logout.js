import { Router } from 'express';
import { takeAway } from './handover.js';
import { forgetAllOf, forgetSession } from './records.js';
import { isOver, stytch } from './stytch.js';

/** Ends this session, or all sessions of its member, at Stytch and here. */
export const logout = Router();

logout.post('/logout', async (request, response) => {
  const session_token = request.cookies.stytch_session;
  if (session_token) await (request.body?.everywhere ? endAll(session_token) : end(session_token)).catch(unlessOver);
  takeAway(response); // not before Stytch knows: the tokens would go on counting
  response.redirect(303, '/');
});

/** @param {string} session_token */
async function end(session_token) {
  const { member_session } = await stytch.sessions.authenticate({ session_token });
  await stytch.sessions.revoke({ session_token });
  forgetSession(member_session.member_session_id);
}

/** @param {string} session_token */
async function endAll(session_token) {
  const { member_id } = (await stytch.sessions.authenticate({ session_token })).member_session;
  await stytch.sessions.revoke({ member_id });
  forgetAllOf(member_id);
}

/** @param {unknown} error */
function unlessOver(error) {
  if (!isOver(error)) throw error;
}
