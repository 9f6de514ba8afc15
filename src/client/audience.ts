import type { Snapshot } from '../flows/types.js';
import { Listeners, call as notify } from './listeners.js';

/** Whoever follows a store: pages, which hear of its snapshot, and elements, which hear of its view, too. */
export class Audience {
  readonly #watchers = new Listeners<Snapshot>();
  readonly #subscribers = new Listeners<Snapshot>();
  readonly #changed: (isThere: boolean) => void;
  #users = 0;
  #wasThere = false;

  /** `changed` is called when the first user comes, before they see anything, and soon after the last one has gone. */
  constructor(changed: (isThere: boolean) => void) {
    this.#changed = changed;
  }

  /** Whether anybody uses the store. */
  get isThere(): boolean {
    return this.#users > 0;
  }

  subscribe(listener: (snapshot: Snapshot) => void, getSnapshot: () => Snapshot): () => void {
    const leave = this.enter();
    notify(listener, getSnapshot());
    return this.#both(this.#subscribers.add(listener), leave);
  }

  watch(listener: (snapshot: Snapshot) => void, isUser: boolean): () => void {
    const leave = isUser ? this.enter() : undefined;
    return this.#both(this.#watchers.add(listener), leave);
  }

  /** Counts somebody as a user of the store; returns what ends it. */
  enter(): () => void {
    let isIn = true;
    this.#users += 1;
    this.#look();
    return () => {
      if (isIn) this.#users -= 1;
      isIn = false;
      if (!this.isThere) queueMicrotask(() => this.#look()); // an element that is moved is back by then
    };
  }

  /** Tells everybody, or elements alone where the snapshot is what it was. */
  tell(snapshot: Snapshot, isNew: boolean): void {
    if (isNew) this.#subscribers.tell(snapshot);
    this.#watchers.tell(snapshot);
  }

  #both(stop: () => void, leave?: () => void): () => void {
    return () => {
      stop();
      leave?.();
    };
  }

  #look(): void {
    if (this.isThere === this.#wasThere) return;
    this.#wasThere = this.isThere;
    this.#changed(this.isThere);
  }
}
