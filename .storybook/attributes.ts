import type { Args, ArgTypes, Decorator, Parameters } from '@storybook/web-components-vite';
import { html } from 'lit';
import { type ChildPart, Directive, directive } from 'lit/directive.js';

/** The attributes that the template of a story gives its element, as the beginning of what the controls say. */
export function attributesOf({ component, argTypes, parameters, initialArgs }: Enhanced): Args {
  const given = (parameters['attributes'] as Markup | undefined)?.[component ?? ''] ?? {};
  const args = Object.entries(argTypes)
    .filter(([, { table }]) => table?.category === 'attributes')
    .map(([name, { control }]) => [name, read(given[name], (control as { type?: string } | undefined)?.type)])
    .filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(args) as Args), ...initialArgs };
}

interface Enhanced {
  component?: string;
  argTypes: ArgTypes;
  parameters: Parameters;
  initialArgs: Args;
}

/** By tag and attribute: what the markup of a story says. */
type Markup = Record<string, Record<string, string>>;

function read(value: string | undefined, type = 'text') {
  if (type === 'boolean') return value !== undefined;
  return type === 'number' && value !== undefined ? Number(value) : value;
}

export type Value = string | number | boolean | null | undefined;

/** Writes an attribute as HTML has it; nothing takes it away. */
export function write(element: Element, name: string, value: Value): void {
  if (value === undefined || value === null || value === '' || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** Has what the controls say reach the element: only what was changed, for a template knows the rest. */
export const withAttributes: Decorator = (story, { component, args, initialArgs }) =>
  html`${story()}${changed(component, args, initialArgs)}`;

type Change = [tag: string | undefined, args: Args, initial: Args];

class Changed extends Directive {
  #before: Args | undefined;

  render(..._: Change): undefined {}

  override update(part: ChildPart, [tag, args, initial]: Change) {
    const before = this.#before ?? initial;
    const elements = tag ? (part.parentNode as ParentNode).querySelectorAll(tag) : [];
    for (const name of new Set([...Object.keys(before), ...Object.keys(args)]))
      if (args[name] !== before[name]) for (const element of elements) write(element, name, args[name] as Value);
    this.#before = { ...args };
    return undefined;
  }
}
const changed = directive(Changed);
