import { StytchError } from 'stytch';
import { notice } from './page.js';

/** @import { ErrorRequestHandler, Request, Response } from 'express' */

const elsewhere = 'This link was asked for in another browser. Open it there, or have a new one sent from here.';
const again = 'The link was used, or its time is over. Have a new one sent.';

/** @type {Record<string, [status: number, message: string]>} What Stytch refuses, in words that help. */
const WORDS = {
  session_not_found: [401, 'This session is over.'],
  pkce_mismatch: [403, elsewhere],
  pkce_expected_code_verifier: [403, elsewhere],
  unable_to_auth_magic_link: [401, again],
  intermediate_session_not_found: [401, again],
};

/**
 * Says no: with a page to somebody who has opened one, else as JSON.
 * @param {Request} request
 * @param {Response} response
 * @param {number} status
 * @param {{ error: string, message: string }} reason
 */
export function refuse(request, response, status, reason) {
  const isPage = request.accepts(['json', 'html']) === 'html';
  response.status(status).send(isPage ? notice(reason.message) : reason);
}

/**
 * A link counts only in the browser that has asked for it: else anybody could sign others in to an account of their own.
 * @param {Request} request
 * @param {Response} response
 */
export function refuseElsewhere(request, response) {
  refuse(request, response, 403, { error: 'other_browser', message: elsewhere });
}

/**
 * What Stytch refuses, and bodies that make no sense; whatever else goes wrong is an error of ours.
 * @type {ErrorRequestHandler}
 */
export const refusal = (error, request, response, next) => {
  if (error.expose) return refuse(request, response, error.status, { error: 'bad_request', message: error.message });
  if (!(error instanceof StytchError)) return next(error);
  const { error_type, error_message, status_code } = error;
  const general = status_code === 403 ? 'Your role does not allow this; an administrator may.' : error_message;
  const [status, message] = WORDS[error_type] ?? [status_code, general];
  refuse(request, response, status, { error: error_type, message });
};
