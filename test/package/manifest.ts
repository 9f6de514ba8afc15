import { readFileSync } from 'node:fs';

/** Something of an element that has a name. */
export interface Named {
  name: string;
  description?: string;
  type?: { text: string };
}

/** An attribute, or the property behind it. */
export interface Field extends Named {
  kind?: string;
  fieldName?: string;
  readonly?: boolean;
}

/** What `custom-elements.json` says of an element. */
export interface Element {
  name: string;
  tagName: string;
  description?: string;
  attributes: Field[];
  members: Field[];
  events: Named[];
  slots: Named[];
  cssParts: Named[];
  cssStates: Named[];
  cssProperties: (Named & { syntax: string; default: string })[];
}

interface Module {
  path: string;
  declarations?: Partial<Element>[];
}

export const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as { modules: Module[] };

const NOTHING = {
  attributes: [],
  members: [],
  events: [],
  slots: [],
  cssParts: [],
  cssStates: [],
  cssProperties: [],
};

/** Every element of the package. */
export const elements = modules
  .flatMap(({ declarations }) => declarations ?? [])
  .filter(({ tagName }) => tagName)
  .map((each) => ({ ...NOTHING, ...each }) as Element);

export const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).sort();
