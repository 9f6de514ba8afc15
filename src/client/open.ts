import type { Authentication } from '../flows/call.js';

/** The part of an answer that may travel: no tokens. */
export function open(response: Authentication): Authentication {
  const { member_session, member, organization, mfa_required, primary_required } = response;
  const { discovered_organizations, email_address } = response;
  return {
    member_session: member_session ?? null,
    member: member ?? null,
    organization: organization ?? null,
    mfa_required: mfa_required ?? null,
    primary_required: primary_required ?? null,
    ...(discovered_organizations && { discovered_organizations }),
    ...(email_address && { email_address }),
  };
}
