import { redirect, withReason } from '../../controllers/redirect.js';

let isSent = false;

/**
 * Sends a person elsewhere, but never to the page where they are, and once: whoever comes back by the browser's own
 * button stays. Only after `letIn` does it happen again. `reason` is why, where that is known.
 */
export function sendTo(
  target: string,
  host: HTMLElement,
  allowedOrigins: readonly string[] | undefined,
  reason: string | undefined,
): void {
  if (isSent || isHere(target)) return;
  isSent = true;
  redirect(host, withReason(target, reason), allowedOrigins);
}

/** Somebody is signed in, and may be sent away when that ends. */
export function letIn(): void {
  isSent = false;
}

function isHere(target: string): boolean {
  return URL.canParse(target, document.baseURI) && placeOf(target) === placeOf(location.href);
}

/** An address without what says why, and what of the page is meant. */
function placeOf(address: string): string {
  const url = new URL(address, document.baseURI);
  url.hash = '';
  url.searchParams.delete('reason');
  return url.href;
}
