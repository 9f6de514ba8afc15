import type { Record } from './record.js';
import { stateKey } from './cache.js';

/** What tabs of one site tell each other about half-finished authentication: the record, or that it was given up; or the wish to know. */
type Message = { readonly pending: Record | null } | 'ask';

/** What is heard of the other tabs. */
interface News {
  session(): void;
  pending(record: Record | null): void;
  /** Another tab has missed what was told. */
  asked(): void;
}

/**
 * Follows the other tabs, between `start` and `stop`: the SDK's own state through `storage`, which it writes, and
 * pending states, which it does not.
 */
export class Tabs {
  readonly #name: string;
  readonly #key: string;
  readonly #on: News;
  #channel: BroadcastChannel | undefined;

  constructor(publicToken: string, on: News) {
    [this.#name, this.#key, this.#on] = [`stytch-elements:${publicToken}`, stateKey(publicToken), on];
  }

  start(): void {
    addEventListener('storage', this.#stored);
    try {
      this.#channel ??= new BroadcastChannel(this.#name);
      this.#channel.onmessage = ({ data }: MessageEvent<Message>) =>
        data === 'ask' ? this.#on.asked() : this.#on.pending(data.pending);
    } catch {
      this.#channel = undefined; // a sandboxed frame has no channels; its storage is its own, too
    }
  }

  stop(): void {
    removeEventListener('storage', this.#stored);
    this.#channel?.close();
    this.#channel = undefined;
  }

  tell(pending: Record | null): void {
    this.#send({ pending });
  }

  /** Has the other tabs tell once more what is half-finished. */
  ask(): void {
    this.#send('ask');
  }

  #send(message: Message): void {
    this.#channel?.postMessage(JSON.parse(JSON.stringify(message))); // what a page has handed over may be a proxy
  }

  readonly #stored = ({ key }: StorageEvent): void => {
    if (key === this.#key) this.#on.session();
  };
}
