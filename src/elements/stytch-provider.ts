import { ContextProvider } from '@lit/context';
import { LitElement, html, isServer, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Client, Options } from '../client/options.js';
import { EMPTY } from '../client/snapshot.js';
import { storeFor, storeForClient } from '../client/store-for.js';
import { NOWHERE, type View } from '../client/nowhere.js';
import type { AuthStore } from '../client/store.js';
import { OwnPrompts } from '../controllers/own-prompts.js';
import type { Snapshot } from '../flows/types.js';
import { announce } from '../controllers/events.js';
import { States } from '../controllers/states.js';
import { type Scope, type Theme, enterPage, leavePage, scopeContext } from '../controllers/scope.js';
import { startAfresh } from '../controllers/hydration.js';
import { contents } from '../styles/contents.js';
import type { Overrides } from '../messages/messages.js';

/** Origins written in an attribute, separated by spaces. */
const origins = { fromAttribute: (value: string | null) => value?.split(/\s+/).filter(Boolean) ?? [] };

/**
 * Makes one client of Stytch's SDK per public token and page, and shares it with the elements inside; the first
 * provider of a document also serves those outside. It shows its children and nothing of its own.
 *
 * @slot - The part of the page that it serves.
 * @slot prompt - Reserved: where it asks for a factor again, if nothing on the page does that.
 * @cssstate loading - Nothing is known yet.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate pending - Verification is needed.
 * @cssstate signed-in - Somebody is signed in.
 * @cssstate error - There can be no session.
 * @fires {CustomEvent<{snapshot: Snapshot, previous: Snapshot, reason: Reason}>} stytch-session-change - When the status, the session, the organization or the kind of what is pending changes.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When there can be no session: a mistake of the page, blocked cookies, an SDK that does not come.
 */
export class StytchProvider extends LitElement {
  static override styles = contents;

  /** Public token of the Stytch project; required unless `client` is set. */
  @property({ attribute: 'public-token' }) publicToken = '';
  /** An existing `StytchB2BClient` of the page; then no other option of the SDK applies. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Minutes that a session lasts when it is made or exchanged, 5 to 527040. */
  @property({ attribute: 'session-duration-minutes', type: Number }) sessionDurationMinutes = 60;
  /** Host of the API behind a domain of your own; needed for HttpOnly cookies. */
  @property({ attribute: 'custom-base-url' }) customBaseUrl?: string | undefined;
  /** Host of device fingerprinting's back end, passed to the SDK. */
  @property({ attribute: 'dfppa-url' }) dfppaUrl?: string | undefined;
  /** Host of device fingerprinting's script, passed to the SDK. */
  @property({ attribute: 'dfp-cdn-url' }) dfpCdnUrl?: string | undefined;
  /** Passed to the SDK, which then extends the session whether anybody is there or not. */
  @property({ attribute: 'keep-session-alive', type: Boolean }) keepSessionAlive = false;
  /** Domain of the session's cookies; otherwise the page's own host. */
  @property({ attribute: 'cookie-domain' }) cookieDomain?: string | undefined;
  /** Path of the session's cookies; otherwise `/`. */
  @property({ attribute: 'cookie-path' }) cookiePath?: string | undefined;
  /** Lets subdomains of the page's host see the session's cookies. */
  @property({ attribute: 'cookie-available-to-subdomains', type: Boolean }) cookieAvailableToSubdomains = false;
  /** Name of the cookie with the session token; otherwise `stytch_session`. */
  @property({ attribute: 'opaque-token-cookie-name' }) opaqueTokenCookieName?: string | undefined;
  /** Name of the cookie with the session JWT; otherwise `stytch_session_jwt`. */
  @property({ attribute: 'jwt-cookie-name' }) jwtCookieName?: string | undefined;
  /** Name of the cookie with the intermediate session token; otherwise `stytch_intermediate_session_token`. */
  @property({ attribute: 'ist-cookie-name' }) istCookieName?: string | undefined;
  /** `cookieOptions` of the SDK, whole; goes before the single attributes. */
  @property({ attribute: false }) cookieOptions?: Options['cookieOptions'];
  /** http(s) origin of a local emulator; for test tokens only. */
  @property({ attribute: 'emulator-url' }) emulatorUrl?: string | undefined;
  /** Origins that redirects may go to besides the page's own; separated by spaces in the attribute. */
  @property({ attribute: 'allowed-origins', converter: origins }) allowedOrigins: string[] = [];
  /**
   * Where links in e-mails and redirects of providers lead to: the page with a `stytch-callback`. Otherwise the page
   * itself, if it has one, else the project's default. Stytch wants these addresses registered.
   */
  @property({ attribute: 'callback-url' }) callbackUrl?: string | undefined;
  /** `auto` follows the page's `color-scheme`. */
  @property() theme: Theme = 'auto';
  /** Leaves out our look for all its elements; see `docs/theming.md`. */
  @property({ type: Boolean, reflect: true }) unstyled = false;
  /** Words to use instead of ours. */
  @property({ attribute: false }) strings: Overrides = {};

