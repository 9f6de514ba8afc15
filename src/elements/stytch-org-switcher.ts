import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { OwnPrompts } from '../controllers/own-prompts.js';
import { Popover } from '../controllers/popover.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { base } from '../styles/base.js';
import { mark } from '../styles/mark.js';
import { popover } from '../styles/popover.js';
import { switcher } from '../styles/switcher.js';
import type { Inside } from './parts/lazy-switcher.js';
import { faceOf, faceTemplate, skeletonRows } from './parts/switcher-trigger.js';

/**
 * Names the organization a member is in, and takes them to another one. Before any click each organization says what
 * it will ask for; what it asks for is asked in place, and cancelling leads back. While nobody is signed in it can not
 * be opened.
 *
 * @slot header - Above the list.
 * @slot create - Below the list, instead of our button to create an organization.
 * @slot footer - At the end of the popover.
 * @slot trigger-icon - Instead of the chevrons.
 * @slot prompt - Where the element puts a prompt for what is owed, while something is.
 * @fires {BeforeEvent<{organization: Organization}>} stytch-switch-before - Before a switch. Cancelable; `waitUntil(promise)` delays it.
 * @fires {CustomEvent<{organization: Organization, previousOrganizationId: string | null}>} stytch-switch - When the member is in the other organization.
 * @fires {CustomEvent<{pending: Pending}>} stytch-pending - When the organization asks for verification first.
 * @fires {CustomEvent<{}>} stytch-create - When somebody wants to create an organization.
 * @fires {CustomEvent<{url: string}>} stytch-redirect - Before going to `redirect-to`. Cancelable.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When the switch has failed, or `redirect-to` is refused.
 * @csspart trigger - The button.
 * @csspart logo - Logo or initials of an organization.
 * @csspart name - The name on the button.
 * @csspart hint - What the button says besides a name.
 * @csspart icon - The chevrons and other small signs.
 * @csspart popover - The panel that opens.
 * @csspart filter - The field to search in.
 * @csspart list - The list of organizations.
 * @csspart section - The title above invitations and suggestions.
 * @csspart option - An organization in the list.
 * @csspart option-name - Its name.
 * @csspart badge - What it will ask for.
 * @csspart check - The mark of the current one.
 * @csspart notice - What went wrong.
 * @csspart empty - What is said when there is nothing to choose from.
 * @csspart create - The button to create an organization.
 * @csspart dialog - The dialog that asks before leaving.
 * @csspart heading - The title of that dialog.
 * @csspart text - What that dialog says.
 * @csspart avatar - The same as `logo`.
 * @csspart base - The card in a dialog.
 * @csspart button - Every button of the panel and of dialogs.
 * @csspart primary-button - The main button of the dialog.
 * @csspart detail - The same as `hint`.
 * @csspart error - The same as `notice`.
 * @csspart input - The same as `filter`.
 * @csspart skeleton - What stands where something is being loaded.
 * @csspart spinner - What turns while something is under way.
 * @cssstate loading - Nothing is known yet.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate closed - The list is closed.
 * @cssstate open - The list is open.
 * @cssstate switching - A switch is under way.
 * @cssstate pending - An organization waits for verification.
 * @cssstate error - The last switch has failed, or there can be no session.
 */
export class StytchOrgSwitcher extends StytchElement {
  static override styles = [base, popover, mark, switcher];

  /** Where to go after a switch, with `{slug}` and `{id}`: own origin, or one of the provider's `allowed-origins`. */
  @property({ attribute: 'redirect-to' }) redirectTo?: string | undefined;
  /** Offers to create an organization; what that means is up to a listener of `stytch-create`. */
  @property({ attribute: 'allow-create', type: Boolean }) allowCreate = false;

  @state() protected said = '';

  readonly #popover = new Popover(this, (open) => this.#turned(open));
  #loading: Promise<void> | undefined;
  #inside: Inside | undefined;
  #wasPending = false;

