import type { ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import type { Choice } from '../../controllers/choices.js';
import { nameOf } from '../../controllers/names.js';
import { redirect } from '../../controllers/redirect.js';
import { Switching } from '../../controllers/switching.js';
import type { TextController } from '../../controllers/text-controller.js';
import type { Organization } from '../../flows/types.js';
import { button } from '../../styles/button.js';
import { card } from '../../styles/card.js';
import { dialog } from '../../styles/dialog.js';
import { switcherList } from '../../styles/switcher-list.js';
import { switcherPanel } from '../../styles/switcher-panel.js';
import { Chooser } from './chooser.js';
import { Questions } from './questions.js';

interface Owner {
  readonly auth: AuthController;
  readonly text: TextController;
  isOpen(): boolean;
  focusTrigger(): void;
  going(): string | undefined;
  say(words: string): void;
}

/** The switcher itself. */
interface Host extends ReactiveElement {
  readonly redirectTo?: string | undefined;
  hide(): void;
}

/** What a switcher needs only once somebody uses it: the list, the switch, and the questions on the way. */
export class Inside {
  static readonly styles = [button, card, dialog, switcherPanel, switcherList];

  readonly switching: Switching;
  readonly #host: Host;
  readonly #owner: Owner;
  readonly #chooser: Chooser;
  readonly #questions: Questions;

  constructor(host: Host, owner: Owner) {
    const { auth, text, say, going } = owner;
    this.#host = host;
    this.#owner = owner;
    this.switching = new Switching(host, auth, (organization) => this.#arrived(organization));
    this.#questions = new Questions(host, { auth, text, closed: owner.focusTrigger });
    this.#chooser = new Chooser(host, {
      ...{ auth, text, say, going, switching: this.switching },
      chosen: (choice) => this.#chosen(choice),
      again: (organization) => void this.#go(organization),
    });
  }

  /** Has the list read, unless a fresh one is there. */
  load(): void {
    this.#chooser.load();
  }

  /** What follows from the popover's being open or closed. */
  turn(open: boolean): void {
    this.#chooser.turn(open);
  }

  panel(allowCreate: boolean) {
    return this.#chooser.template(allowCreate && this.#create);
  }

  question() {
    return this.#questions.template();
  }

  #chosen({ id, entry }: Choice): void {
    const { organization, member_authenticated } = entry;
    const { snapshot, store } = this.#owner.auth;
    const go = () => void this.#go(organization);
    if (id === snapshot.organization?.organization_id) {
      this.switching.stay();
      this.#host.hide();
    } else if (!snapshot.organization || store?.canReturn || member_authenticated) go();
    else {
      this.#host.hide();
      this.#questions.ask(organization, go);
    }
  }

  readonly #create = (): void => {
    const init = { detail: {}, bubbles: true, composed: true, cancelable: true };
    this.#host.hide();
    this.#host.dispatchEvent(new CustomEvent('stytch-create', init));
  };

  async #go(organization: Organization): Promise<void> {
    const { say, text, isOpen } = this.#owner;
    say(text.messages.switcher.switching(nameOf(organization)));
    const outcome = await this.switching.to(organization);
    const { failed } = this.switching;
    if (outcome === 'pending' || outcome === 'returned') this.#host.hide();
    if (outcome !== 'switched') say(failed && !isOpen() ? this.#chooser.failure(failed) : '');
  }

  #arrived(organization: Organization): void {
    const { organization_slug: slug, organization_id: id } = organization;
    const { redirectTo } = this.#host;
    const { auth, text, say, focusTrigger } = this.#owner;
    this.#host.hide();
    say(text.messages.switcher.switched(nameOf(organization)));
    setTimeout(focusTrigger); // a prompt of the page's own goes at the same time, and the focus with it
    if (redirectTo) redirect(this.#host, redirectTo, auth.scope.allowedOrigins, { slug, id });
  }
}
