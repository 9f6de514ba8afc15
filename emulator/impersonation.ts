import { issueLink, landingUrl } from './links.js';
import { memberNamed } from './lookup.js';
import type { World } from './world.js';

/** What Stytch's dashboard hands to somebody of the project who impersonates a member. */
export interface Impersonation {
  token: string;
  /** Where the browser goes with the token: the project's redirect URL. */
  url: string;
}

const MINUTES = 5;

/** Hands out a token to impersonate a member with. The member is not asked, and nothing about them changes. */
export function impersonate(world: World, email: string, organization: string): Impersonation {
  const { organization_id, member_id, email_address } = memberNamed(world, email, organization);
  const token = issueLink(world, { purpose: 'impersonation', email_address, organization_id, member_id }, MINUTES);
  return { token, url: landingUrl(world.redirectUrl, 'impersonation', token) };
}
