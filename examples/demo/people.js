// Whom one can be: a stand-in for a log-in page, which this demo has no use for.
import { make } from './dom.js';
import { provider, signIn } from './project.js';

const PEOPLE = [
  {
    email: 'ada@example.com',
    organization: 'Acme',
    name: 'Ada Lovelace',
    note: 'Seven organizations to switch between',
  },
  {
    email: 'ada@example.com',
    organization: 'Globex',
    name: 'Ada Lovelace',
    note: 'Verified with her authenticator app',
  },
  { email: 'solo@example.com', organization: 'Acme', name: 'Solo Soledad', note: 'Nowhere else to go' },
  {
    email: 'many@example.com',
    organization: 'Organization 00001',
    name: 'Manuela Many',
    note: '10,000 organizations',
  },
];

/** The people as large cards, for the landing page. */
export function personCards() {
  return PEOPLE.map((person) => {
    const { name, organization, note } = person;
    const words = make('span', {}, make('strong', {}, `${name} in ${organization}`), make('span', {}, note));
    const initials = make('span', { class: 'initials', 'aria-hidden': 'true' }, initialsOf(name));
    return make('li', {}, make('button', { onclick: () => be(person) }, initials, words));
  });
}

/** The people as a row of buttons, for the workbench; and nobody. */
export function personButtons() {
  const buttons = PEOPLE.map((person) => {
    const label = `${person.name.split(' ')[0]} in ${person.organization}`;
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
