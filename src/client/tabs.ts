import type { Record } from './record.js';
import { stateKey } from './cache.js';

/** What tabs of one site tell each other about half-finished authentication: the record, or that it was given up. */
type Message = { readonly pending: Record | null };

/** Follows the other tabs: the SDK's own state through `storage`, which it writes, and pending states, which it does not. */
export class Tabs {
  readonly #channel: BroadcastChannel | undefined;
  readonly #key: string;

  constructor(publicToken: string, on: { session(): void; pending(record: Record | null): void }) {
    this.#key = stateKey(publicToken);
    addEventListener('storage', ({ key }) => {
      if (key === this.#key) on.session();
    });
    try {
      this.#channel = new BroadcastChannel(`stytch-elements:${publicToken}`);
      this.#channel.onmessage = ({ data }: MessageEvent<Message>) => on.pending(data.pending);
    } catch {
      this.#channel = undefined; // a sandboxed frame has no channels; its storage is its own, too
    }
  }

  tell(pending: Record | null): void {
    this.#channel?.postMessage({ pending } satisfies Message);
  }
}
