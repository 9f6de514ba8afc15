import type { Organization } from '../flows/types.js';

/** Direction marks and overrides, and control characters: nothing that a name needs, much that a forged one uses. */
const HIDDEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** An organization's name as text that cannot disguise itself; its slug when it has none. */
export function nameOf({ organization_name, organization_slug, organization_id }: Organization): string {
  return plain(organization_name) || plain(organization_slug) || organization_id;
}

/** What was made of the last texts, for a page shows the same names in many places. */
const made = new Map<string, string>();
const MOST = 100;

/** A text without what cannot be seen. */
export function plain(text: string | null | undefined): string {
  if (!text) return '';
  const known = made.get(text);
  if (known !== undefined) return known;
  const without = text.replace(HIDDEN, ' ').trim();
  if (made.size >= MOST) made.clear();
  made.set(text, without);
  return without;
}
