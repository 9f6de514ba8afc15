import type { ReactiveController, ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { goOn, sendOn } from '../../controllers/go-on.js';

/** An element that sends people on once they are in. */
export interface Sending extends ReactiveElement {
  readonly returnTo?: string | undefined;
}

/**
 * Sends a person on when a log-in that was under way here is done, wherever its last step was made: here, in a prompt
 * for what was owed after it, or in another tab. Nobody is sent on who comes with a session.
 */
export class Arrival implements ReactiveController {
  readonly #host: Sending;
  readonly #auth: AuthController;
  #isUnderWay = false;

  constructor(host: Sending, auth: AuthController) {
    this.#host = host;
    this.#auth = auth;
    host.addController(this);
  }

  /** A step is made here. */
  begin(): void {
    this.#isUnderWay = true;
  }

  /** Goes to where the page wants a person after their log-in; undefined when it does not say. */
  get go(): (() => void) | undefined {
    return this.#host.returnTo ? () => this.#leave(goOn) : undefined;
  }

  hostUpdated(): void {
    const { snapshot, view } = this.#auth;
    const { status } = snapshot;
    if (status === 'signed-in') {
      if (this.#isUnderWay) setTimeout(() => this.#leave(sendOn)); // after whoever made the step has told the page
      this.#isUnderWay = false;
    } else if (status === 'pending' ? view.home === null : view.place?.at === 'sent') this.#isUnderWay = true; // as after a reload
  }

  #leave(go: typeof goOn): void {
    const { returnTo } = this.#host;
    if (returnTo) go(this.#host, this.#auth, returnTo);
  }
}
