import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { shipped } from '../src/messages/languages.js';

type Word = string | ((...values: never[]) => string);
type Words = Record<string, Record<string, Word>>;

/** Names, and words that many languages share. */
const ALIKE =
  /^(OK|Google|Microsoft|GitHub|HubSpot|Slack|E-?mail|Password|or|Default|Code|Standard|Menu|Organi[sz]ation)$/i;

const folder = 'src/messages';
const sources = (readdirSync('src', { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && !file.startsWith('messages/'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

const english = await everyWordOfEnglish();

describe('English', () => {
  for (const [group, words] of Object.entries(english))
    for (const key of Object.keys(words))
      it(`${group}.${key} is said somewhere`, () => assert.match(sources, new RegExp(`([.'"]|[{,]\\s*)${key}\\b`)));
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
  if (/seconds|count|characters/.test(source))
    return [
      [[5], ['5']],
      [[30], ['30']],
      [[100], ['100']],
    ].map(([values, marks]) => [values!, marks as string[]]);
  const names = ['Ωmega', 'Ψsi'].slice(0, Math.max(1, english.length));
  return [[names, names]];
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
