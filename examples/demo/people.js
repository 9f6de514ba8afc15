// Whom one can be without logging in: a back end makes the session, as it would for its own log-in.
import { make } from './dom.js';
import { provider, signIn } from './project.js';

const ADA = { email: 'ada@example.com', name: 'Ada Lovelace' };
const PEOPLE = [
  { ...ADA, organization: 'Acme', where: 'Acme', note: 'Seven organizations to switch between' },
  { ...ADA, organization: 'Globex', where: 'Globex', note: 'Verified with her authenticator app' },
  { email: 'solo@example.com', name: 'Solo Soledad', organization: 'Acme', where: 'Acme', note: 'Nowhere else to go' },
  {
    email: 'many@example.com',
    name: 'Manuela Many',
    organization: 'Organization 00001',
    where: '10,000 places',
    note: 'A list that stays quick',
  },
];

/** The people as large cards, for the landing page. */
export function personCards() {
  return PEOPLE.map((person) => {
    const { name, where, note } = person;
    const words = make('span', {}, make('strong', {}, `${name} in ${where}`), make('span', {}, note));
    const initials = make('span', { class: 'initials', 'aria-hidden': 'true' }, initialsOf(name));
    return make('li', {}, make('button', { onclick: () => be(person) }, initials, words));
  });
}

/** The people as a row of buttons, for the workbench; and nobody. */
export function personButtons() {
  const buttons = PEOPLE.map((person) => {
    const label = `${person.name.split(' ')[0]} in ${person.where}`;
    return make('button', { class: 'button', onclick: () => be(person) }, label);
  });
  return [...buttons, make('button', { class: 'button', onclick: () => beNobody() }, 'Nobody')];
}

/** Signs in whom everybody meets first. */
export function signInFirst() {
  return be(/** @type {typeof PEOPLE[number]} */ (PEOPLE[0]));
}

/** @param {typeof PEOPLE[number]} person */
function be(person) {
  return signIn(person).catch(() => undefined); // what went wrong, the elements say
}

function beNobody() {
  return provider.store?.actions.logout({ forceClear: true }).catch(() => undefined);
}

/** @param {string} name */
function initialsOf(name) {
  return name
    .split(' ')
    .map((word) => word[0])
    .join('');
}
