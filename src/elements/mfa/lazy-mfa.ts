import { html } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { Focus } from '../../controllers/focus.js';
import { LightDom } from '../../controllers/light-dom.js';
import { Modal } from '../../controllers/modal.js';
import type { TextController } from '../../controllers/text-controller.js';
import { Ticker } from '../../controllers/ticker.js';
import { button } from '../../styles/button.js';
import { card } from '../../styles/card.js';
import { dialog } from '../../styles/dialog.js';
import { form } from '../../styles/form.js';
import { frame } from './frame.js';
import { look } from './look.js';
import { timeLeft } from './notices.js';
import { type PromptHost, Prompt } from './prompt.js';

interface Host extends PromptHost {
  readonly display: 'inline' | 'dialog';
}

/** What a prompt needs only once a second factor is owed: its screens, its form, and where the focus goes. */
export class Inside {
  static readonly styles = [button, card, dialog, look];

  readonly #host: Host;
  readonly #auth: AuthController;
  readonly #text: TextController;
  readonly #prompt: Prompt;
  readonly #light: LightDom;
  readonly #focus: Focus;
  #wasShown = false;
  #hasMoved = false;

  constructor(host: Host, auth: AuthController, text: TextController) {
    this.#host = host;
    this.#auth = auth;
    this.#text = text;
    this.#prompt = new Prompt(host, auth, text, () => this.#askAgain());
    this.#light = new LightDom(host, form, () => this.#prompt.screen?.form);
    this.#focus = new Focus(host);
    new Modal(host, () => this.#escape());
    new Ticker(host, () => this.#prompt.scene !== undefined && timeLeft(this.#prompt.scene) !== undefined);
  }

  /** Where the person is, or nothing while nothing is owed. */
  get place() {
    return this.#prompt.scene?.place.at;
  }

  /** Looks at the store, before anything is drawn. */
  look(): void {
    this.#wasShown = this.#prompt.scene !== undefined;
    this.#hasMoved = this.#prompt.look();
  }

  template() {
    const { screen, scene, said } = this.#prompt;
    if (!screen || !scene) return undefined;
    const content = frame(screen, scene, said, this.#text);
    if (this.#host.display !== 'dialog') return content;
    return html`<dialog part="dialog" aria-labelledby="heading" aria-describedby="text">${content}</dialog>`;
  }

  /** Once it is drawn: to the field, or to the heading where something comes before the field; never on account of somebody else. */
  moveFocus(): void {
    const { scene, hasActed } = this.#prompt;
    if (!this.#hasMoved) return;
    if (!scene) return this.#focus.giveBack();
    const isAsked = !this.#wasShown && this.#auth.store?.reason === 'action';
    if (!hasActed && !isAsked && this.#host.display !== 'dialog') return;
    const heading = this.#host.renderRoot.querySelector<HTMLElement>('#heading');
    this.#focus.take((scene.place.at !== 'enroll-totp' && this.#light.field) || heading);
  }

  /** Puts the person back at the field that was refused, unless they have gone elsewhere. */
  #askAgain(): void {
    void this.#host.updateComplete.then(() => {
      if (!this.#focus.isOurs) return;
      const { field } = this.#light;
      field?.focus();
      if (field?.name === 'code') field.select(); // six digits are typed anew, a number is corrected
    });
  }

  /** Cancels, if that costs nothing: neither a session nor what has been typed. Otherwise the button is for that. */
  #escape(): void {
    const cancel = this.#host.renderRoot.querySelector<HTMLElement>('[part~=cancel]');
    const isMeant = !this.#light.field?.value || this.#host.shadowRoot?.activeElement === cancel;
    if (this.#prompt.scene?.pending.canCancel && isMeant) void this.#prompt.send({ type: 'cancel' });
    else cancel?.focus();
  }
}
