import { en, type Messages } from './en.js';

/** Any part of the words: a group at a time, a word at a time. */
export type Overrides = { readonly [G in keyof Messages]?: Partial<Messages[G]> };

const languages = new Map<string, Overrides>();

/** Adds a language, or rewords one; `language` is a BCP 47 tag such as `pt-BR`. */
export function addMessages(language: string, words: Overrides): void {
  const key = language.toLowerCase();
  languages.set(key, merge(languages.get(key) ?? {}, words));
}

/** The words for a language, falling back word by word: `pt-BR`, `pt`, English; then what the page overrides. */
export function messagesFor(language: string, overrides: Overrides = {}): Messages {
  const tag = language.toLowerCase();
  const [base = ''] = tag.split('-');
  return [languages.get(base) ?? {}, languages.get(tag) ?? {}, overrides].reduce(merge, en) as Messages;
}

function merge(under: Overrides, over: Overrides): Overrides {
  const groups = Object.entries(over) as [keyof Messages, object][];
  return groups.reduce<Overrides>((all, [group, words]) => ({ ...all, [group]: { ...all[group], ...words } }), under);
}
