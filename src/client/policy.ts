import type { MemberSession } from '../flows/types.js';
import { withDeadline } from './deadline.js';
import type { Client } from './options.js';

/** Whether a session may do something. */
export type Policy = (session: MemberSession, resource: string, action: string) => boolean;

interface Role {
  readonly role_id: string;
  readonly permissions: readonly { readonly resource_id: string; readonly actions: readonly string[] }[];
}

/** What of the SDK asks the API; it keeps it under a symbol of its own, undocumented. */
interface Internals {
  readonly publicToken: string;
  readonly networkClient: {
    fetchSDK(request: { url: string; method: 'GET' }): Promise<{ rbac_policy: { roles: readonly Role[] } }>;
  };
}

/** The project's policy, asked for once more: the SDK does so only as it starts. Rejects where it cannot be had. */
export async function readPolicy(client: Client): Promise<Policy> {
  const { networkClient, publicToken } = (client as unknown as Record<symbol, Internals>)[
    Symbol.for('stytch__internal_b2b')
  ]!;
  const asked = networkClient.fetchSDK({ url: `/projects/bootstrap/${publicToken}`, method: 'GET' });
  const roles = [...(await withDeadline(asked)).rbac_policy.roles]; // throws where it is none
  return ({ roles: held }, resource, action) => {
    const own: readonly Role[] = client.organization.getSync()?.custom_roles ?? [];
    const permissions = [...roles, ...own].filter((role) => held.includes(role.role_id)).flatMap(permissionsOf);
    return permissions.some(
      ({ resource_id, actions }) => resource_id === resource && (actions.includes(action) || actions.includes('*')),
    );
  };
}

const permissionsOf = ({ permissions }: Role) => permissions;
