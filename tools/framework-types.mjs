// Types of the elements for templates of React, Preact, Solid, Vue and Svelte, made from the manifest.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fields, readElements } from './manifest.mjs';

/** @typedef {import('./manifest.mjs').Element} Element */
/** @typedef {import('./manifest.mjs').Field} Field */

/**
 * How each framework writes an event and what else is on a tag (`Flag` of a boolean attribute is `On` where `false`
 * would not take it away, but be written as `"false"`); what all elements have; and where it looks for tags.
 */
const frameworks = {
  react: {
    event: '`on${Name}`',
    own: 'Own<Elements[Tag]>',
    imports: "import type { ClassAttributes, HTMLAttributes } from 'react';",
    common: 'HTMLAttributes<Element> & ClassAttributes<Element>',
    place: ["declare module 'react'", 'namespace JSX', 'interface IntrinsicElements extends Tags {}'],
  },
  preact: {
    event: '`on${Name}`',
    own: 'Own<Elements<On>[Tag]>',
    imports: "import type { ClassAttributes, HTMLAttributes } from 'preact';",
    common: 'HTMLAttributes<Element> & ClassAttributes<Element>',
    place: ['declare global', 'namespace preact.JSX', 'interface IntrinsicElements extends Tags {}'],
  },
  solid: {
    event: '`on:${Name}`',
    own: 'Own<Elements[Tag]>',
    imports: "import type { JSX } from 'solid-js';",
    common: 'JSX.HTMLAttributes<Element>',
    place: ["declare module 'solid-js'", 'namespace JSX', 'interface IntrinsicElements extends Tags {}'],
  },
  vue: {
    event: '`on${Pascal<Name>}`',
    own: 'Camelized<Elements[Tag]>', // as it looks attributes up
    imports: "import type { HTMLAttributes, ReservedProps } from 'vue';",
    common: 'HTMLAttributes & ReservedProps',
    place: [
      "declare module 'vue'",
      'interface HTMLAttributes {\n    slot?: string | undefined;\n  }\n  interface GlobalComponents extends Components<Tags> {}',
    ],
  },
  svelte: {
    event: '`on${Name}`',
    own: 'Own<Elements<On>[Tag]>',
    imports: "import type { HTMLAttributes } from 'svelte/elements';",
    common: 'HTMLAttributes<Element>',
    place: ['declare global', 'namespace svelteHTML', 'interface IntrinsicElements extends Tags {}'],
  },
};

/**
 * Writes `elements.d.ts`, and a file for each framework that lays it out as the framework wants it.
 * @param {string} folder
 */
export function publishTypes(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/elements.d.ts`, elementsFile());
  for (const [name, framework] of Object.entries(frameworks)) {
    writeFileSync(`${folder}/${name}.d.ts`, frameworkFile(framework));
    writeFileSync(`${folder}/${name}.js`, 'export {};\n'); // for those who import it as if it were code
  }
}

/** @param {typeof frameworks[keyof typeof frameworks]} framework */
function frameworkFile({ event, own, imports, common, place }) {
  const opening = place.map((line, depth) => '  '.repeat(depth) + line);
  const closing = place.slice(1).map((_, depth) => `${'  '.repeat(place.length - 2 - depth)}}`);
  const used = [
    'Elements',
    'Handler',
    'Prefixed',
    ...(`${own} ${event} ${place}`.match(/\b(Camelized|Components|On|Own|Pascal)\b/g) ?? []),
  ];
  return `${imports}
import type { ${used.sort().join(', ')} } from './elements.js';

type Common<Element extends EventTarget> = ${common};

type Mine<Tag extends keyof Elements> = ${own} & {
  [Name in Elements[Tag]['events'] as ${event}]?: Handler<Elements[Tag]['element'], Name> | undefined;
};

type All = { [Tag in keyof Elements]: Mine<Tag> & Omit<Common<Elements[Tag]['element']>, keyof Mine<Tag>> };

