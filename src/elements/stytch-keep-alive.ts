import { nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { AuthStore } from '../client/store.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { WithStore } from '../controllers/with-store.js';
import { base } from '../styles/base.js';
import type { Keeper } from './keep-alive/lazy-keep-alive.js';

/** Milliseconds until what the element needs is fetched again, should that have failed. */
const AGAIN = 30_000;

const lengthOf = (minutes: number | null | undefined) =>
  minutes && minutes > 0 && minutes < Infinity ? minutes * 60_000 : undefined;

/**
 * Keeps the session alive as long as the member is there, and no longer: it is extended while somebody uses the page, in
 * any tab, and ended when nobody does or its longest time is over. Before that, a dialog in every tab counts down and
 * asks. Put it on every page, inside nothing that is hidden; of several on one page the first works. Without
 * `idle-minutes` and `absolute-minutes` there are no such limits, and the session ends when it expires. Limits are kept
 * by open pages; what has to hold without them belongs on your server.
 *
 * Typing, clicks, touches, the wheel and coming back to the page are signs of the member; moving the mouse and the
 * requests of the SDK are not. A page that is hidden extends nothing. Who is being warned has to answer. Do without the
 * provider's `keep-session-alive`, which has the SDK extend every session that a page is open for.
 *
 * @fires {CustomEvent<{expiresAt: string, skewSeconds: number}>} stytch-session-warning - When the session is about to end, in every tab; `expiresAt` (ISO 8601) is when. `skewSeconds` is by how much the device's clock is slow, where it matters (fast: negative), and otherwise 0.
 * @fires {CustomEvent<{expiresAt: string}>} stytch-session-extended - When this tab has extended the session.
 * @fires {CustomEvent<{reason: 'expired' | 'idle' | 'revoked'}>} stytch-session-expired - When the session has come to its end, in every tab: by its time, for want of the member, or by the server.
 * @fires {CustomEvent<{confirmed: boolean}>} stytch-logout - When the member has signed out in the dialog; `confirmed` is false when the server was not reached.
 * @fires {CustomEvent<{url: string}>} stytch-redirect - Before going to `redirect-to`. Cancelable.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When the session could not be extended, or an attribute cannot be.
 * @csspart dialog - The modal dialog.
 * @csspart heading - What it is about.
 * @csspart text - What will happen.
 * @csspart clock - The time left, with the ring around it.
 * @csspart countdown - The time left.
 * @csspart error - Why the session could not be extended.
 * @csspart button - The buttons.
 * @csspart base - The card in the dialog.
 * @csspart primary-button - The button that stays signed in.
 * @cssstate idle - Nobody is signed in, or another element of the page does the work.
 * @cssstate watching - The session is kept alive while the member is there.
 * @cssstate warning - The session is about to end.
 * @cssstate ended - The session has come to its end.
 */
export class StytchKeepAlive extends StytchElement {
  static override styles = [base];

  /** Minutes that an extension gives the session, 5 to 527040; otherwise the provider's `session-duration-minutes`. */
  @property({ attribute: 'extend-minutes', type: Number }) extendMinutes?: number | null | undefined;
  /** Least minutes between two extensions, and less than `extend-minutes` by the warning; otherwise a third of them. */
  @property({ attribute: 'every-minutes', type: Number }) everyMinutes?: number | null | undefined;
  /** Minutes without a sign of the member, in any tab, after which the session is ended; otherwise never. */
  @property({ attribute: 'idle-minutes', type: Number }) idleMinutes?: number | null | undefined;
  /** Minutes after its start at which the session is ended, come what may; otherwise never. */
  @property({ attribute: 'absolute-minutes', type: Number }) absoluteMinutes?: number | null | undefined;
  /** Seconds before the end at which the member is warned (default 120); never more than half of the shortest time. 0 is not at all. */
  @property({ attribute: 'warn-seconds', type: Number }) warnSeconds?: number | null | undefined;
  /** No dialog: the event is all there is, and using the page is enough to stay. */
  @property({ type: Boolean }) silent = false;
  /**
   * Where to go when the session has ended, with `?reason=idle`, `absolute`, `expired` or `revoked`, or `user` when the member
   * signed out, here or in another tab; a `stytch-logout` of the page that leads elsewhere goes first. Own origin, or one of the
   * provider's `allowed-origins`.
   */
  @property({ attribute: 'redirect-to' }) redirectTo?: string | undefined;

  protected readonly limiting = new WithStore(this, this.auth, (store) => this.#limit(store));
  #keeper: Keeper | undefined;
  #loading: Promise<void> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  protected override get state() {
    return this.#keeper?.state ?? 'idle';
  }

  override render(): unknown {
    return this.#keeper?.template() ?? nothing;
  }

  protected override updated(): void {
    super.updated();
    const { snapshot, store } = this.auth;
    if ((snapshot.session || store?.outlived) && this.isConnected) this.#loading ??= this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#again) this.#retry();
  }

  /** Complete is what is complete with its keeper. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loading;
    return super.getUpdateComplete();
  }

  /** Says what a session is held to, so that one that is past it is never shown. */
  #limit(store: AuthStore): () => void {
    const limits = () => ({ idle: lengthOf(this.idleMinutes), absolute: lengthOf(this.absoluteMinutes) });
    store.limits ??= limits;
    return () => {
      if (store.limits === limits) store.limits = undefined;
    };
  }

  async #load(): Promise<void> {
    try {
      const { Keeper } = await import('./keep-alive/lazy-keep-alive.js');
      this.sheets.add(Keeper.styles);
      const keeper = new Keeper(this, { auth: this.auth, text: this.text });
      new WithStore(this, this.auth, (store) => keeper.join(store));
      this.addController(keeper);
      this.#keeper = keeper;
    } catch {
      if (this.isConnected) this.#again = setTimeout(() => this.#retry(), AGAIN);
      else this.#loading = undefined;
    }
    this.requestUpdate();
  }

  /** Nobody waits for what is not on the page; it is fetched when it comes back. */
  #retry(): void {
    clearTimeout(this.#again);
    this.#again = undefined;
    this.#loading = undefined;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-keep-alive': StytchKeepAlive;
  }
}
