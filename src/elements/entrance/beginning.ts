import type { ReactiveController, ReactiveElement } from 'lit';
import type { AuthStore } from '../../client/store.js';
import type { AuthController } from '../../controllers/auth-controller.js';

/** The organization that a page wants somebody to log in to. */
export interface Goal extends ReactiveElement {
  readonly flow: 'discovery' | 'organization';
  readonly organizationSlug?: string | undefined;
  readonly organizationId?: string | undefined;
}

/** Begins a log-in once for each organization that the page names, as soon as nobody is signed in. */
export class Beginning implements ReactiveController {
  readonly #host: Goal;
  readonly #auth: AuthController;
  #store: AuthStore | undefined;
  #begun: string | undefined;
  #asked: Promise<unknown> | undefined;

  constructor(host: Goal, auth: AuthController) {
    this.#host = host;
    this.#auth = auth;
    host.addController(this);
  }

  /** Whether the organization is being looked up, or is about to be. */
  get isUnderWay(): boolean {
    return this.#asked !== undefined || this.#begun !== this.#wanted || this.#store !== this.#auth.store;
  }

  /** Whether the page names an organization. */
  get isNamed(): boolean {
    return this.#wanted !== '';
  }

  /** Resolves when it is known what can be logged in to; whoever is quick need not wait to begin. */
  async done(): Promise<void> {
    if (this.isUnderWay && !this.#asked) this.again();
    await this.#asked;
  }

  readonly again = (): void => {
    const { flow, organizationSlug, organizationId } = this.#host;
    const names = flow === 'organization' ? { slug: organizationSlug, organization_id: organizationId } : {};
    this.#begun = this.#wanted;
    const asked = this.#auth.send({ type: 'begin', ...names }).finally(() => {
      if (this.#asked === asked) this.#asked = undefined;
      this.#host.requestUpdate();
    });
    this.#asked = asked;
  };

  hostUpdated(): void {
    const { store, snapshot } = this.#auth;
    if (store !== this.#store) this.#begun = undefined;
    this.#store = store;
    const { status } = snapshot;
    if (this.#isAsked) this.#begun = this.#wanted;
    if (status === 'signed-out' && this.#begun !== this.#wanted) this.again();
    if (status !== 'signed-out' && status !== 'loading') this.#begun = undefined;
  }

  /** Whether a log-in that the person has begun goes on, as after a reload: the organization was theirs to name. */
  get #isAsked(): boolean {
    const { place } = this.#auth.view;
    return this.#begun === undefined && !this.isNamed && place !== null && place.at !== 'methods';
  }

  get #wanted(): string {
    const { flow, organizationSlug: slug, organizationId: id } = this.#host;
    return (flow === 'organization' && (slug || id)) || '';
  }
}
