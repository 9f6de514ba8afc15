// What Quayside knows of a tenant's freight: made up, but always the same for the same organization.

const PORTS = [
  'Rotterdam',
  'Halifax',
  'Santos',
  'Busan',
  'Valparaíso',
  'Gdańsk',
  'Durban',
  'Osaka',
  'Tilbury',
  'Mombasa',
];
const VESSELS = [
  'Alma Vik',
  'Corriente',
  'Northern Reach',
  'Sea Heron',
  'Mirabel',
  'Tamsin Grey',
  'Ostara',
  'Blue Pilgrim',
];
const MATTERS = [
  { what: 'Approve the customs declaration', due: 'Today' },
  { what: 'Choose a new berth', due: 'Today' },
  { what: 'Confirm the reefer temperature', due: 'Tomorrow' },
  { what: 'Sign the bill of lading', due: 'Friday' },
  { what: 'Answer the carrier’s delay notice', due: 'Friday' },
];
const STATES = /** @type {const} */ ([
  'On schedule',
  'On schedule',
  'On schedule',
  'At berth',
  'Delayed',
  'Customs hold',
]);
const DAY = 86_400_000;

/**
 * @typedef {{ reference: string, route: string, vessel: string, arrives: Date, state: typeof STATES[number] }} Arrival
 */

/**
 * The freight of the organization of this name.
 * @param {string} name
 */
export function freightOf(name) {
  const random = randomFrom(name);
  const between = (/** @type {number} */ from, /** @type {number} */ to) =>
    from + Math.floor(random() * (to - from + 1));
  const atSea = between(18, 260);
  const week = between(4, Math.ceil(atSea / 4));
  const tiles = [
    { label: 'At sea', value: String(atSea), note: `${between(3, 19)} vessels` },
    { label: 'Arriving this week', value: String(week), note: `${between(1, week)} of them refrigerated` },
    { label: 'On time', value: `${between(86, 99)}%`, note: `${between(1, 4)} points up in a month` },
    { label: 'Held at customs', value: String(between(0, 6)), note: `${between(9, 40)} hours on average` },
  ];
  const middle = between(30, 80);
  const landed = Array.from({ length: 12 }, () => Math.round(middle * (0.6 + random() * 0.8)));
  const first = between(0, MATTERS.length - 1);
  const decisions = Array.from({ length: between(2, 3) }, (_, index) => ({
    ...pick(MATTERS, first + index),
    reference: reference(name, between(100, 999)),
  }));
  return { atSea, tiles, landed, decisions, arrivals: arrivalsOf(name, between) };
}

/**
 * @param {string} name
 * @param {(from: number, to: number) => number} between
 * @returns {Arrival[]}
 */
function arrivalsOf(name, between) {
  const today = new Date().setHours(0, 0, 0, 0);
  let days = 0;
  return Array.from({ length: 6 }, () => {
    const from = between(0, 9);
    days += between(0, 3);
    return {
      reference: reference(name, between(100, 999)),
      route: `${pick(PORTS, from)} → ${pick(PORTS, from + between(1, 9))}`,
      vessel: pick(VESSELS, between(0, 7)),
      arrives: new Date(today + days * DAY + 12 * 3_600_000),
      state: pick(STATES, between(0, 5)),
    };
  });
}

/**
 * @param {string} name
 * @param {number} number
 */
function reference(name, number) {
  const letters = name.normalize('NFD').replace(/[^a-z]/gi, '');
  return `${(letters || 'QSD').slice(0, 3).toUpperCase()}-${number}`;
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} index
 */
function pick(list, index) {
  return /** @type {T} */ (list[index % list.length]);
}

/**
 * Numbers from 0 to 1 that follow from a word: FNV-1a, then mulberry32.
 * @param {string} word
 */
function randomFrom(word) {
  let seed = 0x811c9dc5;
  for (const letter of word) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
