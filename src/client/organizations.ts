import type { StytchElementsError } from '../flows/errors.js';
import type { DiscoveredOrganization } from '../flows/types.js';
import { withDeadline } from './deadline.js';
import { Listeners } from './listeners.js';
import type { Client } from './options.js';
import { toProblem } from './problem.js';

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
  readonly #client: () => Promise<Client>;
  readonly #listeners = new Listeners<OrganizationList>();
  #list = NONE;
  #readAt = 0;
  #asked = 0;

  constructor(client: () => Promise<Client>) {
    this.#client = client;
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
      const client = await this.#client();
      const { discovered_organizations } = await withDeadline(client.discovery.organizations.list());
      if (asked !== this.#asked) return;
      this.#readAt = Date.now();
      this.#set({ status: 'ready', organizations: discovered_organizations, error: null });
    } catch (thrown) {
      if (asked === this.#asked) this.#set({ ...this.#list, status: 'error', error: toProblem(thrown) });
    }
  }

  /** Forgets the list, as when somebody else signs in; an answer on its way is not taken any more. */
  reset(): void {
    this.#asked += 1;
    this.#set(NONE);
  }

  #set(list: OrganizationList): void {
    this.#list = list;
    this.#listeners.tell(list);
  }
}
