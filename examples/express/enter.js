import { handOver } from './handover.js';
import { keep } from './records.js';
import { refuse } from './refusal.js';

/** @import { Request, Response } from 'express' */
/** @import { Member, MemberSession, Organization } from 'stytch' */

/**
 * @typedef {{ member: Member, organization: Organization | null, member_authenticated: boolean,
 *   session_token: string, session_jwt: string, member_session?: MemberSession }} Answer
 */

/**
 * Lets in whom Stytch has authenticated, unless they still owe something.
 * @param {Request} request
 * @param {Response} response
 * @param {Answer} answer
 */
export function enter(request, response, { member, organization, member_session, ...answer }) {
  if (!answer.member_authenticated || !member_session || !organization) {
    const message = 'A second factor is needed there: log in elsewhere first, then switch.';
    return refuse(request, response, 403, { error: 'second_factor', message });
  }
  keep({ member, organization, member_session });
  handOver(response, { ...answer, member_session });
  response.redirect(303, '/');
}
