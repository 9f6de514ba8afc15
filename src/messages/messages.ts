import type { callback } from './en-callback.js';
import type { discovery } from './en-discovery.js';
import type { entrance } from './en-entrance.js';
import type { gating } from './en-gate.js';
import type { keepAlive } from './en-keep-alive.js';
import type { mfa } from './en-mfa.js';
import type { choosing } from './en-password.js';
import type { prompting } from './en-prompt.js';
import type { settings } from './en-settings.js';
import type { user } from './en-user.js';
import { en } from './en.js';

/** Every word of the family; a language has the same. */
export type Messages = typeof en &
  typeof prompting &
  typeof mfa &
  typeof entrance &
  typeof choosing &
  typeof discovery &
  typeof callback &
  typeof gating &
  typeof keepAlive &
  typeof settings &
  typeof user;

/** Any part of the words: a group at a time, a word at a time. */
export type Overrides = { readonly [G in keyof Messages]?: Partial<Messages[G]> };

/** What the page has added, by the language in lower case. */
const added = new Map<string, Overrides>();
/** The words of our own languages that have come, by the first part of the language. */
const own = new Map<string, Overrides>();
const known = new Set<Overrides>();
let english: Overrides = en;
/** What has been put together of all these, by what the page overrides and by language: once for all elements. */
let made = new WeakMap<Overrides, Map<string, Messages>>();
const NO_OVERRIDES: Overrides = {};

/** Adds a language, or rewords one; `language` is a BCP 47 tag such as `pt-BR`. */
export function addMessages(language: string, words: Overrides): void {
  const key = language.toLowerCase();
  added.set(key, merge(added.get(key) ?? {}, words));
  made = new WeakMap();
}

/** Adds the English words of what has been loaded; once, however often it is asked for. */
export function addEnglish(...loaded: readonly Overrides[]): void {
  for (const words of loaded.filter((each) => !known.has(each))) {
    known.add(words);
    english = merge(english, words);
    made = new WeakMap();
  }
}

/** Adds the words of a language of our own; what the page adds goes before them, whichever comes first. */
export function addOwn(language: string, words: Overrides): void {
  own.set(baseOf(language), words);
  made = new WeakMap();
}

/** The words for a language, falling back word by word: `pt-BR`, `pt`, English; then what the page overrides. */
export function messagesFor(language: string, overrides = NO_OVERRIDES): Messages {
  const known = made.get(overrides) ?? new Map<string, Messages>();
  const messages = known.get(language) ?? putTogether(language, overrides);
  made.set(overrides, known.set(language, messages));
  return messages;
}

function putTogether(language: string, overrides: Overrides): Messages {
  const base = baseOf(language);
  const layers = [own.get(base), added.get(base), added.get(language.toLowerCase()), overrides];
  return layers.filter((each) => each !== undefined).reduce(merge, english) as Messages;
}

/** The language of a tag without its region or script: `pt` of `pt-BR`. */
export function baseOf(language: string): string {
  return language.toLowerCase().split('-', 1)[0]!;
}

function merge(under: Overrides, over: Overrides): Overrides {
  const groups = Object.entries(over) as [keyof Messages, object][];
  return groups.reduce<Overrides>((all, [group, words]) => ({ ...all, [group]: { ...all[group], ...words } }), under);
}
