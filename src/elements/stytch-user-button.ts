import { type PropertyValues, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { plain } from '../controllers/names.js';
import { Popover } from '../controllers/popover.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { base } from '../styles/base.js';
import { mark } from '../styles/mark.js';
import { popover } from '../styles/popover.js';
import { userButton } from '../styles/user-button.js';
import { organizationMark } from './parts/organization-mark.js';
import type { Account } from './user/lazy-account.js';

/** Words written in an attribute, separated by spaces. */
const words = { fromAttribute: (value: string | null) => value?.match(/\S+/g) ?? [] };

/**
 * The signed-in member: a button with their initials, and a menu with what they can do: go to another organization, look
 * after their verification methods, what the page adds, log out. Shows nothing while nobody is signed in, and keeps its
 * place while that is not known.
 *
 * @slot items - `<a>` and `<button>` elements of the page, as items of the menu.
 * @slot prompt - Where the element puts a prompt for what a switch asks for, while something is.
 * @fires {BeforeEvent<{organization: Organization}>} stytch-switch-before - Before a switch. Cancelable; `waitUntil(promise)` delays it.
 * @fires {CustomEvent<{organization: Organization, previousOrganizationId: string | null}>} stytch-switch - When the member is in the other organization.
 * @fires {CustomEvent<{pending: Pending}>} stytch-pending - When the organization asks for verification first.
 * @fires {CustomEvent<{method: 'totp' | 'sms_otp', change: 'added' | 'removed' | 'default' | 'codes-rotated'}>} stytch-mfa-change - When a verification method has changed.
 * @fires {BeforeEvent<{}>} stytch-logout-before - Before the session is ended. Cancelable; `waitUntil(promise)` delays it.
 * @fires {CustomEvent<{confirmed: boolean}>} stytch-logout - When the session is ended; `confirmed` is false when the server was not reached.
 * @fires {CustomEvent<{url: string}>} stytch-redirect - Before going to `redirect-to`. Cancelable.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When something could not be done.
 * @csspart trigger - The button.
 * @csspart logo - The initials.
 * @csspart skeleton - What stands in the button's place while nothing is known.
 * @csspart popover - The panel that opens.
 * @csspart head - Who is signed in.
 * @csspart name - The member's name.
 * @csspart email - Their e-mail address.
 * @csspart organization - Their organization, where there is no switcher.
 * @csspart switcher - The organization switcher.
 * @csspart menu - The menu.
 * @csspart item - An item of ours.
 * @csspart icon - Its sign.
 * @csspart log-out - What became of logging out.
 * @csspart dialog - The dialog of the verification methods.
 * @csspart settings - What is in it.
 * @csspart close - The button that closes it.
 * @csspart empty - What is said when the panel cannot be had.
 * @csspart avatar - The same as `logo`.
 * @csspart button - The button that closes the dialog.
 * @csspart detail - The same as `email` and `organization`.
 * @csspart menu-item - The same as `item`.
 * @cssstate loading - Nothing is known yet.
 * @cssstate hidden - Nobody is signed in.
 * @cssstate closed - The menu is closed.
 * @cssstate open - The menu is open.
 */
export class StytchUserButton extends StytchElement {
  static override styles = [base, popover, mark, userButton];

  /** What to leave out of the panel: `switch`, `settings`, `logout`. */
  @property({ converter: words }) without: string[] = [];
  /** Where to go after the log-out, with `?reason=user`: own origin, or one of the provider's `allowed-origins`. */
  @property({ attribute: 'redirect-to' }) redirectTo?: string | undefined;
  /** When the server cannot be reached: `retry` keeps the session and offers both ways, `clear` forgets it here. */
  @property({ attribute: 'when-offline' }) whenOffline: 'retry' | 'clear' = 'retry';

  readonly #popover = new Popover(this, (open) => open && this.#load());
  #account: Account | undefined;
  #loading: Promise<void> | undefined;
  #fromEnd = false;

  protected override get state() {
    const { member, status } = this.auth.snapshot;
    if (!member) return status === 'loading' ? status : 'hidden';
    return this.#popover.open ? 'open' : 'closed';
  }

  /** Opens the menu, as a click does. */
  show(): void {
    if (this.auth.snapshot.member) this.#popover.show();
  }

  /** Closes the menu. */
  hide(): void {
    this.#popover.hide();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { member, pending } = this.auth.snapshot;
    if (!member) this.hide();
    if (pending) this.#load(); // what is owed may be for us to ask
  }

  override render() {
    const { toggling, leaving } = this.#popover;
    return html`
      ${this.#trigger()}
      <div
        id="popover"
        part="popover"
        popover="auto"
        @beforetoggle=${toggling}
        @toggle=${toggling}
        @focusout=${leaving}
        @keydown=${leaving}
      >
        ${this.#account?.panel() ?? this.#waiting()}
      </div>
      ${this.#account?.settings() ?? nothing}
      <slot name="prompt"></slot>
    `;
  }

  #trigger() {
    const { member, status } = this.auth.snapshot;
    if (!member) return status === 'loading' ? html`<span part="skeleton"><i class="mark"></i></span>` : nothing;
    const name = plain(member.name) || plain(member.email_address);
    return html`
      <button
        part="trigger"
        type="button"
        popovertarget="popover"
        aria-haspopup="menu"
        aria-expanded=${this.#popover.open}
        aria-label=${this.text.messages.user.label(name)}
        @pointerenter=${this.#load}
        @focus=${this.#load}
        @click=${this.#pressed}
        @keydown=${this.#pressed}
      >
        ${organizationMark(member.member_id, name, undefined)}
      </button>
    `;
  }

  /** While the panel is on its way; when it could not be had, the next opening asks for it again. */
  #waiting() {
    const { common, errors } = this.text.messages;
    return html`<p part="empty" role="status">${this.#loading ? common.working : errors.offline}</p>`;
  }

  /** The menu is entered at its end by the arrow that leads up. */
  readonly #pressed = (event: Event): void => {
    this.#fromEnd = (event as KeyboardEvent).key === 'ArrowUp';
    if (event.type === 'keydown') this.#popover.opening(event as KeyboardEvent);
  };

  readonly #load = (): void => {
    this.#loading ??= this.#bring();
  };

  async #bring(): Promise<void> {
    try {
      const { Account } = await import('./user/lazy-account.js');
      this.sheets.add(Account.styles);
      const { auth, text } = this;
      this.#account = new Account(this, { auth, text, popover: this.#popover, fromEnd: () => this.#fromEnd });
    } catch {
      this.#loading = undefined;
    }
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-user-button': StytchUserButton;
  }
}
