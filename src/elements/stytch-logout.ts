import { type PropertyValues, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { StytchElementsError } from '../flows/errors.js';
import { announce, askBefore } from '../controllers/events.js';
import { redirect, withReason } from '../controllers/redirect.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { base } from '../styles/base.js';
import { button } from '../styles/button.js';

/**
 * Ends the session, in all tabs. Put a `<button>` or an `<a href>` of your own inside, and it works before this
 * element does. When the server cannot be reached it says so, and offers to sign out on this device alone.
 *
 * @slot - A `<button>` or `<a>` instead of ours.
 * @fires {BeforeEvent<{}>} stytch-logout-before - Before the session is ended. Cancelable; `waitUntil(promise)` delays it.
 * @fires {CustomEvent<{confirmed: boolean}>} stytch-logout - When the session is ended; `confirmed` is false when the server was not reached.
 * @fires {CustomEvent<{url: string}>} stytch-redirect - Before going to `redirect-to`. Cancelable.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When the session could not be ended.
 * @csspart base - The whole.
 * @csspart button - Our button.
 * @csspart error - What went wrong.
 * @csspart primary-button - The button that tries again.
 * @csspart text - The words beside it.
 * @cssstate idle - Nothing is under way.
 * @cssstate busy - The session is being ended.
 * @cssstate failed - The session could not be ended.
 */
export class StytchLogout extends StytchElement {
  static override styles = [
    base,
    button,
    css`
      :host {
        display: inline-block;
        position: relative;
      }
      [part~='error'] {
        position: absolute;
        z-index: 1;
        inset-block-start: calc(100% + var(--_space));
        inline-size: max-content;
        max-inline-size: min(22rem, 90vw);
        box-shadow: var(--_shadow);
        padding: calc(var(--_space) * 1.5);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: var(--_text);
      }
      .left {
        left: 0;
      }
      .right {
        right: 0;
      }
      [aria-disabled='true'] {
        cursor: default;
        opacity: 0.6;
      }
      p {
        margin: 0 0 var(--_space);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space);
      }
    `,
  ];

  /** Where to go afterwards, with `?reason=user`: own origin, or one of the provider's `allowed-origins`. */
  @property({ attribute: 'redirect-to' }) redirectTo?: string | undefined;
  /** When the server cannot be reached: `retry` keeps the session and offers both ways, `clear` forgets it here. */
  @property({ attribute: 'when-offline' }) whenOffline: 'retry' | 'clear' = 'retry';

  @state() protected busy = false;
  @state() protected failure: { readonly problem: StytchElementsError; readonly session: string | undefined } | null =
    null;

  protected override get state() {
    if (this.busy) return 'busy';
    return this.failure ? 'failed' : 'idle';
  }

  get #session(): string | undefined {
    return this.auth.snapshot.session?.member_session_id;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#clicked);
  }

  /** What went wrong is about the session of then. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.failure?.session !== this.#session) this.failure = null;
    super.willUpdate(changed);
  }

  override render() {
    const { label, working } = this.text.messages.logout;
    return html`
      <div part="base">
        <slot>
          <button part="button" class="button" aria-disabled=${this.busy} @click=${() => this.logout()}>
            ${this.busy ? working : label}
          </button>
        </slot>
        <div aria-live="polite">${this.failure ? this.#failed(this.failure.problem) : nothing}</div>
      </div>
    `;
  }

  #failed(problem: StytchElementsError) {
    const { common, logout } = this.text.messages;
    const { left, width } = this.getBoundingClientRect(); // towards the middle of the page, where there is room
    return html`
      <div part="error" class=${left + width / 2 < innerWidth / 2 ? 'left' : 'right'}>
        <p part="text">${logout.failed} ${this.text.problem(problem)}</p>
        <div class="choices">
          <button class="button primary" part="button primary-button" @click=${() => this.logout()}>
            ${common.tryAgain}
          </button>
          <button class="button" part="button" @click=${() => this.logout(true)}>${logout.onThisDevice}</button>
        </div>
      </div>
    `;
  }

  /** Seen from here, a click on anything of ours has this element as its target. */
  readonly #clicked = (event: Event): void => {
    if (event.target === this || !this.auth.store) return;
    event.preventDefault(); // the page's own link leads to a page that logs out without us
    void this.logout();
  };

  /** Ends the session; with `forceClear`, forgets it here even if the server cannot be reached. */
  async logout(forceClear = this.whenOffline === 'clear'): Promise<void> {
    const { store } = this.auth;
    if (this.busy || !store) return;
    this.busy = true;
    try {
      if (!(await askBefore(this, 'stytch-logout-before', {}))) return;
      this.failure = null;
      const { confirmed } = await store.actions.logout({ forceClear });
      announce(this, 'stytch-logout', { confirmed });
      if (this.redirectTo) redirect(this, withReason(this.redirectTo, 'user'), this.auth.scope.allowedOrigins);
    } catch (error) {
      const problem = error as StytchElementsError;
      this.failure = { problem, session: this.#session };
      announce(this, 'stytch-error', { error: problem });
    } finally {
      this.busy = false;
    }
    if (this.failure) await this.#goOn();
  }

  /** To what can be done about it, unless the person has gone elsewhere. */
  async #goOn(): Promise<void> {
    await this.updateComplete;
    const isElsewhere = document.activeElement !== document.body && !this.matches(':focus-within');
    if (!isElsewhere) this.renderRoot.querySelector<HTMLElement>('[part~=error] .primary')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-logout': StytchLogout;
  }
}
