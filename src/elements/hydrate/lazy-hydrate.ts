import type { AuthController } from '../../controllers/auth-controller.js';
import type { StytchElementsError } from '../../flows/errors.js';
import type { Host } from './back-ends.js';
import { PickUp } from './pick-up.js';
import { Push } from './push.js';

/** What goes on between a page and its back ends. */
export class Handover {
  readonly #pickUp: PickUp;
  readonly #push: Push;

  constructor(host: Host, auth: AuthController) {
    this.#pickUp = new PickUp(host, auth);
    this.#push = new Push(host, auth, () => !this.#pickUp.isDue);
  }

  get phase(): PickUp['phase'] {
    return this.#pickUp.phase;
  }

  get problem(): StytchElementsError | null {
    return this.#pickUp.problem ?? this.#push.problem;
  }

  /** Tries again what went wrong, and nothing else. */
  again(): void {
    this.#pickUp.again();
    this.#push.again();
  }
}
