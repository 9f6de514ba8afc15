import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tokens } from '../../src/styles/tokens.js';

interface Named {
  readonly name: string;
}

/** An element as the manifest has it. */
interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
  readonly events?: readonly Named[];
}

const FILE = 'custom-elements.json';

if (!existsSync(FILE)) execFileSync('npm', ['run', '--silent', 'manifest']);
const manifest = JSON.parse(readFileSync(FILE, 'utf8')) as { modules: { declarations: Declaration[] }[] };
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

const byTag = new Map(elements.map((element) => [element.tagName, element]));
const namesOf = (named: readonly Named[] = []) => named.map(({ name }) => name);

/** What those that put a prompt in their place hand on to it. */
const handedOn = ['stytch-discovery', 'stytch-mfa-prompt'].flatMap((tag) => namesOf(byTag.get(tag)?.attributes));
const global = ['class', 'exportparts', 'hidden', 'id', 'lang', 'part', 'slot'];

export const tags: ReadonlySet<string> = new Set(elements.map(({ tagName = '' }) => tagName));
export const events: ReadonlySet<string> = new Set(elements.flatMap((element) => namesOf(element.events)));
export const customProperties: ReadonlySet<string> = new Set(Object.keys(tokens).map((name) => `--stytch-${name}`));

/** Attributes that an element has by itself. */
export function attributesOf(tag: string): string[] {
  return namesOf(byTag.get(tag)?.attributes);
}

export function takesAttribute(tag: string, name: string): boolean {
  const element = byTag.get(tag);
  const asks = namesOf(element?.slots).includes('prompt');
  return [...global, ...namesOf(element?.attributes), ...(asks ? handedOn : [])].includes(name);
}

export function hasSlot(tag: string, name: string): boolean {
  return namesOf(byTag.get(tag)?.slots).includes(name);
}

/** Whether `tag`, or where none is named any element, has the part or the state. */
export function has(kind: 'cssParts' | 'cssStates', tag: string | undefined, name: string): boolean {
  const asked = tag ? [byTag.get(tag)] : elements;
  return asked.some((element) => namesOf(element?.[kind]).includes(name));
}