  constructor() {
    super();
    const removed = () => this.#focusTrigger();
    new OwnPrompts(this, this.auth, {
      name: 'org-switcher',
      owed: ['primary', 'mfa'],
      display: () => 'dialog',
      removed,
    });
  }

  protected override get state() {
    const { status } = this.auth.snapshot;
    if (status === 'loading' || status === 'signed-out') return status;
    if (this.#going) return 'switching';
    if (status === 'pending') return status;
    if (this.#inside?.switching.failed || status === 'error') return 'error';
    return this.#popover.open ? 'open' : 'closed';
  }

  /** The organization that is being gone to, from here or from elsewhere. */
  get #going(): string | undefined {
    return this.#inside?.switching.target?.organization_id ?? this.auth.view.entering ?? undefined;
  }

  /** Opens the list, as a click does. */
  show(): void {
    if (!faceOf(this.auth.snapshot, this.text.messages).disabled) this.#popover.show();
  }

  /** Closes the list. */
  hide(): void {
    this.#popover.hide();
  }

  override render() {
    const { open, toggling, leaving } = this.#popover;
    return html`
      ${this.#trigger()}
      <div
        id="popover"
        part="popover"
        popover="auto"
        role="dialog"
        aria-label=${this.text.messages.switcher.list}
        @beforetoggle=${toggling}
        @toggle=${toggling}
        @focusout=${leaving}
        @keydown=${leaving}
      >
        ${open ? (this.#inside?.panel(this.allowCreate) ?? this.#waiting()) : nothing}
      </div>
      ${this.#inside?.question() ?? nothing}
      <slot name="prompt"></slot>
      <div class="visually-hidden" role="status">${this.said}</div>
    `;
  }

  #trigger() {
    const { snapshot } = this.auth;
    const face = faceOf(snapshot, this.text.messages);
    const busy = this.#going !== undefined;
    return html`
      <button
        part="trigger"
        type="button"
        popovertarget="popover"
        aria-haspopup="dialog"
        aria-expanded=${this.#popover.open}
        aria-label=${face.label}
        aria-busy=${busy || snapshot.status === 'loading'}
        ?disabled=${face.disabled}
        @pointerenter=${this.#load}
        @focus=${this.#load}
        @keydown=${this.#popover.opening}
      >
        ${faceTemplate(face, busy)}
      </button>
    `;
  }

  /** While the inside is on its way; when it could not be had, the next opening asks for it again. */
  #waiting() {
    const { errors } = this.text.messages;
    return this.#loading
      ? html`<div class="waiting">${skeletonRows()}</div>`
      : html`<p part="empty">${errors.offline}</p>`;
  }

  protected override updated(): void {
    super.updated();
    if (faceOf(this.auth.snapshot, this.text.messages).disabled) this.hide();
    const isPending = this.auth.snapshot.pending !== null;
    if (isPending && !this.#wasPending) this.#loading ??= this.#bring(); // once: what cannot be had is not asked for again and again
    this.#wasPending = isPending;
  }

  /** Once somebody comes near: what the popover holds, and the list for it. */
  readonly #load = (): void => {
    this.#loading ??= this.#bring();
    this.#inside?.load();
  };

  async #bring(): Promise<void> {
    try {
      const { Inside } = await import('./parts/lazy-switcher.js');
      this.sheets.add(Inside.styles);
      this.#inside = new Inside(this, {
        auth: this.auth,
        text: this.text,
        isOpen: () => this.#popover.open,
        focusTrigger: () => this.#focusTrigger(),
        going: () => this.#going,
        say: (words) => (this.said = words),
      });
      this.#turned(this.#popover.open);
    } catch {
      this.#loading = undefined;
    }
    this.requestUpdate();
  }

  #turned(open: boolean): void {
    if (open) this.#load();
    this.#inside?.turn(open);
  }

  /** Puts the focus on the button, unless it is elsewhere on the page. */
  #focusTrigger(): void {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement === this) this.#popover.trigger?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-org-switcher': StytchOrgSwitcher;
  }
}
