import type { AuthStore } from '../../client/store.js';
import type { Snapshot } from '../../flows/types.js';

/** What tells one session from another; null without one. */
export function idOf({ session }: Snapshot): string | null {
  return session?.member_session_id ?? null;
}

/** Resolves when it is known whether somebody is signed in, and whether they could return. */
export async function settled(store: AuthStore): Promise<void> {
  await store.ready;
  await new Promise<void>((resolve) => {
    const stop = store.subscribe(({ status }) => {
      if (status === 'loading') return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}
