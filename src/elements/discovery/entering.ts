import type { ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { askBefore } from '../../controllers/events.js';
import { nameOf } from '../../controllers/names.js';
import type { Organization } from '../../flows/types.js';
import { announceSwitch } from './announce-switch.js';
import type { DiscoveryScene } from './screen.js';

/** Takes a person into an organization of theirs, or a new one, unless the page prevents it. */
export class Entering {
  /** Identifier of the organization that is being entered; from when the page is asked. */
  target: string | null = null;
  readonly #host: ReactiveElement;
  readonly #auth: AuthController;
  #turn = 0;
  #giveUp: (() => void) | undefined;

  constructor(host: ReactiveElement, auth: AuthController) {
    this.#host = host;
    this.#auth = auth;
  }

  /** Asks for an organization once the page has agreed; of two, the first counts. */
  async choose({ send, say, busy, messages }: DiscoveryScene, organization: Organization): Promise<void> {
    const { organization_id } = organization;
    if (busy) return;
    const turn = (this.#turn += 1);
    this.#show(organization_id);
    const goesOn = await askBefore(this.#host, 'stytch-switch-before', { organization });
    if (turn !== this.#turn) return;
    if (goesOn) {
      const done = send({ type: 'choose-organization', organization_id });
      say(messages.discovery.entering(nameOf(organization)));
      await this.#follow(done, organization_id);
    }
    if (turn !== this.#turn) return;
    say('');
    this.#show(null);
  }

  /** Creates an organization; Stytch makes up what is not given. */
  async create({ send }: DiscoveryScene, name?: string, slug?: string): Promise<void> {
    await this.#follow(send({ type: 'create-organization', name, slug }));
  }

  /** Forgets what waits for the page, as when the person has gone elsewhere meanwhile. */
  reset(): void {
    this.#turn += 1;
    this.target = null;
  }

  async #follow(done: Promise<boolean>, organization_id?: string): Promise<void> {
    const { store } = this.#auth;
    this.#giveUp?.();
    const giveUp = (this.#giveUp = store && announceSwitch(this.#host, store, organization_id));
    if (!(await done)) giveUp?.();
  }

  #show(target: string | null): void {
    this.target = target;
    this.#host.requestUpdate();
  }
}
