import { css, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { base } from '../styles/base.js';
import { unavailable } from './parts/unavailable.js';
import type { Settings } from './settings/lazy-settings.js';

/**
 * Lets a signed-in member look after their own second factors: add and remove an authenticator app and a phone number,
 * choose which is asked for first, see the recovery codes or make new ones. What is sensitive has to be proved first,
 * in place. Shows nothing while nobody is signed in.
 *
 * @slot header - Above the heading.
 * @slot footer - Below everything.
 * @slot prompt - Reserved: the element puts its own prompts here.
 * @fires {CustomEvent<{method: 'totp' | 'sms_otp', change: 'added' | 'removed' | 'default' | 'codes-rotated'}>} stytch-mfa-change - When something has changed.
 * @fires {CustomEvent<{method: string, organization: Organization, member: Member}>} stytch-authenticated - When the member has proved a factor for it.
 * @fires {CustomEvent<{restored: boolean}>} stytch-cancel - When the member has changed their mind instead.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When something could not be done.
 * @csspart base - The card.
 * @csspart heading - What this is about.
 * @csspart text - What it is for.
 * @csspart error - What went wrong.
 * @csspart methods - The list.
 * @csspart method - A method, or the recovery codes.
 * @csspart icon - Its sign.
 * @csspart name - Its name.
 * @csspart badge - The mark of the default.
 * @csspart detail - What it is, or the end of the phone number.
 * @csspart note - Why something cannot be changed.
 * @csspart button - Every button of the list.
 * @csspart primary-button - The main button of the dialog.
 * @csspart dialog - The dialog that asks before something is lost.
 * @csspart item - The same as `method`.
 * @csspart list - The same as `methods`.
 * @cssstate loading - Nothing is known yet, or the settings are on their way; a page may keep their place.
 * @cssstate hidden - Nobody is signed in.
 * @cssstate error - The settings could not be fetched.
 * @cssstate ready - Nothing is under way.
 * @cssstate busy - A change is under way.
 * @cssstate failed - The last change has failed.
 */
export class StytchMfaSettings extends StytchElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
    `,
  ];

  /** How a factor is asked for, set up, and codes are shown: in a modal dialog, or below the list. */
  @property() display: 'inline' | 'dialog' = 'dialog';
  /** Seconds for which a factor that has been proved is good for changes. */
  @property({ attribute: 'max-age', type: Number }) maxAge = 300;
  /**
   * Seconds since the log-in for which it is good for a first method, as there is nothing else yet to prove it by; who
   * comes later is asked to log out and in again. `Infinity` is no limit.
   */
  @property({ attribute: 'enroll-max-age', type: Number }) enrollMaxAge = 3600;

  @state() protected failed = false;

  #settings: Settings | undefined;
  #loading: Promise<void> | undefined;

  protected override get state() {
    if (this.#settings) return this.#settings.state;
    if (this.failed) return 'error';
    const { status, member } = this.auth.snapshot;
    return status === 'loading' || member ? 'loading' : 'hidden';
  }

  override render(): unknown {
    return (
      this.#settings?.template() ??
      (this.failed ? unavailable(this.text.messages, () => (this.failed = false)) : nothing)
    );
  }

  protected override updated(): void {
    super.updated();
    if (this.auth.snapshot.member && !this.failed) this.#loading ??= this.#load();
  }

  /** Complete is what is complete with its list. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loading;
    return super.getUpdateComplete();
  }

  async #load(): Promise<void> {
    try {
      const { Settings } = await import('./settings/lazy-settings.js');
      this.sheets.add(Settings.styles);
      this.#settings = new Settings(this, this.auth, this.text);
    } catch {
      this.#loading = undefined;
      this.failed = true;
    }
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-mfa-settings': StytchMfaSettings;
  }
}
