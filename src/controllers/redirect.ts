import { StytchElementsError } from '../flows/errors.js';
import { fillTemplate, safeUrl } from '../client/redirect.js';
import { announce } from './events.js';

/** Milliseconds in which going to the same place once more would only break off the first try. */
const ONCE = 1_000;

/** How often somebody was sent on, or would have been, had the page not prevented it. */
export let redirects = 0;
let last: { readonly href: string; readonly at: number } | undefined;

/**
 * Goes to `target` (a template with `{slug}` and `{id}`), unless a listener of `stytch-redirect` prevents it. A target
 * outside http(s), or on an origin that is not allowed, is refused with an error event.
 */
export function redirect(
  host: HTMLElement,
  target: string,
  allowedOrigins: readonly string[] = [],
  values: Readonly<Record<string, string>> = {},
): void {
  const url = safeUrl(fillTemplate(target, values), allowedOrigins, document.baseURI, location.origin);
  if (!url) {
    announce(host, 'stytch-error', { error: new StytchElementsError('misconfigured', { detail: 'redirect' }) });
    return;
  }
  redirects += 1;
  const { href } = url;
  const event = new CustomEvent('stytch-redirect', {
    detail: { url: href },
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  if (!host.dispatchEvent(event) || (last?.href === href && event.timeStamp - last.at < ONCE)) return;
  last = { href, at: event.timeStamp };
  location.assign(url);
}

/** Says in the query of `target` why somebody comes there, unless it says so itself. */
export function withReason(target: string, reason: string | undefined): string {
  if (!reason || !URL.canParse(target, document.baseURI)) return target;
  const url = new URL(target, document.baseURI);
  if (!url.searchParams.has('reason')) url.search += `${url.search ? '&' : '?'}reason=${reason}`;
  return url.href;
}
