/** @import { Request } from 'express' */

/**
 * A text that a request must have. Bodies may be missing, and hold anything.
 * @param {Request} request
 * @param {string} name
 */
export function textIn(request, name) {
  const value = optionalTextIn(request, name);
  if (value === undefined) throw refused(`"${name}" is missing.`);
  return value;
}

/**
 * A text that a request may have; what is empty counts as missing.
 * @param {Request} request
 * @param {string} name
 * @returns {string | undefined}
 */
export function optionalTextIn({ body }, name) {
  const value = body?.[name] ?? '';
  if (typeof value !== 'string') throw refused(`"${name}" is not a text.`);
  return value.trim() || undefined;
}

/**
 * An amount that a request may have, as a number or as a form's text.
 * @param {Request} request
 * @param {string} name
 * @returns {number | undefined}
 */
export function optionalAmountIn({ body }, name) {
  const value = body?.[name] ?? '';
  if (value === '') return undefined;
  const amount = typeof value === 'string' ? Number(value) : value;
  if (typeof amount !== 'number' || !(amount >= 0 && amount < Infinity)) throw refused(`"${name}" is not an amount.`);
  return amount;
}

/** @param {string} message */
function refused(message) {
  return Object.assign(new Error(message), { status: 400, expose: true }); // as Express's own errors about bodies
}