/** Every element by its tag; \`Tags<'acme'>\` are those of \`define({ prefix: 'acme' })\`. */
export type Tags<Prefix extends string = 'stytch'> = Prefixed<Prefix, All>;

${opening.join(' {\n')}
${closing.join('\n')}
`;
}

function elementsFile() {
  const elements = readElements();
  const classes = elements.map(({ name }) => name).filter((name) => name !== 'StytchDevtools');
  return `import type { ${classes.join(', ')} } from '../index.js';
import type { StytchDevtools } from '../elements/stytch-devtools.js';

/** A boolean attribute that is there, or is not; the property of the same name is there to be switched off. */
export type On = true | '' | null;

/** Events bubble to the provider from all that is inside. */
type Bubbling = keyof HTMLElementEventMap & \`stytch-\${string}\`;

type Amount = number | \`\${number}\` | null;

/** What an element has of its own; \`Flag\` is what may be said of a boolean attribute. */
export interface Elements<Flag = boolean> {
${elements.map(elementType).join('\n')}
}

/** What can be written on a tag: attributes, and properties by their names. */
export type Own<Of extends { element: object; attributes: object; properties: PropertyKey }> = Of['attributes'] & {
  [Name in keyof Pick<Of['element'], Of['properties'] & keyof Of['element']>]?: Of['element'][Name] | undefined;
};

/** The same, by the names of properties alone. */
export type Camelized<Of extends { element: object; attributes: object; properties: PropertyKey }> = {
  [Name in keyof Of['attributes'] as Camel<Name>]?: Of['attributes'][Name] | Of['element'][Camel<Name> & keyof Of['element']];
} & Omit<Own<Of>, keyof Of['attributes'] | Camel<keyof Of['attributes']>>;

type Camel<Name> = Uncapitalize<Pascal<Name & string>>;

/** As components, which is how Vue knows tags. */
export type Components<All> = { [Tag in keyof All]: new () => { $props: All[Tag] } };

export type Handler<Element, Name extends string> = (
  event: HTMLElementEventMap[Name & keyof HTMLElementEventMap] & { readonly currentTarget: Element },
) => void;

/** \`stytch-switch\` as \`StytchSwitch\`. */
export type Pascal<Name extends string> = Name extends \`\${infer Word}-\${infer Rest}\`
  ? \`\${Capitalize<Word>}\${Pascal<Rest>}\`
  : Capitalize<Name>;

export type Prefixed<Prefix extends string, All> = {
  [Tag in keyof All as Tag extends \`stytch-\${infer Name}\` ? \`\${Prefix}-\${Name}\` : never]: All[Tag];
};
`;
}

/** @param {Element} element */
function elementType(element) {
  const { name, tagName, description, attributes, events } = element;
  const properties = fields(element).map((each) => each.name);
  const bare = attributes.filter((each) => !properties.includes(each.name)); // the others are set as properties
  return `${comment(description, '  ')}
  '${tagName}': {
    element: ${name};
    properties: ${union(properties)};
    events: ${tagName === 'stytch-provider' ? 'Bubbling' : union(events.map((each) => each.name))};
    attributes: {
${bare.map((each) => `${comment(each.description, '      ')}\n      '${each.name}'?: ${written(each)} | undefined;`).join('\n')}
    };
  };`;
}

/**
 * What may be written as an attribute.
 * @param {Field} attribute
 */
function written({ type: { text } }) {
  const parts = text.split(' | ').map((part) => ({ boolean: 'Flag', number: 'Amount' })[part] ?? part);
  return parts.filter((part) => part !== 'undefined').join(' | ');
}

/** @param {string[]} words */
function union(words) {
  return words.map((word) => `'${word}'`).join(' | ') || 'never';
}

/**
 * @param {string | undefined} text
 * @param {string} indent
 */
function comment(text, indent) {
  const lines = (text ?? '').split('\n').map((line) => `${indent} * ${line}`.trimEnd());
  return `${indent}/**\n${lines.join('\n')}\n${indent} */`;
}
