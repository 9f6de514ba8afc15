import type { Call } from '../call.js';
import { memberAnswer } from '../lookup.js';
import { authorizeFor, removePhone, removeTotp } from '../members.js';
import type { Member, Organization } from '../types.js';
import type { Handler } from './route.js';

const REMOVALS = { 'mfa-phone': removePhone, 'mfa-totp': removeTotp };

/** Takes one of a member's second factors away, whoever the call says the member is. */
export function without(
  factor: keyof typeof REMOVALS,
  whom: (call: Call) => Promise<{ member: Member; organization: Organization }>,
): Handler {
  return async (call) => {
    const { member, organization } = await whom(call);
    await authorizeFor(call, organization, member, [`update.info.delete.${factor}`]);
    REMOVALS[factor](call.world, member);
    return memberAnswer(member, organization);
  };
}
