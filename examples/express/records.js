import { stytch } from './stytch.js';

/** @import { Member, MemberSession, Organization } from 'stytch' */

// Three tables of your database, keyed by Stytch's ids. What your own rows refer to are these ids, never names or addresses.
/** @type {Map<string, { name: string, email: string, title: string, limit: number }>} */
const members = new Map();
/** @type {Map<string, { name: string, plan: string }>} */
const organizations = new Map();
/** @type {Map<string, { member_id: string, since: string, until: string }>} */
const sessions = new Map();

/**
 * What Stytch has just said: after a log-in, and whenever a session is checked. So what was changed elsewhere arrives, too.
 * @param {{ member: Member, organization: Organization, member_session: MemberSession }} answer
 */
export function keep({ member, organization, member_session }) {
  keepMember(member);
  keepOrganization(organization);
  const { member_session_id, member_id, started_at: since, expires_at: until } = member_session;
  sessions.set(member_session_id, { member_id, since: since ?? '', until: until ?? '' });
}

/**
 * Untrusted metadata is what a member may say of themselves, from any page. Trusted metadata is what your server goes by.
 * @param {Member} member
 */
export function keepMember({ member_id, name, email_address: email, untrusted_metadata, trusted_metadata }) {
  const { title = '' } = untrusted_metadata ?? {};
  const { limit = 1000 } = trusted_metadata ?? {};
  const row = { name, email, title: String(title), limit: Number(limit) };
  members.set(member_id, row);
  return row;
}

/** @param {Organization} organization */
export function keepOrganization({ organization_id, organization_name: name, trusted_metadata }) {
  const { plan = 'free' } = trusted_metadata ?? {};
  const row = { name, plan: String(plan) };
  organizations.set(organization_id, row);
  return row;
}

/**
 * Your rows of a member and of their organization, made when they are first seen: whoever has switched organization on
 * the page did not log in here.
 * @param {MemberSession} session
 */
export async function recordOf({ organization_id, member_id }) {
  const [member, organization] = [members.get(member_id), organizations.get(organization_id)];
  if (member && organization) return { member, organization };
  const found = await stytch.organizations.members.get({ organization_id, member_id });
  return { member: keepMember(found.member), organization: keepOrganization(found.organization) };
}

/**
 * How often a member is logged in. What ends without this server is known by its time; webhooks can tell at once.
 * @param {string} member_id
 */
export function sessionsOf(member_id) {
  const now = new Date().toISOString();
  return [...sessions.values()].filter((row) => row.member_id === member_id && row.until > now).length;
}

/** @param {string} member_session_id */
export function forgetSession(member_session_id) {
  sessions.delete(member_session_id);
}

/** @param {string} of */
export function forgetAllOf(of) {
  for (const [id, { member_id }] of sessions) if (member_id === of) sessions.delete(id);
}
