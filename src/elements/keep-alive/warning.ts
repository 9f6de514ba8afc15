import { html, nothing, type ReactiveElement } from 'lit';
import { Focus } from '../../controllers/focus.js';
import { Modal } from '../../controllers/modal.js';
import type { TextController } from '../../controllers/text-controller.js';
import { Ticker } from '../../controllers/ticker.js';
import type { StytchElementsError } from '../../flows/errors.js';
import type { Verdict } from '../../flows/vigil.js';

/** What the dialog shows. */
export interface Warned extends Pick<Verdict, 'endsAt' | 'reason' | 'canStay'> {
  /** Milliseconds that the warning takes. */
  readonly length: number;
  /** The member has asked to stay, and is not answered yet. */
  readonly isBusy: boolean;
  readonly isSigningOut: boolean;
  readonly problem: StytchElementsError | undefined;
}

interface Owner {
  readonly text: TextController;
  /** What there is to show, if anything. */
  warned(): Warned | undefined;
  stay(): void;
  signOut(): void;
}

/** Seconds before the end at which the time left is said. */
const MARKS = [10, 30, 60, 120];

/** When the time left becomes urgent, in seconds. */
const URGENT = 30;

/** A modal dialog with the time left, and the choice to stay or to go; Escape is to stay. */
export class Warning {
  readonly #host: ReactiveElement;
  readonly #owner: Owner;
  readonly #focus: Focus;
  #mark: number | undefined;
  #said = '';
  #isOpen = false;

  constructor(host: ReactiveElement, owner: Owner) {
    this.#host = host;
    this.#owner = owner;
    this.#focus = new Focus(host);
    new Modal(host, () => owner.stay());
    new Ticker(host, () => owner.warned() !== undefined);
    host.addController(this);
  }

  hostUpdated(): void {
    const isOpen = this.#owner.warned() !== undefined;
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    if (isOpen) this.#focus.take(this.#host.renderRoot.querySelector('.primary'));
    else this.#focus.giveBack();
  }

  template() {
    const warned = this.#owner.warned();
    if (warned) return this.#dialog(warned);
    this.#mark = undefined;
    this.#said = '';
    return nothing;
  }

  #dialog(warned: Warned) {
    const left = Math.max(0, warned.endsAt - Date.now());
    const seconds = Math.ceil(left / 1000);
    const [title, text] = this.#words(warned);
    return html`
      <dialog part="dialog" role="alertdialog" aria-modal="true" aria-labelledby="heading" aria-describedby="text left">
        <section class="card ${seconds <= URGENT ? 'urgent' : ''}" part="base">
          <header>
            <h2 id="heading" part="heading">${title}</h2>
            <p id="text" part="text">${text}</p>
          </header>
          <div class="clock" part="clock">
            ${ring(left / warned.length)}
            <span id="left" part="countdown" role="timer" aria-live="off">${this.#owner.text.duration(left)}</span>
          </div>
          <p class="visually-hidden" aria-live="assertive">${this.#say(seconds)}</p>
          <p part="error" role="alert" ?hidden=${!warned.problem}>
            ${warned.problem ? this.#owner.text.problem(warned.problem) : nothing}
          </p>
          ${this.#ways(warned)}
        </section>
      </dialog>
    `;
  }

  #words({ reason, canStay }: Warned): [title: string, text: string] {
    const { keepAlive } = this.#owner.text.messages;
    if (!canStay) return [keepAlive.absoluteTitle, keepAlive.absolute];
    if (reason === 'idle') return [keepAlive.idleTitle, keepAlive.idle];
    return [keepAlive.expiryTitle, keepAlive.expiry];
  }

  #ways({ canStay, isBusy, isSigningOut }: Warned) {
    const { signOut, stay, staying, ok } = this.#owner.text.messages.keepAlive;
    return html`
      <div class="ways">
        <button
          class="button"
          part="button"
          type="button"
          aria-disabled=${isSigningOut ? 'true' : nothing}
          @click=${() => this.#owner.signOut()}
        >
          ${isSigningOut ? staying : signOut}
        </button>
        <button
          class="button primary"
          part="button primary-button"
          type="button"
          aria-disabled=${isBusy || isSigningOut ? 'true' : nothing}
          @click=${() => this.#owner.stay()}
        >
          ${isBusy ? staying : canStay ? stay : ok}
        </button>
      </div>
    `;
  }

  /** The time left is said when it passes a mark; the dialog itself, when it opens, has said the first. */
  #say(seconds: number): string {
    const mark = MARKS.find((each) => seconds <= each) ?? Infinity;
    if (this.#mark !== undefined && mark < this.#mark) this.#said = this.#owner.text.messages.keepAlive.left(mark);
    this.#mark = mark;
    return this.#said;
  }
}

/** The part of the time that is left, as a ring that closes. */
function ring(part: number) {
  const share = `${Math.min(1, part) * 100} 100`;
  return html`
    <svg viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <circle cx="60" cy="60" r="54"></circle>
      <circle class="left" cx="60" cy="60" r="54" pathLength="100" stroke-dasharray=${share}></circle>
    </svg>
  `;
}
