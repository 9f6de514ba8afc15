import type { StytchProvider } from '../../src/elements/stytch-provider.js';

/** Goes to an organization that asks for a second factor. */
export async function pend(organizationId: string): Promise<void> {
  const { store } = document.querySelector<StytchProvider>('stytch-provider')!;
  const { status } = await store!.actions.switchOrganization(organizationId);
  if (status !== 'pending') throw new Error(`It is ${status}, not pending.`);
}
