// What editors complete and explain in HTML and CSS, made from the manifest: for VS Code, and for those of JetBrains.
import { readFileSync, writeFileSync } from 'node:fs';
import { fields, readElements } from './manifest.mjs';

/** @typedef {import('./manifest.mjs').Element} Element */
/** @typedef {import('./manifest.mjs').Named} Named */
/** @typedef {import('./manifest.mjs').Field} Field */

/** Writes `vscode.html-custom-data.json`, `vscode.css-custom-data.json` and `web-types.json`. */
export function publishEditorData() {
  const elements = readElements();
  write('vscode.html-custom-data.json', { version: 1.1, tags: elements.map(tag) });
  write('vscode.css-custom-data.json', { version: 1.1, ...stylesOf(elements) });
  write('web-types.json', webTypes(elements));
}

/** @param {Element} element */
function tag(element) {
  const { tagName, attributes, slots, events, cssParts, cssStates } = element;
  const lists = Object.entries({ Slots: slots, Events: events, Parts: cssParts, States: cssStates });
  const more = lists.filter(([, all]) => all.length).map(([title, all]) => `**${title}**\n${all.map(line).join('\n')}`);
  return {
    name: tagName,
    description: markdown([element.description, ...more].join('\n\n')),
    attributes: attributes.map(attribute),
  };
}

/** @param {Named} named */
function line({ name, description }) {
  return `- \`${name || '(default)'}\`: ${description}`;
}

/** @param {Field} field */
function attribute({ name, description = '', type, default: usual }) {
  const values = wordsOf(type.text);
  const told = usual && type.text !== 'boolean' ? `${description}\n\nDefault: \`${usual}\`` : description;
  if (type.text === 'boolean') return { name, description: markdown(told), valueSet: 'v' }; // it needs no value
  return {
    name,
    description: markdown(told),
    ...(values.length && { values: values.map((value) => ({ name: value })) }),
  };
}

/** @param {Element[]} elements */
function stylesOf(elements) {
  const tokens = elements.flatMap((each) => each.cssProperties);
  return {
    properties: tokens.map(({ name, syntax, description, default: usual }) => ({
      name,
      syntax,
      description: markdown(`${description}\n\nDefault: \`${usual}\``),
    })),
    pseudoElements: shared(elements, 'cssParts', (name) => `::part(${name})`),
    pseudoClasses: shared(elements, 'cssStates', (name) => `:state(${name})`),
  };
}

/**
 * Names that several elements have, each once, with what it is in each of them.
 * @param {Element[]} elements
 * @param {'cssParts' | 'cssStates'} kind
 * @param {(name: string) => string} written
 */
function shared(elements, kind, written) {
  const all = elements.flatMap(({ tagName, [kind]: each }) => each.map((named) => ({ ...named, tagName })));
  return [...new Set(all.map(({ name }) => name))].sort().map((name) => {
    const uses = all.filter((each) => each.name === name);
    const told = uses.map(({ tagName, description }) => `- \`<${tagName}>\`: ${description}`).join('\n');
    return { name: written(name), description: markdown(told) };
  });
}

/** @param {Element[]} elements */
function webTypes(elements) {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: elements.map(webElement) } },
  };
}

/** @param {Element} element */
function webElement(element) {
  const { tagName, description, attributes, slots, events, cssParts, cssStates, cssProperties } = element;
  return {
    name: tagName,
    description,
    attributes: attributes.map(webAttribute),
    slots: slots.map(plain),
    js: {
      properties: fields(element).map((each) => ({ ...plain(each), type: each.type.text })),
      events: events.map((each) => ({ ...plain(each), type: each.type.text })),
    },
    css: {
      properties: cssProperties.map(plain),
      parts: cssParts.map(plain),
      'pseudo-classes': cssStates.map(({ name, ...rest }) => plain({ ...rest, name: `state(${name})` })),
    },
  };
}

/** @param {Field} field */
function webAttribute({ name, description, type, default: usual }) {
  const text = type.text.replace(/ \| (null|undefined)/g, '');
  const value = text === 'boolean' ? { kind: 'no-value', type: 'boolean' } : { type: text };
  return { name, description, value: { ...value, ...(usual && { default: usual.replaceAll("'", '') }) } };
}

/** @param {{ name: string, description?: string }} named */
function plain({ name, description }) {
  return { name: name || 'default', description };
}

/**
 * The words that a type allows.
 * @param {string} type
 */
function wordsOf(type) {
  return [...type.matchAll(/'([^']*)'/g)].map(([, word]) => word);
}

/** @param {string} value */
function markdown(value) {
  return { kind: 'markdown', value };
}

/**
 * @param {string} path
 * @param {unknown} content
 */
function write(path, content) {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}
