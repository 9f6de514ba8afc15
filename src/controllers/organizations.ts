import type { ReactiveElement } from 'lit';
import type { OrganizationList } from '../client/organizations.js';
import type { AuthController } from './auth-controller.js';
import { type Choice, choicesOf, matching } from './choices.js';
import { WithStore } from './with-store.js';

const NONE: OrganizationList = { status: 'idle', organizations: [], error: null };

/** The organizations of whoever is signed in, as an element shows them: shared with all elements, filtered for one. */
export class Organizations {
  readonly #host: ReactiveElement;
  readonly #auth: AuthController;
  #query = '';
  #found: readonly Choice[] | undefined;

  constructor(host: ReactiveElement, auth: AuthController) {
    this.#host = host;
    this.#auth = auth;
    new WithStore(host, auth, (store) => {
      this.#changed();
      return store.organizations.watch(() => this.#changed());
    });
  }

  get list(): OrganizationList {
    return this.#auth.store?.organizations.list ?? NONE;
  }

  /** All of them; empty while nothing is known. */
  get all(): readonly Choice[] {
    return choicesOf(this.list.organizations);
  }

  /** Those that match the query. */
  get found(): readonly Choice[] {
    return (this.#found ??= matching(this.all, this.#query));
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    this.#query = query;
    this.#changed();
  }

  /** Has the list read, unless a fresh one is there. */
  readonly load = (): void => {
    const { status } = this.#auth.snapshot;
    if (status === 'signed-in' || status === 'pending') void this.#auth.store?.organizations.load();
  };

  #changed(): void {
    this.#found = undefined;
    choicesOf(this.list.organizations); // made when a list arrives, not when somebody opens it
    this.#host.requestUpdate();
  }
}
