// What the elements announce. Details are picked one by one: a log of whole events is how secrets get out.
import { make } from './dom.js';

/** @typedef {HTMLElementEventMap} Events */
/** @typedef {Extract<keyof Events, `stytch-${string}`>} Name */

/** @type {{ [N in Name]?: (detail: Events[N]['detail']) => string }} */
const WORDS = {
  'stytch-session-change': ({ snapshot, reason }) =>
    [reason, snapshot.status, placeIn(snapshot)].filter(Boolean).join(', '),
  'stytch-switch-before': ({ organization }) => `to ${organization.organization_name}`,
  'stytch-switch': ({ organization }) => `to ${organization.organization_name}`,
  'stytch-pending': ({ pending }) => pending.kind,
  'stytch-authenticated': ({ method, organization }) => `${method}, ${organization.organization_name}`,
  'stytch-cancel': ({ restored }) => (restored ? 'session restored' : 'no session to restore'),
  'stytch-logout-before': () => '',
  'stytch-logout': ({ confirmed }) => (confirmed ? 'confirmed' : 'on this device only'),
  'stytch-redirect': ({ url }) => `to ${new URL(url, location.href).origin}`,
  'stytch-create': () => '',
  'stytch-error': ({ error }) => error.code,
};
const KEPT = 100;

/** The events, newest first. */
export function log() {
  const list = make('ol', { class: 'log', tabindex: 0, 'aria-label': 'Events, newest first' });
  const empty = make('p', { class: 'soft' }, 'Nothing was announced yet.');
  for (const name of /** @type {Name[]} */ (Object.keys(WORDS))) {
    document.addEventListener(name, (event) => {
      list.prepend(line(name, /** @type {CustomEvent} */ (event).detail));
      empty.hidden = true;
      while (list.children.length > KEPT) list.lastElementChild?.remove();
    });
  }
  return [empty, list];
}

/** @param {Events['stytch-session-change']['detail']['snapshot']} snapshot */
function placeIn({ pending, organization }) {
  const place = pending && 'organization' in pending ? pending.organization : organization;
  return place?.organization_name;
}

/**
 * @param {Name} name
 * @param {unknown} detail
 */
function line(name, detail) {
  const describe = /** @type {(detail: unknown) => string} */ (WORDS[name]);
  const time = make('time', {}, new Date().toLocaleTimeString('en-GB'));
  return make('li', {}, time, make('code', {}, name), make('span', {}, describe(detail)));
}
