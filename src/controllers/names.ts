import type { Organization } from '../flows/types.js';

/** Direction marks and overrides, and control characters: nothing that a name needs, much that a forged one uses. */
const HIDDEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** An organization's name as text that cannot disguise itself; its slug when it has none. */
export function nameOf({ organization_name, organization_slug, organization_id }: Organization): string {
  return plain(organization_name) || plain(organization_slug) || organization_id;
}

/** A text without what cannot be seen. */
export function plain(text: string | null | undefined): string {
  return text?.replace(HIDDEN, ' ').trim() ?? '';
}
