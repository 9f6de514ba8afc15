import type { Signed } from '../flows/flow.js';
import type { Client } from './options.js';

/** What the SDK holds now, and whether the API has confirmed it. */
export interface Found {
  readonly signed: Signed | null;
  readonly verified: boolean;
}

/**
 * Reads the SDK. A session whose organization is another one's is a late answer of a read (the SDK applies them
 * unconditionally): then nothing is said until the slices agree.
 */
export function find(client: Client): Found | undefined {
  const { session, fromCache } = client.session.getInfo();
  const member = client.self.getSync();
  const organization = client.organization.getSync();
  if (!session) return { signed: null, verified: !fromCache };
  if (!member || !organization || organization.organization_id !== session.organization_id) return undefined;
  return { signed: { session, member, organization }, verified: !fromCache };
}
