import { stytch } from './stytch.js';

/** @typedef {{ name: string, email: string }} Person */

/** @type {Map<string, Person>} Stands for a table of your database. */
const people = new Map();

/**
 * Keeps your own record in step with Stytch's member: at log-in, and after every change.
 * @param {import('stytch').Member} member
 * @returns {Person}
 */
export function remember({ member_id, name, email_address: email }) {
  const person = { name, email };
  people.set(member_id, person);
  return person;
}

/**
 * Your record of a member, made when they are first seen: whoever switched organization on the page did not log in here.
 * @param {import('stytch').MemberSession} session
 */
export async function recordOf({ organization_id, member_id }) {
  const known = people.get(member_id);
  return known ?? remember((await stytch.organizations.members.get({ organization_id, member_id })).member);
}