  readonly #provider = isServer ? undefined : new ContextProvider(this, { context: scopeContext });
  readonly #states = new States(this);
  #store: AuthStore | undefined;
  #leave: readonly (() => void)[] = [];
  #isWanted = false;
  #previous: Snapshot = EMPTY;

  constructor() {
    super();
    if (!isServer) new OwnPrompts(this, this, { name: 'provider', owed: ['again'], display: () => 'dialog' });
  }

  /** The store that the elements share; undefined before the element is first rendered. */
  get store(): AuthStore | undefined {
    return this.#store;
  }

  /** All that is known of the session now; the same object until something changes. */
  get snapshot(): Snapshot {
    return this.#store?.getSnapshot() ?? EMPTY;
  }

  /** @internal What the elements share besides the snapshot. */
  get view(): View {
    return this.#store?.view ?? NOWHERE;
  }

  /** Resolves when the SDK is there, or is known not to come. */
  get ready(): Promise<void> {
    return this.updateComplete.then(() => this.#store?.ready);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (isServer) return;
    if (!this.hasUpdated) return enterPage(this, undefined);
    this.#join();
    this.requestUpdate(); // what it is asked in is to join, too
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
    leavePage(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (isServer) this.setAttribute('data-state', 'loading');
    if (!isServer && this.isConnected && changed.size > 0) this.#join();
  }

  protected override createRenderRoot() {
    startAfresh(this);
    return super.createRenderRoot();
  }

  override render() {
    return html`<slot></slot><slot name="prompt"></slot>`;
  }

  #forget(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }

  #join(): void {
    const store = this.client ? storeForClient(this.client) : storeFor(this.#options());
    const landing = this.callbackUrl ?? '';
    store.minutes = this.sessionDurationMinutes;
    store.callbackUrl =
      landing && URL.canParse(landing, document.baseURI) ? new URL(landing, document.baseURI).href : undefined;
    const { strings, theme, unstyled, allowedOrigins } = this;
    const scope: Scope = { store, strings, theme, unstyled, allowedOrigins };
    if (store !== this.#store || this.#leave.length === 0) {
      this.#forget();
      this.#store = store;
      this.#leave = [store.subscribe((snapshot) => this.#tell(snapshot, store)), store.watch(() => this.#look(store))];
    }
    this.#provider?.setValue(scope);
    if (this.isConnected) enterPage(this, scope);
  }

  #options(): Options {
    const { publicToken, customBaseUrl, dfppaUrl, dfpCdnUrl, emulatorUrl } = this;
    const keepSessionAlive = this.keepSessionAlive || undefined;
    return {
      publicToken,
      customBaseUrl,
      dfppaUrl,
      dfpCdnUrl,
      emulatorUrl,
      keepSessionAlive,
      cookieOptions: this.#cookies(),
    };
  }

  #cookies(): Options['cookieOptions'] {
    if (this.cookieOptions) return this.cookieOptions;
    const { opaqueTokenCookieName, jwtCookieName, istCookieName, cookiePath: path, cookieDomain: domain } = this;
    const availableToSubdomains = this.cookieAvailableToSubdomains || undefined;
    const all = { opaqueTokenCookieName, jwtCookieName, istCookieName, path, domain, availableToSubdomains };
    const given = Object.entries(all).filter(([, value]) => value !== undefined);
    return given.length > 0 ? Object.fromEntries(given) : undefined;
  }

  /** A factor that is wanted again is asked for here, where nothing on the page does that. */
  #look({ view }: AuthStore): void {
    const isWanted = view.wanted !== null;
    if (isWanted !== this.#isWanted) this.requestUpdate();
    this.#isWanted = isWanted;
  }

  #tell(snapshot: Snapshot, { reason }: AuthStore): void {
    const previous = this.#previous;
    this.#states.show(snapshot.status);
    this.#previous = snapshot;
    if (keyOf(snapshot) !== keyOf(previous)) announce(this, 'stytch-session-change', { snapshot, previous, reason });
    const { status, error } = snapshot;
    if (status === 'error' && error && previous.error !== error) announce(this, 'stytch-error', { error });
  }
}

/** What has to differ for a change to be worth an event. */
function keyOf({ status, session, organization, pending }: Snapshot): string {
  return [status, session?.member_session_id, organization?.organization_id, pending?.kind].join(' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-provider': StytchProvider;
  }
}
