import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { tokens } from '../../src/styles/tokens.js';
import { APART } from '../../tools/rules.mjs';
import { elements, modules, names } from './manifest.js';

const KINDS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssStates', 'cssProperties'] as const;

/** Parts of screens that an element shares with others and never shows. */
const NEVER: Record<string, readonly string[]> = {
  'stytch-callback': ['close'],
  'stytch-discovery': ['check', 'close'],
  'stytch-mfa-prompt': ['close'],
  'stytch-step-up': ['close'],
};

describe('custom-elements.json', () => {
  it('names every element, and files that are there', () => {
    const files = readdirSync('src/elements').filter((name) => name.startsWith('stytch-'));
    assert.deepEqual(elements.map(({ tagName }) => `${tagName}.ts`).sort(), files.sort());
    for (const { path } of modules) assert.ok(existsSync(path), `${path} is not there`);
  });

  it('names the custom properties, with those who set them', () => {
    const provider = elements.find(({ tagName }) => tagName === 'stytch-provider')!;
    const usual = provider.cssProperties.map((each) => [each.name.replace('--stytch-', ''), each.default]);
    assert.deepEqual(Object.fromEntries(usual), JSON.parse(JSON.stringify(tokens).replaceAll('--_', '--stytch-')));
    for (const { name, syntax } of provider.cssProperties) assert.match(syntax, /^<[a-z-]+>$/, name);
  });

  for (const element of elements) {
    const { tagName: tag } = element;
    const sources = [...reached(`src/elements/${tag}.ts`)].map((path) => readFileSync(path, 'utf8'));
    const source = sources.join('\n');

    it(`describes <${tag}> and all that it has`, () => {
      assert.ok(element.description);
      for (const kind of KINDS)
        for (const { name, description } of element[kind]) assert.ok(description, `${kind}: ${name} is not described`);
      for (const { name, type, kind } of [...element.attributes, ...element.members])
        if (kind !== 'method') assert.ok(type?.text, `${name} has no type`);
      for (const { name, type } of element.events) assert.match(type!.text, /^(Custom|Before)Event<\{.*\}>$/, name);
      for (const kind of KINDS) assert.deepEqual(twice(names(element[kind])), [], `${kind} are named twice`);
    });

    it(`names the parts of <${tag}>, and no others`, () => {
      const found = sources.flatMap(partsIn).filter((part) => !NEVER[tag]?.includes(part));
      alike(names(element.cssParts), found);
    });

    it(`names the slots of <${tag}>, and no others`, () => {
      const found = [...source.matchAll(/<slot(?:>| name="([\w-]+)")/g)].map(([, name = '']) => name);
      const isNamedByState = /<slot name=\$\{/.test(source);
      const known = isNamedByState ? [...found, ...names(element.cssStates), 'prompt'] : found;
      const slots = names(element.slots);
      assert.deepEqual(without(slots, known), [], 'not in the source');
      const unused = tag === 'stytch-mfa-prompt' ? ['prompt'] : []; // nothing comes after it
      assert.deepEqual(without(found, [...slots, ...unused]), [], 'not in the manifest');
    });

    it(`names the states of <${tag}> that it can be in`, () => {
      const all = source + readFileSync('src/flows/types.ts', 'utf8');
      for (const name of names(element.cssStates)) assert.ok(all.includes(`'${name}'`), `nothing says ${name}`);
      assert.ok(element.cssStates.length > 1);
    });

    it(`names the events of <${tag}>`, () => {
      const fired = [...source.matchAll(/(?:announce|askBefore)\(\s*[\w.#]+,\s*'([\w-]+)'/g)].map(([, name]) => name!);
      const named = names(element.events);
      if (APART.has(tag)) return assert.deepEqual(named, []); // it watches those of the others
      assert.deepEqual(without(fired, named), [], 'not in the manifest');
      const wrapper = readFileSync(`src/react/${tag.replace('stytch-', '')}.ts`, 'utf8');
      const listed = /\[([^\]]*)\]\)/.exec(wrapper)?.[1]?.match(/stytch-[\w-]+/g) ?? [];
      assert.deepEqual([...listed].sort(), named, 'the component for React has others');
    });
  }

  it('names every event of the family', () => {
    const source = readFileSync('src/controllers/events.ts', 'utf8');
    const details = [...source.matchAll(/^ {2}'(stytch-[\w-]+)': (?:\{|Record)/gm)].map(([, name]) => name!);
    assert.deepEqual([...new Set(elements.flatMap(({ events }) => names(events)))].sort(), details.sort());
  });
});

/** The file and what it imports, at once or later, of the sources of elements and of what they share. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !/^src\/(elements|controllers\/(redirect|switching))/.test(path)) return seen;
  seen.add(path);
  for (const { fileName } of ts.preProcessFile(readFileSync(path, 'utf8'), true, true).importedFiles)
    if (fileName.startsWith('.')) reached(join(dirname(path), fileName).replace(/\.js$/, '.ts'), seen);
  return seen;
}

/** The names of parts in a template, in a table of them, or given to one that draws a sign. */
function partsIn(source: string): string[] {
  const given = [/part="([^"$]+)"/g, /\{ part: '([\w-]+)'/g, /'button (link|primary-button)'/g, /part = '([\w-]+)'/g];
  const signs = /\bicon\(svg`[^`]*`, ('[\w-]+')\)/g;
  const lists = [...given, signs].flatMap((pattern) => [...source.matchAll(pattern)].map(([, list]) => list!));
  return lists.flatMap((list) => list.replaceAll("'", '').split(/\s+/));
}

function alike(named: readonly string[], found: readonly string[]): void {
  assert.deepEqual(without(found, named), [], 'not in the manifest');
  assert.deepEqual(without(named, found), [], 'not in the source');
}

function without(all: readonly string[], known: readonly string[]): string[] {
  return all.filter((name) => !known.includes(name));
}

function twice(all: readonly string[]): string[] {
  return all.filter((name, index) => all.indexOf(name) !== index);
}
