/// <reference types="vite/client" />
import { addMessages } from '../src/messages/messages.js';

type Words = Record<string, Record<string, unknown>>;

const PLAIN = 'AaCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz';
const ACCENTED = 'ÅåÇçĎďÉéĜĝĤĥÎîĶķĻļÑñÖöŘřŠšŢţÛûŴŵÝýŽž';

let added: Promise<void> | undefined;

/**
 * Adds a language that nobody speaks: English with accents and 40 % longer, in brackets. Words that stay as they were
 * are not translated, brackets that are missing were cut off, and what breaks would break in German.
 */
export function pseudoWords(): Promise<void> {
  return (added ??= add());
}

async function add(): Promise<void> {
  const modules = Object.values(import.meta.glob<Record<string, Words>>('../src/messages/en*.ts'));
  for (const module of await Promise.all(modules.map((load) => load())))
    for (const groups of Object.values(module)) addMessages('en-XA', strange(groups));
}

function strange(groups: Words): Words {
  const each = (words: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(words).map(([name, word]) => [name, said(word)]));
  return Object.fromEntries(Object.entries(groups).map(([group, words]) => [group, each(words)]));
}

function said(word: unknown): unknown {
  if (typeof word !== 'function') return typeof word === 'string' ? accented(word) : word;
  return (...values: unknown[]) => accented((word as (...values: unknown[]) => string)(...values), values.map(String));
}

/** What a sentence is about (a name, a number) is left alone. */
function accented(text: string, values: readonly string[] = []): string {
  const more = text.slice(0, Math.ceil(text.length * 0.4)).trim();
  const parts = values
    .filter(Boolean)
    .reduce<string[]>((all, value) => all.flatMap((part) => cut(part, value)), [text]);
  const strange = parts.map((part) => (values.includes(part) ? part : letters(part))).join('');
  return `[${strange} ${letters(more)}]`;
}

function cut(text: string, value: string): string[] {
  return text.split(value).flatMap((part, index) => (index ? [value, part] : [part]));
}

function letters(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
}
