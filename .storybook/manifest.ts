import type { ArgTypes } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };

/** Something of an element that has a name: an attribute, a slot, an event … */
interface Item {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

/** What the manifest says of an element. */
export interface Declaration {
  tagName: string;
  description?: string;
  attributes?: Item[];
  slots?: Item[];
  events?: Item[];
  cssParts?: Item[];
  cssProperties?: Item[];
  cssStates?: Item[];
}

const elements = manifest.modules
  .flatMap(({ declarations }) => declarations as unknown as Declaration[])
  .filter(({ tagName }) => tagName);

/** What can be had besides attributes, as the tables of a page name it. */
const kinds = {
  slots: 'slots',
  events: 'events',
  cssParts: 'parts, for ::part()',
  cssStates: 'states, for :state() and data-state',
  cssProperties: 'custom properties',
} as const;

export function declarationOf(tag: string): Declaration | undefined {
  return elements.find(({ tagName }) => tagName === tag);
}

/** Every event that any element of the family announces. */
export function events(): string[] {
  return [...new Set(elements.flatMap((each) => (each.events ?? []).map(({ name }) => name)))];
}

export function descriptionOf(tag: string): string {
  return declarationOf(tag)?.description ?? '';
}

/** A control for each attribute, and a row for each slot, event, part, state and custom property. */
export function argTypesOf(tag: string): ArgTypes {
  const element = declarationOf(tag);
  if (!element) return {};
  const attributes = (element.attributes ?? []).map((each) => [
    each.name,
    { ...row(each, 'attributes'), ...control(each) },
  ]);
  const rest = Object.entries(kinds).flatMap(([kind, category]) =>
    (element[kind as keyof typeof kinds] ?? []).map((each) => [
      `${kind} ${each.name}`,
      { ...row(each, category), control: false },
    ]),
  );
  return Object.fromEntries([...attributes, ...rest]) as ArgTypes;
}

function row({ name, description, type, default: usual }: Item, category: string) {
  const table = { category, type: { summary: type && plain(type) }, defaultValue: { summary: usual } };
  return { name: name || '(default)', description, table };
}

/** What a designer changes an attribute with. */
function control({ type }: Item) {
  const text = type ? plain(type) : 'string';
  const options = [...text.matchAll(/'([^']*)'/g)].map(([, option]) => option);
  if (options.length) return { control: { type: 'select' }, options, type: { name: 'enum', value: options } };
  if (text === 'boolean' || text === 'number') return { control: { type: text }, type: { name: text } };
  return { control: { type: 'text' }, type: { name: 'string' } };
}

/** A type without what says that the attribute may be missing; any attribute may. */
function plain({ text }: { text: string }): string {
  return text
    .split(' | ')
    .filter((part) => part !== 'undefined' && part !== 'null')
    .join(' | ');
}
