import { redirect } from '../../controllers/redirect.js';

let isSent = false;

/**
 * Sends a person elsewhere, but never to the page where they are, and once: whoever comes back by the browser's own
 * button stays. Only after `letIn` does it happen again.
 */
export function sendTo(target: string, host: HTMLElement, allowedOrigins: readonly string[] | undefined): void {
  if (isSent || isHere(target)) return;
  isSent = true;
  redirect(host, target, allowedOrigins);
}

/** Somebody is signed in, and may be sent away when that ends. */
export function letIn(): void {
  isSent = false;
}

function isHere(target: string): boolean {
  if (!URL.canParse(target, document.baseURI)) return false;
  return bare(new URL(target, document.baseURI).href) === bare(location.href);
}

function bare(url: string): string {
  return url.replace(/#.*/, '');
}
