import { type PropertyValues, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { Focus } from '../controllers/focus.js';
import { LightDom } from '../controllers/light-dom.js';
import { Modal } from '../controllers/modal.js';
import { Presence } from '../controllers/presence.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { Ticker } from '../controllers/ticker.js';
import { base } from '../styles/base.js';
import { button } from '../styles/button.js';
import { card } from '../styles/card.js';
import { dialog } from '../styles/dialog.js';
import { form } from '../styles/form.js';
import { frame } from './mfa/frame.js';
import { look } from './mfa/look.js';
import { timeLeft } from './mfa/notices.js';
import { Prompt } from './mfa/prompt.js';

/** Codes of countries written in an attribute, separated by spaces or commas. */
const codes = { fromAttribute: (value: string | null) => value?.toUpperCase().match(/[A-Z]{2}/g) ?? [] };

/**
 * Asks for the second factor that a sign-in or a switch of organization owes: by authenticator app, text or recovery
 * code, or by setting one up. Shows nothing while nothing is owed. Its fields are a real form in the light DOM, with
 * the classes `stytch-form`, `stytch-label`, `stytch-input`, `stytch-error` and `stytch-button`.
 *
 * @slot header - Above the heading, such as a logo.
 * @slot footer - Below everything, such as a link to help.
 * @slot form - Reserved: the element puts its own form here.
 * @fires {CustomEvent<{method: string, organization: Organization, member: Member}>} stytch-authenticated - When the factor is proved and the member is in.
 * @fires {CustomEvent<{restored: boolean}>} stytch-cancel - When the person has given up; `restored` says whether they have a session again.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When a step has failed.
 * @csspart dialog - The modal dialog, with `display="dialog"`.
 * @csspart base - The card.
 * @csspart heading - What this is about.
 * @csspart text - What to do.
 * @csspart error - What went wrong, where there is no form.
 * @csspart qr - The QR code.
 * @csspart secret - The key to type instead.
 * @csspart codes - The recovery codes.
 * @csspart button - Every button of the shadow tree.
 * @csspart actions - Other ways on.
 * @csspart deadline - The time left.
 * @cssstate hidden - Nothing is owed.
 * @cssstate code - A code is asked for.
 * @cssstate recovery - A recovery code is asked for.
 * @cssstate choose - A method is to be chosen.
 * @cssstate enroll-totp - An authenticator app is being set up.
 * @cssstate enroll-phone - A telephone is being set up.
 * @cssstate save-codes - Recovery codes are to be kept.
 * @cssstate expired - The time is over.
 * @cssstate return - The session before could not be restored yet.
 */
export class StytchMfaPrompt extends StytchElement {
  static override styles = [base, button, card, dialog, look];

  /** `dialog` shows the prompt as a modal dialog above the page. */
  @property() display: 'inline' | 'dialog' = 'inline';
  /** Country of telephone numbers (`DE`) to begin with; otherwise a guess. */
  @property({ attribute: 'default-country' }) defaultCountry?: string | undefined;
  /** Countries of telephone numbers to choose from (`DE AT CH`); otherwise all. */
  @property({ converter: codes }) countries: string[] = [];

  readonly #prompt = new Prompt(this, this.auth, this.text);
  readonly #light = new LightDom(this, form, () => this.#prompt.screen?.form);
  readonly #focus = new Focus(this);
  #wasShown = false;
  #hasMoved = false;

  constructor() {
    super();
    new Modal(this, () => this.#escape());
    new Presence(this, 'mfa', () => (this.slot === 'prompt' ? undefined : this.auth.store));
    new Ticker(this, () => this.#prompt.scene !== undefined && timeLeft(this.#prompt.scene) !== undefined);
  }

  protected override get state() {
    return this.#prompt.scene?.place.at ?? 'hidden';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#wasShown = this.#prompt.scene !== undefined;
    this.#hasMoved = this.#prompt.look();
  }

  override render() {
    const { screen, scene, said } = this.#prompt;
    if (!screen || !scene) return nothing;
    const content = frame(screen, scene, said, this.text);
    if (this.display !== 'dialog') return content;
    return html`<dialog part="dialog" aria-labelledby="heading" aria-describedby="text">${content}</dialog>`;
  }

  protected override updated(): void {
    super.updated();
    if (this.#hasMoved) this.#moveFocus();
  }

  /** Puts the person back at the field that was refused, unless they have gone elsewhere. */
  askAgain(): void {
    void this.updateComplete.then(() => {
      if (!this.#focus.isOurs) return;
      const { field } = this.#light;
      field?.focus();
      if (field?.name === 'code') field.select(); // six digits are typed anew, a number is corrected
    });
  }

  /** To the field, or to the heading where something comes before the field; never on account of somebody else. */
  #moveFocus(): void {
    const { scene, hasActed } = this.#prompt;
    if (!scene) return this.#focus.giveBack();
    const isAsked = !this.#wasShown && this.auth.store?.reason === 'action';
    if (!hasActed && !isAsked && this.display !== 'dialog') return;
    const heading = this.renderRoot.querySelector<HTMLElement>('#heading');
    this.#focus.take((scene.place.at !== 'enroll-totp' && this.#light.field) || heading);
  }

  /** Cancels, if that costs nothing: neither a session nor what has been typed. Otherwise the button is for that. */
  #escape(): void {
    const cancel = this.renderRoot.querySelector<HTMLElement>('[part~=cancel]');
    const isMeant = !this.#light.field?.value || this.shadowRoot?.activeElement === cancel;
    if (this.#prompt.scene?.pending.canCancel && isMeant) void this.#prompt.send({ type: 'cancel' });
    else cancel?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-mfa-prompt': StytchMfaPrompt;
  }
}
