import { nothing, type ReactiveController, type ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { nameOf } from '../../controllers/names.js';
import { Modal } from '../../controllers/modal.js';
import type { TextController } from '../../controllers/text-controller.js';
import type { Organization } from '../../flows/types.js';
import { type Question, questionDialog } from './question.js';

interface Owner {
  readonly auth: AuthController;
  readonly text: TextController;
  /** Called when there is no dialog any more. */
  closed(): void;
}

/** The question of a switch, before a session is left for good. */
export class Questions implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #owner: Owner;
  #leaving: { readonly to: Organization; readonly go: () => void } | undefined;
  #open = false;

  constructor(host: ReactiveElement, owner: Owner) {
    this.#host = host;
    this.#owner = owner;
    new Modal(host, this.#cancel);
    host.addController(this);
  }

  /** Asks before leaving for an organization; `go` is called if that is wanted. */
  ask(to: Organization, go: () => void): void {
    this.#leaving = { to, go };
    this.#host.requestUpdate();
  }

  template() {
    const question = this.#question();
    return question ? questionDialog(question) : nothing;
  }

  hostUpdated(): void {
    if (!this.#owner.auth.snapshot.organization) this.#leaving = undefined; // nothing is left any more
    const open = this.#question() !== undefined;
    if (this.#open && !open) this.#owner.closed();
    this.#open = open;
  }

  #question(): Question | undefined {
    const { snapshot } = this.#owner.auth;
    return this.#leaving && snapshot.organization ? this.#leave(snapshot.organization, this.#leaving.to) : undefined;
  }

  #leave(from: Organization, to: Organization): Question {
    const { common, switcher } = this.#owner.text.messages;
    const name = nameOf(to);
    const ways = [
      { label: common.cancel, take: this.#cancel },
      { label: common.continue, take: this.#go },
    ];
    return { title: switcher.leaveTitle(name), text: switcher.leaveText(nameOf(from), name), ways };
  }

  readonly #go = (): void => {
    this.#leaving?.go();
    this.#close();
  };

  readonly #cancel = (): void => this.#close();

  #close(): void {
    this.#leaving = undefined;
    this.#host.requestUpdate();
  }
}
