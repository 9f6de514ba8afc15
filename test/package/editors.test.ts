import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { elements, names } from './manifest.js';

interface Item {
  name: string;
  description: string & { value: string };
}

/** A tag as VS Code knows it, or an element as JetBrains' editors do. */
interface Tag extends Item {
  attributes: (Item & { values?: Item[]; valueSet?: string; value: { type: string } })[];
  slots: Item[];
  js: { properties: Item[]; events: (Item & { type: string })[] };
  css: { properties: Item[]; parts: Item[]; 'pseudo-classes': Item[] };
}

const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

const { tags } = read<{ tags: Tag[] }>('vscode.html-custom-data.json');
const styles = read<Record<'properties' | 'pseudoElements' | 'pseudoClasses', Item[]>>('vscode.css-custom-data.json');
const webTypes = read<{ name: string; version: string; contributions: { html: { elements: Tag[] } } }>(
  'web-types.json',
);
const manifest = read<{ name: string; version: string; 'web-types': string }>('package.json');

const wrapped = (all: readonly Item[], start: string) => names(all.map(({ name }) => ({ name: `${start}(${name})` })));
const unique = (all: readonly string[]) => [...new Set(all)].sort();

describe('editors', () => {
  it('know every element, and no others', () => {
    assert.deepEqual(names(tags), elements.map(({ tagName }) => tagName).sort());
    assert.deepEqual(names(webTypes.contributions.html.elements), names(tags));
    assert.equal(webTypes.name, manifest.name);
    assert.equal(webTypes.version, manifest.version);
    assert.equal(manifest['web-types'], './web-types.json');
  });

  for (const element of elements) {
    const { tagName, attributes, slots, events, cssParts, cssStates, cssProperties, members } = element;
    it(`of Microsoft know all of <${tagName}>`, () => {
      const tag = tags.find(({ name }) => name === tagName)!;
      assert.deepEqual(names(tag.attributes), names(attributes));
      for (const { description } of tag.attributes) assert.ok(description.value.length > 8);
      for (const { name } of [...slots, ...events, ...cssParts, ...cssStates])
        assert.ok(tag.description.value.includes(`- \`${name || '(default)'}\`: `), name);
    });

    it(`of JetBrains know all of <${tagName}>`, () => {
      const { css, js, ...each } = webTypes.contributions.html.elements.find(({ name }) => name === tagName)!;
      const settable = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
      assert.deepEqual(names(each.attributes), names(attributes));
      assert.deepEqual(names(each.slots), names(slots.map(({ name }) => ({ name: name || 'default' }))));
      assert.deepEqual(names(js.properties), names(settable));
      assert.deepEqual(names(js.events), names(events));
      assert.deepEqual(names(css.parts), names(cssParts));
      assert.deepEqual(names(css['pseudo-classes']), wrapped(cssStates as Item[], 'state'));
      assert.deepEqual(names(css.properties), names(cssProperties));
      for (const { description } of [...each.attributes, ...each.slots, ...css.parts])
        assert.ok(description.length > 8);
    });
  }

  it('offer the words that an attribute takes', () => {
    const theme = tags.find(({ name }) => name === 'stytch-provider')!.attributes.find(({ name }) => name === 'theme')!;
    assert.deepEqual(names(theme.values!), ['auto', 'dark', 'light']);
    const verified = tags
      .find(({ name }) => name === 'stytch-gate')!
      .attributes.find(({ name }) => name === 'verified')!;
    assert.equal(verified.valueSet, 'v');
  });

  it('complete tokens, parts and states in CSS', () => {
    const all = <K extends 'cssParts' | 'cssStates' | 'cssProperties'>(kind: K) =>
      unique(elements.flatMap((element) => names(element[kind])));
    assert.deepEqual(names(styles.properties), all('cssProperties'));
    assert.deepEqual(
      names(styles.pseudoElements),
      all('cssParts')
        .map((name) => `::part(${name})`)
        .sort(),
    );
    assert.deepEqual(
      names(styles.pseudoClasses),
      all('cssStates')
        .map((name) => `:state(${name})`)
        .sort(),
    );
  });
});
