import type { StytchProvider } from '../../src/elements/stytch-provider.js';
import { until } from './settle.js';

/** Has a factor asked for again, by whatever element is there for that; nobody answers. */
export async function again(): Promise<void> {
  const { store } = document.querySelector<StytchProvider>('stytch-provider')!;
  void store!.actions.stepUp({ maxAge: 0 }).catch(() => undefined);
  await until(() => store!.view.wanted !== null);
}
