import type { AuthStore } from '../client/store.js';
import type { AuthController } from './auth-controller.js';
import { redirect } from './redirect.js';

/** The session with which somebody was last sent on, by store. */
const sent = new WeakMap<AuthStore, string>();

/** Goes to where the page wants whoever is signed in; `target` may hold `{slug}` and `{id}` of their organization. */
export function goOn(host: HTMLElement, { snapshot, scope }: AuthController, target: string): void {
  const { organization } = snapshot;
  if (!organization) return;
  const { organization_slug: slug, organization_id: id } = organization;
  redirect(host, target, scope.allowedOrigins, { slug, id });
}

/** The same for somebody who has just come in: once for a session, however many elements of the page would do so. */
export function sendOn(host: HTMLElement, auth: AuthController, target: string): void {
  const { store, snapshot } = auth;
  const session = snapshot.session?.member_session_id;
  if (!store || !session || sent.get(store) === session) return;
  sent.set(store, session);
  goOn(host, auth, target);
}
