import type { ReactiveController, ReactiveElement } from 'lit';
import type { StytchElementsError } from '../flows/errors.js';
import type { Organization, Pending, Snapshot } from '../flows/types.js';
import type { AuthStore } from '../client/store.js';
import type { AuthController } from './auth-controller.js';
import { announce, askBefore } from './events.js';
import { WithStore } from './with-store.js';

/** What came of a switch; `none` when it was prevented, or another one was asked for meanwhile. */
export type Outcome = 'switched' | 'returned' | 'pending' | 'failed' | 'none';

/** A switch that has failed. */
export interface Failure {
  readonly organization: Organization;
  readonly error: StytchElementsError;
}

/** A switch that waits for verification. */
interface Awaited {
  readonly store: AuthStore;
  readonly id: string;
  readonly previous: string | null;
}

/** Takes a person to another organization, however many steps that takes, and tells the page about it. */
export class Switching implements ReactiveController {
  /** Where it leads at the moment. */
  target: Organization | null = null;
  /** The last switch that failed, until the next one. */
  failed: Failure | null = null;
  readonly #host: ReactiveElement;
  readonly #auth: AuthController;
  readonly #arrived: (organization: Organization) => void;
  #awaited: Awaited | null = null;
  #turn = 0;

  /** `arrived` is called when a switch is done. */
  constructor(host: ReactiveElement, auth: AuthController, arrived: (organization: Organization) => void) {
    this.#host = host;
    this.#auth = auth;
    this.#arrived = arrived;
    new WithStore(host, auth, ({ presenters }) => presenters.add({ duty: 'switch', host, dedicated: false }));
    host.addController(this);
  }

  /** Asks for a switch; of two, the one asked for last wins, and asking twice is asking once. */
  async to(organization: Organization): Promise<Outcome> {
    const { store } = this.#auth;
    const id = organization.organization_id;
    if (!store || this.target?.organization_id === id) return 'none';
    const turn = ++this.#turn;
    const previous = this.#auth.snapshot.organization?.organization_id ?? this.#awaited?.previous ?? null;
    this.#show(organization);
    try {
      if (!(await askBefore(this.#host, 'stytch-switch-before', { organization })) || turn !== this.#turn)
        return 'none';
      store.presenters.prefer(this.#host);
      const snapshot = await store.actions.switchOrganization(id);
      return turn === this.#turn ? this.#cameTo(snapshot, { store, id, previous }) : 'none';
    } catch (error) {
      return turn === this.#turn ? this.#fail(organization, error as StytchElementsError) : 'none';
    } finally {
      if (turn === this.#turn) this.#show(null);
    }
  }

  /** Stays where it is: what is under way is undone. */
  stay(): void {
    const { store, snapshot } = this.#auth;
    const { organization } = snapshot;
    if (!this.target || !organization) return;
    this.#turn += 1;
    this.#show(null);
    store?.actions.switchOrganization(organization.organization_id).catch(() => undefined);
  }

  hostUpdated(): void {
    const { snapshot, store } = this.#auth;
    if (!store || (this.#awaited && this.#awaited.store !== store)) this.#awaited = null;
    if (store && snapshot.pending) this.#wait(store, snapshot.pending);
    else if (this.#awaited && snapshot.status !== 'loading') this.#settle(this.#awaited, snapshot.organization);
  }

  hostDisconnected(): void {
    this.#turn += 1;
    this.#show(null);
  }

  /** A switch begun before a reload is for one switcher of the page to finish, whoever shows the prompt. */
  #wait(store: AuthStore, pending: Pending): void {
    if (pending.kind === 'discovery') return;
    const id = pending.organization.organization_id;
    const resumed = store.reason === 'load' && pending.canCancel && store.presenters.isOn('switch', this.#host);
    if (this.#awaited && this.#awaited.id !== id) this.#awaited = null;
    else if (resumed) this.#awaited ??= { store, id, previous: this.#auth.view.from?.organization_id ?? null };
  }

  #settle({ id, previous }: Awaited, organization: Organization | null): void {
    this.#awaited = null;
    if (organization?.organization_id === id) this.#finish(organization, previous);
  }

  #show(target: Organization | null): void {
    this.target = target;
    if (target) this.failed = null;
    this.#host.requestUpdate();
  }

  /** Elsewhere than asked for means that somebody else has asked for something else. */
  #cameTo({ organization, pending }: Snapshot, awaited: Awaited): Outcome {
    if (organization?.organization_id === awaited.id) {
      return this.#finish(organization, awaited.previous) ? 'switched' : 'returned';
    }
    if (!pending || pending.kind === 'discovery' || pending.organization.organization_id !== awaited.id) return 'none';
    this.#awaited = awaited;
    announce(this.#host, 'stytch-pending', { pending });
    return 'pending';
  }

  #finish(organization: Organization, previousOrganizationId: string | null): boolean {
    if (organization.organization_id === previousOrganizationId) return false; // they went back instead
    announce(this.#host, 'stytch-switch', { organization, previousOrganizationId });
    this.#arrived(organization);
    return true;
  }

  #fail(organization: Organization, error: StytchElementsError): Outcome {
    this.failed = { organization, error };
    announce(this.#host, 'stytch-error', { error });
    return 'failed';
  }
}
