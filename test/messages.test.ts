import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { shipped } from '../src/messages/languages.js';
import { saidWords } from './said.js';

type Word = string | ((...values: never[]) => string);
type Words = Record<string, Record<string, Word>>;

/** Names, and words that many languages share. */
const ALIKE =
  /^(OK|Google|Microsoft|GitHub|HubSpot|Slack|E-?mail|Password|or|Default|Code|Standard|Menu|Organi[sz]ation)$/i;

/** How the values of what counts are called in English. */
const COUNTING = /\b(seconds|count|characters)\b/;

const folder = 'src/messages';
const said = saidWords();
const english = await everyWordOfEnglish();

/** Of every form that a language has for a number, some. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 30, 59, 100, 101, 1000, 10_000, 1_000_000];

describe('English', () => {
  for (const [group, words] of Object.entries(english))
    for (const key of Object.keys(words))
      it(`${group}.${key} is said somewhere`, () => assert.ok(said.has(`${group}.${key}`)));

  for (const [name, word] of counts(english)) it(`${name} counts as people do`, () => countsIn('en', word));
});

for (const [language, load] of Object.entries(shipped)) {
  const { words } = (await load()) as unknown as { words: Words };

  describe(`the words in “${language}”`, () => {
    it('are the same as in English, in the same order', () => assert.deepEqual(keysOf(words), keysOf(english)));

    for (const [group, said] of Object.entries(english))
      for (const [key, word] of Object.entries(said)) {
        const other = words[group]?.[key];
        if (typeof word === 'string') it(`${group}.${key} says something of its own`, () => own(word, other));
        else it(`${group}.${key} keeps every value`, () => keeps(word, other));
      }

    it('have all forms for numbers in their samples', () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      assert.deepEqual(new Set(COUNTS.map((count) => form(language, count))), new Set(pluralCategories));
    });
    for (const [name, word] of counts(words)) it(`${name} counts as people do`, () => countsIn(language, word));
  });
}

function own(english: string, other: Word | undefined): void {
  assert.equal(typeof other, 'string');
  if (!ALIKE.test(english)) assert.notEqual(other, english);
  assert.notEqual(String(other).trim(), '');
}

/** Numbers are written as the language does, so each value is tried as it would be said. */
function keeps(english: Exclude<Word, string>, other: Word | undefined): void {
  if (typeof other !== 'function') return assert.fail('has to be a function, as in English');
  for (const [values, marks] of samples(english)) {
    const said = (other as (...values: unknown[]) => string)(...values);
    const meant = (english as (...values: unknown[]) => string)(...values);
    assert.doesNotMatch(said, /undefined|NaN|\[object/);
    for (const mark of marks.filter((each) => meant.includes(each)))
      assert.ok(said.includes(mark), `${said} lacks ${mark}`);
  }
}

/** Values to try a sentence with, and how they show in it. */
function samples(english: Exclude<Word, string>): [values: unknown[], marks: string[]][] {
  const source = String(english);
  if (/kinds/.test(source)) return [[[['lower', 'digit']], []]];
  if (COUNTING.test(source)) return [[[5], ['5']]]; // the rest is for `countsIn` to try
  const names = ['Ωmega', 'Ψsi'].slice(0, Math.max(1, english.length));
  return [[names, names]];
}

/** The sentences that count something. */
function counts(words: Words): [name: string, word: (count: number) => string][] {
  return Object.entries(words).flatMap(([group, said]) =>
    Object.entries(said)
      .filter(([key, word]) => typeof word === 'function' && COUNTING.test(String(english[group]?.[key])))
      .map(([key, word]): [string, (count: number) => string] => [
        `${group}.${key}`,
        word as (count: number) => string,
      ]),
  );
}

/** Numbers of one form differ by their digits alone, which are grouped as usual there; those of two may differ otherwise. */
function countsIn(language: string, word: (count: number) => string): void {
  const numbers = new Intl.NumberFormat(latin(language));
  const isTime = word(59) !== word(60).replace('60', '59'); // seconds, and minutes from the first on
  const tried = isTime ? COUNTS.filter((count) => count < 60) : COUNTS;
  const forms = new Map<string, Set<string>>();
  for (const count of tried) {
    const told = word(count);
    assert.doesNotMatch(told, /undefined|NaN/);
    const number = numbers.format(count);
    if (count > 2) assert.ok(told.includes(number), `${told} lacks ${number}`);
    const shape = told.replace(number, '#');
    if (count > 2 || shape !== told)
      forms.set(form(language, count), (forms.get(form(language, count)) ?? new Set()).add(shape));
  }
  for (const [name, shapes] of forms) assert.equal(shapes.size, 1, `${name}: ${[...shapes].join(' / ')}`);
}

function form(language: string, count: number): Intl.LDMLPluralRule {
  return new Intl.PluralRules(language).select(count);
}

/** Arabic as it is written here, with the digits of everywhere. */
function latin(language: string): string {
  return `${language}-u-nu-latn`;
}

function keysOf(words: Words): string[] {
  return Object.entries(words)
    .flatMap(([group, said]) => Object.keys(said).map((key) => `${group}.${key}`))
    .sort();
}

async function everyWordOfEnglish(): Promise<Words> {
  const all: Words = {};
  for (const file of readdirSync(folder).filter((each) => /^en(-.+)?\.ts$/.test(each))) {
    const module = (await import(`../${folder}/${file}`)) as Record<string, Words>;
    for (const words of Object.values(module))
      for (const [group, said] of Object.entries(words)) all[group] = { ...all[group], ...said };
  }
  return all;
}
