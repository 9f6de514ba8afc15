import type { StytchElementsError } from '../flows/errors.js';
import type { DiscoveredOrganization } from '../flows/types.js';
import { Listeners } from './listeners.js';

/** The organizations of whoever is signed in, as far as they are known. */
export interface OrganizationList {
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  readonly organizations: readonly DiscoveredOrganization[];
  readonly error: StytchElementsError | null;
}

/** Milliseconds for which a list is fresh enough to be shown again without asking. */
const FRESH = 60_000;
const NONE: OrganizationList = { status: 'idle', organizations: [], error: null };

/** One list for all switchers of a page. */
export class Organizations {
  readonly #read: () => Promise<DiscoveredOrganization[]>;
  readonly #listeners = new Listeners<OrganizationList>();
  #list = NONE;
  #readAt = 0;
  #asked = 0;

  /** `read` asks the API, and rejects with a typed error. */
  constructor(read: () => Promise<DiscoveredOrganization[]>) {
    this.#read = read;
  }

  get list(): OrganizationList {
    return this.#list;
  }

  /** Calls `listener` on each change; returns what ends it. */
  watch(listener: (list: OrganizationList) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Reads the list unless a fresh one is there or on its way. What is known already stays visible meanwhile. */
  async load(): Promise<void> {
    const { status } = this.#list;
    if (status === 'loading' || (status === 'ready' && Date.now() - this.#readAt < FRESH)) return;
    const asked = ++this.#asked;
    this.#set({ ...this.#list, status: 'loading', error: null });
    try {
      const organizations = await this.#read();
      if (asked !== this.#asked) return;
      this.#readAt = Date.now();
      this.#set({ status: 'ready', organizations, error: null });
    } catch (error) {
      if (asked === this.#asked) this.#set({ ...this.#list, status: 'error', error: error as StytchElementsError });
    }
  }

  /** Forgets the list, as when somebody else signs in; an answer on its way is not taken any more. */
  reset(): void {
    if (this.#list === NONE) return;
    this.#asked += 1;
    this.#set(NONE);
  }

  #set(list: OrganizationList): void {
    this.#list = list;
    this.#listeners.tell(list);
  }
}
