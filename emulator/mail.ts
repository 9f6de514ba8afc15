import type { Call } from './call.js';
import { redirectUrl } from './call.js';
import { issueLink, landingUrl, LINK_MINUTES, type Link } from './links.js';
import { post, type Letter } from './outbox.js';

/** A link to be mailed, and where it leads. */
export interface LinkMail extends Omit<Link, 'expires' | 'used'> {
  kind: Extract<Letter['kind'], 'magic_link' | 'password_reset'>;
  /** The fields of the body that may hold the redirect URL, best first. */
  redirects: readonly string[];
  minutes?: number | undefined;
  /** More parameters of the landing URL. */
  parameters?: Record<string, string>;
}

/** Mails a link; more than ten to one address in a row are refused. */
export function mailLink(call: Call, { kind, redirects, minutes, parameters, ...link }: LinkMail): void {
  const { world } = call;
  const redirect = redirectUrl(call, ...redirects);
  world.limits.spend(sends(link.email_address));
  const token = issueLink(world, link, minutes ?? LINK_MINUTES);
  post(world, { to: link.email_address, kind, url: landingUrl(redirect, link.purpose, token, parameters) });
}

/** The counter of mails to an address, cleared when one of them was used. */
export function sends(email_address: string): string {
  return `send:email:${email_address.toLowerCase()}`;
}
