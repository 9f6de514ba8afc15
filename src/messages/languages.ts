import type { Messages } from './messages.js';

/** The languages that the family speaks by itself, by the first part of their tag; the words of each are a chunk. */
export const shipped: Readonly<Record<string, () => Promise<{ readonly words: Messages }>>> = {
  __proto__: null as never, // a page may say `lang="constructor"`
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  he: () => import('./he.js'),
  ja: () => import('./ja.js'),
  pt: () => import('./pt-BR.js'),
};
