import { nothing, type ReactiveController, type ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { nameOf } from '../../controllers/names.js';
import { announce } from '../../controllers/events.js';
import { Modal } from '../../controllers/modal.js';
import type { TextController } from '../../controllers/text-controller.js';
import type { Organization, PendingPrimary } from '../../flows/types.js';
import { type Question, questionDialog } from './question.js';

interface Owner {
  readonly auth: AuthController;
  readonly text: TextController;
  /** Whether the owner has to say that another first factor is owed. */
  isPrimary(): boolean;
  /** Called when there is no dialog any more. */
  closed(): void;
}

/** The dialogs of a switch: one before a session is left for good, one that explains what an organization asks for. */
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
    if (this.#leaving && snapshot.organization) return this.#leave(snapshot.organization, this.#leaving.to);
    if (snapshot.pending?.kind !== 'primary' || !this.#owner.isPrimary()) return undefined;
    return {
      ...this.#owed(snapshot.pending),
      problem: snapshot.error ? this.#owner.text.problem(snapshot.error) : undefined,
    };
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

  #owed({ organization, allowedAuthMethods }: PendingPrimary): Question {
    const { text, auth } = this.#owner;
    const { common, mfa, switcher, methods } = text.messages;
    const { place, busy, home } = auth.view;
    const cancel = { label: busy ? common.working : common.cancel, take: this.#cancel };
    const retry = { label: busy ? common.working : common.tryAgain, take: this.#retry };
    if (place?.at === 'return') return { title: mfa.returnTitle(home ?? ''), text: mfa.return, ways: [retry] };
    if (place?.at === 'expired') {
      const what = home ? mfa.expiredWithHome(home) : mfa.expiredAlone;
      return { title: mfa.expiredTitle, text: `${mfa.expired} ${what}`, ways: home ? [cancel, retry] : [cancel] };
    }
    const known: Readonly<Record<string, string>> = methods;
    const accepted = allowedAuthMethods.map((method) => known[method] ?? method).join(', ');
    const explained = accepted ? switcher.primaryText(accepted) : switcher.primaryNone;
    return { title: switcher.primaryTitle(nameOf(organization)), text: explained, ways: [cancel] };
  }

  readonly #go = (): void => {
    this.#leaving?.go();
    this.#close();
  };

  readonly #retry = (): void => void this.#owner.auth.send({ type: 'retry' });

  readonly #cancel = (): void => {
    if (this.#leaving) this.#close();
    else void this.#back();
  };

  #close(): void {
    this.#leaving = undefined;
    this.#host.requestUpdate();
  }

  async #back(): Promise<void> {
    const { auth } = this.#owner;
    if (auth.view.busy || !(await auth.send({ type: 'cancel' }))) return;
    announce(this.#host, 'stytch-cancel', { restored: auth.snapshot.status === 'signed-in' });
  }
}
