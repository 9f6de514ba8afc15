import { type CSSResultGroup, html, nothing, type ReactiveController } from 'lit';
import type { AuthController, Host as AuthHost } from '../../controllers/auth-controller.js';
import { Modal } from '../../controllers/modal.js';
import { nameOf, plain } from '../../controllers/names.js';
import { OwnPrompts } from '../../controllers/own-prompts.js';
import type { Popover } from '../../controllers/popover.js';
import type { TextController } from '../../controllers/text-controller.js';
import { user } from '../../messages/en-user.js';
import { addEnglish } from '../../messages/messages.js';
import { button } from '../../styles/button.js';
import { dialog } from '../../styles/dialog.js';
import { userMenu } from '../../styles/user-menu.js';
import { organizationMark } from '../parts/organization-mark.js';
import { type Leaving, LogOut } from './log-out.js';
import { Menu } from './menu.js';
import { Relatives } from './relatives.js';
import { door, shield } from './signs.js';

interface Owner {
  readonly auth: AuthController;
  readonly text: TextController;
  readonly popover: Popover;
  /** Whether the menu was opened to begin at its end. */
  fromEnd(): boolean;
}

type Host = AuthHost & Leaving & { readonly without: readonly string[] };

/** What a user button needs only once somebody uses it: the panel with the menu, and the dialog of the settings. */
export class Account implements ReactiveController {
  static readonly styles: readonly CSSResultGroup[] = [button, dialog, userMenu];

  readonly #host: Host;
  readonly #owner: Owner;
  readonly #menu: Menu;
  readonly #relatives: Relatives;
  readonly #logOut: LogOut;
  #isEntered = false;
  #isManaging = false;
  #isLeaving = false;

  constructor(host: Host, owner: Owner) {
    addEnglish(user);
    this.#host = host;
    this.#owner = owner;
    this.#menu = new Menu(host);
    this.#relatives = new Relatives(host, 'user-button');
    this.#logOut = new LogOut(host, this.#relatives);
    const removed = () => this.#focusTrigger();
    new OwnPrompts(host, owner.auth, {
      name: 'user-button',
      owed: ['primary', 'mfa'],
      display: () => 'dialog',
      removed,
    });
    new Modal(host, () => this.#manage(false));
    host.addController(this);
  }

  hostUpdate(): void {
    if (!this.#owner.auth.snapshot.member) this.#isManaging = false;
  }

  hostUpdated(): void {
    const { open } = this.#owner.popover;
    if (!open) this.#isEntered = false;
    const isThere = this.#host.renderRoot.querySelector('[popover]')?.matches(':popover-open');
    if (!open || this.#isEntered || !isThere) return;
    this.#menu.adopt();
    this.#isEntered = this.#menu.enter(this.#owner.fromEnd());
  }

  /** What the popover holds; it stays while it is closed, so that a switch that is under way comes to its end. */
  panel() {
    return html`${this.#head()}${this.#switcher()}${this.#items()}${this.#has('logout') ? this.#logOut.element : nothing}`;
  }

  /** The settings, while they are open. */
  settings() {
    if (!this.#isManaging) return nothing;
    const { common, user } = this.#owner.text.messages;
    return html`
      <dialog part="dialog" aria-label=${user.settings}>
        ${this.#relatives.get('mfa-settings', { part: 'settings' })}
        <button class="button" part="button close" type="button" @click=${() => this.#manage(false)}>${common.close}</button>
      </dialog>
    `;
  }

  #head() {
    const { member, organization } = this.#owner.auth.snapshot;
    if (!member || !organization) return nothing;
    const name = plain(member.name);
    const email = plain(member.email_address);
    return html`
      <div class="head" part="head">
        ${organizationMark(member.member_id, name || email, undefined)}
        <div class="who">
          <bdi part="name">${name || email}</bdi>
          ${name ? html`<bdi part="detail email">${email}</bdi>` : nothing}
          ${this.#has('switch') ? nothing : html`<bdi part="detail organization">${nameOf(organization)}</bdi>`}
        </div>
      </div>
    `;
  }

  /** In the slot of a prompt, it leaves it to us to put in what a switch asks for: a dialog in a popover is hidden with it. */
  #switcher() {
    if (!this.#has('switch')) return nothing;
    const switched = () => this.#owner.popover.hide();
    const switcher = this.#relatives.get('org-switcher', { part: 'switcher', slot: 'prompt' });
    return html`<div class="switcher" @stytch-switch=${switched}>${switcher}</div>`;
  }

  #items() {
    const { logout, user } = this.#owner.text.messages;
    const { adopt, pressed } = this.#menu;
    const leave = this.#isLeaving ? logout.working : logout.label;
    return html`
      <div id="menu" part="menu" role="menu" aria-label=${user.menu} @keydown=${pressed} @click=${this.#chosen}>
        ${this.#has('settings') ? item(shield, user.settings, () => this.#manage(true)) : nothing}
        <slot name="items" @slotchange=${adopt}></slot>
        ${this.#has('logout') ? item(door, leave, () => void this.#leave()) : nothing}
      </div>
    `;
  }

  /** An item of the page has done what it does. */
  readonly #chosen = ({ target }: Event): void => {
    if ((target as HTMLElement).closest('[slot=items]')) this.#owner.popover.hide();
  };

  #manage(isOpen: boolean): void {
    this.#owner.popover.hide();
    this.#isManaging = isOpen;
    this.#host.requestUpdate();
    if (!isOpen) this.#focusTrigger();
  }

  async #leave(): Promise<void> {
    this.#isLeaving = true;
    this.#host.requestUpdate();
    await this.#logOut.element.logout();
    this.#isLeaving = false;
    this.#host.requestUpdate();
  }

  /** Puts the focus on the button once the page is no longer inert, unless it is elsewhere by then. */
  #focusTrigger(): void {
    const focus = () => {
      const { activeElement } = document;
      const isFree = !activeElement || activeElement === document.body || activeElement === this.#host;
      if (isFree) this.#owner.popover.trigger?.focus();
    };
    void this.#host.updateComplete.then(() => setTimeout(focus));
  }

  #has(part: 'switch' | 'settings' | 'logout'): boolean {
    return !this.#host.without.includes(part);
  }
}

function item(sign: unknown, label: string, take: () => void) {
  return html`<button part="menu-item item" type="button" role="menuitem" tabindex="-1" @click=${take}>${sign}${label}</button>`;
}
