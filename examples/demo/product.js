// The product: shows the part of the page that suits the session, with the freight of the organization.
import { byId, draw, make } from './dom.js';
import { freightOf } from './freight.js';
import { personCards } from './people.js';
import { provider } from './project.js';

/** @typedef {typeof provider.snapshot} Snapshot */

/** Follows the session from now on. */
export function followSession() {
  byId('people').replaceChildren(...personCards());
  byId('retry').addEventListener('click', () => void provider.store?.actions.refresh().catch(() => undefined));
  provider.addEventListener('stytch-session-change', ({ detail }) => show(detail.snapshot));
  show(provider.snapshot);
}

/** @param {Snapshot} snapshot */
function show({ status, organization }) {
  for (const part of document.querySelectorAll('[data-when]')) {
    if (part instanceof HTMLElement) part.hidden = part.dataset.when !== status;
  }
  document.documentElement.dataset.status = status;
  if (organization) showFreight(organization.organization_name);
}

/** @param {string} name */
function showFreight(name) {
  const { atSea, tiles, landed, decisions, arrivals } = freightOf(name);
  byId('today').textContent = new Date().toLocaleDateString('en', { weekday: 'long', day: 'numeric', month: 'long' });
  byId('freight').textContent = `${name} freight`;
  byId('summary').textContent = `${atSea} containers at sea. ${decisions.length} things wait for a decision.`;
  byId('tiles').replaceChildren(...tiles.map(tile));
  byId('landed').textContent = `${landed.at(-1)} last week, ${average(landed)} in an average one`;
  byId('chart').replaceChildren(chart(landed));
  byId('decisions').replaceChildren(...decisions.map(decision));
  byId('arrivals').replaceChildren(...arrivals.map(row));
}

/** @param {{ label: string, value: string, note: string }} tile */
function tile({ label, value, note }) {
  return make('div', {}, make('dt', {}, label), make('dd', { class: 'figure' }, value), make('dd', {}, note));
}

/** @param {number[]} weeks */
function chart(weeks) {
  const most = Math.max(...weeks);
  const bars = weeks.map((count, week) => {
    const height = (count / most) * 100;
    return draw('rect', { x: week * 30 + 4, y: 100 - height, width: 22, height, rx: 3 });
  });
  const label = `Containers landed in each of the last twelve weeks: ${weeks.join(', ')}`;
  return draw('svg', { viewBox: '0 0 360 100', role: 'img', 'aria-label': label }, ...bars);
}

/** @param {number[]} numbers */
function average(numbers) {
  return Math.round(numbers.reduce((sum, each) => sum + each, 0) / numbers.length);
}

/** @param {{ what: string, due: string, reference: string }} matter */
function decision({ what, due, reference }) {
  return make('li', {}, make('strong', {}, what), make('span', {}, `${reference} · ${due}`));
}

/** @param {import('./freight.js').Arrival} arrival */
function row({ reference, route, vessel, arrives, state }) {
  const day = arrives.toLocaleDateString('en', { weekday: 'short', day: 'numeric', month: 'short' });
  const pill = make('span', { class: 'pill', 'data-state': state }, state);
  return make(
    'tr',
    { role: 'row' },
    make('th', { scope: 'row', role: 'rowheader' }, reference),
    ...[route, vessel, day, pill].map((content) => make('td', { role: 'cell' }, content)),
  );
}
