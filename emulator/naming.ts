import { domainOf, normalized } from './directory.js';
import { ApiError } from './errors.js';
import type { Organization } from './types.js';
import type { World } from './world.js';

/** Domains that say nothing about where somebody works; Stytch's list is much longer. */
const COMMON = ['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com'];

const LONGEST = 128;

/** What an organization is called that was given no name: after its creator's company, else after the creator. */
export function nameFor(email_address: string): string {
  const domain = domainOf(email_address);
  const personal = COMMON.includes(domain) || domain.endsWith('.edu');
  const [name = ''] = personal ? normalized(email_address).split('@') : domain.split('.');
  return name.replace(/^./u, (letter) => letter.toUpperCase());
}

/** Refuses an empty or very long name. */
export function checkName(name: string): void {
  if (name.trim() === '' || name.length > LONGEST) throw new ApiError('invalid_organization_name');
}

/** Refuses a slug that is none, or that another organization has. */
export function checkSlug({ directory }: World, slug: string, organization?: Organization): void {
  if (!/^[a-z0-9._~-]{2,128}$/i.test(slug)) throw new ApiError('invalid_organization_slug');
  const holder = directory.organization(slug);
  if (holder && holder !== organization) throw new ApiError('organization_slug_already_used');
}

/** A slug made of a name, with a number behind it when it is taken. */
export function freeSlug({ directory }: World, name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const base = letters.length < 2 ? 'organization' : letters.slice(0, LONGEST - 6);
  let slug = base;
  for (let number = 2; directory.organization(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}
