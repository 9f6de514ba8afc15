import type { AuthController } from '../../controllers/auth-controller.js';
import { withoutReason } from '../../client/redirect.js';
import { announce } from '../../controllers/events.js';
import { redirect, withReason } from '../../controllers/redirect.js';
import { StytchElementsError } from '../../flows/errors.js';
import type { GateReason } from '../../flows/requirement.js';
import { isCircling } from './circle.js';

/** The sessions in which people were sent away, by the address that they were at. */
const departures = new Map<string, string | undefined>();

/**
 * Sends a person to `target` if it is certain that they may not see what is inside, and nothing on the page can change
 * that; but never to the page where they are, and from each address once: whoever comes back by the browser's own button
 * stays. Only after `letIn`, or in another session, does it happen again.
 */
export function sendTo(target: string, reason: GateReason, host: HTMLElement, auth: AuthController): void {
  if (!isHopeless(reason, auth) || isHere(target)) return;
  const session = auth.snapshot.session?.member_session_id;
  if (departures.has(location.href) && departures.get(location.href) === session) return;
  departures.set(location.href, session);
  const why = reason === 'signed-out' ? auth.store?.endedBy : undefined;
  if (!isCircling(target)) redirect(host, withReason(target, why), auth.scope.allowedOrigins);
  else announce(host, 'stytch-error', { error: new StytchElementsError('misconfigured', { detail: 'redirect' }) });
}

/** Somebody is signed in, and may be sent away again when that ends. */
export function letIn({ snapshot }: AuthController): void {
  const session = snapshot.session?.member_session_id;
  for (const [address, before] of departures) if (before !== session) departures.delete(address);
}

/** When a session has come to its end, the API may still say that it was extended; and cached roles may have changed. */
function isHopeless(reason: GateReason, { snapshot, view, store }: AuthController): boolean {
  const { isInitialized, fromCache, pending } = snapshot;
  if (!isInitialized || fromCache || view.busy) return false;
  if (reason === 'stale') return !store?.presenters.has('again');
  if (reason === 'pending') return !store?.presenters.has(pending!.kind);
  return reason === 'signed-out' || reason === 'denied' || reason === 'organization-changed';
}

function isHere(target: string): boolean {
  if (!URL.canParse(target, document.baseURI)) return false;
  return withoutReason(new URL(target, document.baseURI).href) === withoutReason(location.href);
}
