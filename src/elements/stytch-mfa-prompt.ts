import { adoptStyles, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { WithStore } from '../controllers/with-store.js';
import { base } from '../styles/base.js';
import type { Inside } from './mfa/lazy-mfa.js';

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
 * @cssstate error - The screens could not be fetched.
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
  static override styles = [
    base,
    css`
      :host(:state(hidden)) {
        display: none;
      }
    `,
  ];

  /** `dialog` shows the prompt as a modal dialog above the page. */
  @property() display: 'inline' | 'dialog' = 'inline';
  /** Country of telephone numbers (`DE`) to begin with; otherwise a guess. */
  @property({ attribute: 'default-country' }) defaultCountry?: string | undefined;
  /** Countries of telephone numbers to choose from (`DE AT CH`); otherwise all. */
  @property({ converter: codes }) countries: string[] = [];

  @state() protected failed = false;

  #inside: Inside | undefined;
  #loading: Promise<void> | undefined;

  constructor() {
    super();
    new WithStore(this, this.auth, ({ presenters }) => {
      if (this.slot === 'prompt') return () => undefined; // a switcher has put it there, and presents
      return presenters.add({ duty: 'mfa', host: this, dedicated: true });
    });
  }

  protected override get state() {
    return this.#inside?.place ?? (this.failed && this.#isOwed ? 'error' : 'hidden');
  }

  get #isOwed(): boolean {
    return this.auth.snapshot.pending?.kind === 'mfa';
  }

  protected override willUpdate(): void {
    this.#inside?.look();
  }

  override render() {
    return this.#inside?.template() ?? (this.failed && this.#isOwed ? this.#unavailable() : nothing);
  }

  protected override updated(): void {
    super.updated();
    this.#inside?.moveFocus();
    if (this.#isOwed && !this.failed) this.#loading ??= this.#load();
  }

  /** Complete is what is complete with its screens. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loading;
    return super.getUpdateComplete();
  }

  /** The screens could not be fetched. */
  #unavailable() {
    const { errors, common } = this.text.messages;
    const again = () => (this.failed = false);
    return html`
      <p part="error" role="alert">${errors.offline}</p>
      <button part="button" @click=${again}>${common.tryAgain}</button>
      <button part="button" @click=${() => this.auth.send({ type: 'cancel' })}>${common.cancel}</button>
    `;
  }

  async #load(): Promise<void> {
    try {
      const { Inside } = await import('./mfa/lazy-mfa.js');
      const { elementStyles } = this.constructor as typeof StytchMfaPrompt;
      adoptStyles(this.renderRoot as ShadowRoot, [...elementStyles, ...Inside.styles]);
      this.#inside = new Inside(this, this.auth, this.text);
    } catch {
      this.#loading = undefined;
      this.failed = true;
    }
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-mfa-prompt': StytchMfaPrompt;
  }
}
