import type { ReactiveElement } from 'lit';
import type { AuthStore } from '../../client/store.js';
import { announce } from '../../controllers/events.js';
import type { Home } from '../../flows/call.js';
import type { Organization, Snapshot } from '../../flows/types.js';

/**
 * Tells the page once the session carries the organization that was asked for, whatever is asked of the person on the
 * way; `id` is none for an organization that is yet to be created. Whoever goes back to `from` has not switched.
 * Returns what gives it up.
 */
export function announceSwitch(host: ReactiveElement, store: AuthStore, id: string | undefined): () => void {
  const { from } = store.view;
  const { parentElement } = host;
  const settle = ({ organization, session }: Snapshot) => {
    const isThere = organization && (!id || organization.organization_id === id);
    if (isThere && session?.member_session_id !== from?.member_session_id) void tell(organization);
  };
  const tell = async (organization: Organization) => {
    await host.updateComplete;
    const teller = host.isConnected ? host : (parentElement ?? host); // who has put the host in its place takes it away
    announce(teller, 'stytch-switch', { organization, previousOrganizationId: idOf(from) });
  };
  const stop = store.subscribe((snapshot) => {
    if (snapshot.pending) return;
    queueMicrotask(() => stop());
    settle(snapshot);
  });
  return stop;
}

function idOf(home: Home | null): string | null {
  return home?.organization_id ?? null;
}
