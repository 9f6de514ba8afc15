// What `custom-elements.json` says of the elements.
import { readFileSync } from 'node:fs';

/** @typedef {{ name: string, description?: string, type: { text: string } }} Named */
/** @typedef {Named & { fieldName?: string, readonly?: boolean, kind?: string, default?: string }} Field */
/** @typedef {{ name: string, syntax: string, description: string, default: string }} Token */
/**
 * @typedef {object} Element
 * @property {string} name
 * @property {string} tagName
 * @property {string} description
 * @property {Field[]} attributes
 * @property {Field[]} members
 * @property {Named[]} events
 * @property {Named[]} slots
 * @property {Named[]} cssParts
 * @property {Named[]} cssStates
 * @property {Token[]} cssProperties
 */

const NONE = {
  attributes: [],
  members: [],
  events: [],
  slots: [],
  cssParts: [],
  cssStates: [],
  cssProperties: [],
};

/** @returns {Element[]} */
export function readElements() {
  /** @type {{ modules: { declarations?: Partial<Element>[] }[] }} */
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const declarations = modules.flatMap((each) => each.declarations ?? []).filter(({ tagName }) => tagName);
  return declarations.map((each) => /** @type {Element} */ ({ ...NONE, ...each }));
}

/**
 * The properties that can be set.
 * @param {Element} element
 */
export function fields({ members }) {
  return members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
}
