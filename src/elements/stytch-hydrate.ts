import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce } from '../controllers/events.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { StytchElementsError } from '../flows/errors.js';
import { base } from '../styles/base.js';
import { button } from '../styles/button.js';
import type { Handover } from './hydrate/lazy-hydrate.js';

/**
 * Picks up a session that a back end has made, and hands the tokens of now to another back end. Shows nothing unless
 * something goes wrong. Tokens are never attributes. An existing session is left alone unless `replace` says otherwise.
 * With HttpOnly cookies a page can neither write nor read tokens: then the back end sets the cookies itself and answers
 * with 204, and `push-to` has nothing to hand over.
 *
 * @fires {CustomEvent<{outcome: 'taken' | 'nobody' | 'kept'}>} stytch-hydrate - When `src` has answered: its session was taken over, it has none, or there was one here already.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When a back end cannot be asked, or the API does not know its session.
 * @csspart error - What went wrong.
 * @csspart button - The button to try again.
 * @cssstate idle - Nothing is to be done.
 * @cssstate working - The back end is being asked.
 * @cssstate done - The back end has answered.
 * @cssstate error - It could not be asked.
 */
export class StytchHydrate extends StytchElement {
  static override styles = [
    base,
    button,
    css`
      :host(:not(:state(error))) {
        display: none;
      }
    `,
  ];

  /** Endpoint of the page's own origin that answers with `{ session_token, session_jwt }`, or sets cookies and answers with 204. */
  @property() src?: string | undefined;
  /** How `src` is asked. */
  @property() method: 'get' | 'post' = 'get';
  /** Endpoint that gets the tokens of now whenever they change (POST, JSON): own origin, or one of the provider's `allowed-origins`. */
  @property({ attribute: 'push-to' }) pushTo?: string | undefined;
  /** Header that proves to a back end of the page's own origin that the request is the page's own. */
  @property({ attribute: 'csrf-header' }) csrfHeader = 'X-CSRF-Token';
  /** Name of the `<meta>` that holds the header's value. */
  @property({ attribute: 'csrf-meta' }) csrfMeta = 'csrf-token';
  /** Name of the cookie that holds it instead. */
  @property({ attribute: 'csrf-cookie' }) csrfCookie?: string | undefined;
  /** Takes the back end's session over even if somebody is signed in here. */
  @property({ type: Boolean }) replace = false;

  @state() protected failure: StytchElementsError | null = null;

  #handover: Handover | undefined;
  #loading: Promise<void> | undefined;

  protected override get state() {
    return this.#problem ? 'error' : (this.#handover?.phase ?? 'idle');
  }

  get #problem(): StytchElementsError | null {
    return this.failure ?? this.#handover?.problem ?? null;
  }

  override render() {
    if (!this.#problem) return nothing;
    const { common } = this.text.messages;
    return html`
      <p part="error" role="alert">${this.text.problem(this.#problem)}</p>
      ${isLost(this.#problem) ? nothing : html`<button part="button" class="button" @click=${this.#again}>${common.tryAgain}</button>`}
    `;
  }

  /** Takes over a session that a back end has made; rejects with `not-allowed` while somebody is signed in, unless told to `replace`. */
  async hydrate(tokens: { sessionToken: string; sessionJwt?: string }, { replace = this.replace } = {}): Promise<void> {
    const { store } = this.auth;
    if (!store) throw new StytchElementsError('misconfigured', { detail: 'no-token' });
    const isOther = store.held.tokens?.session_token !== tokens.sessionToken;
    const { session, pending } = store.getSnapshot();
    if ((session || pending) && isOther && !replace)
      throw new StytchElementsError('not-allowed', { detail: 'occupied' });
    await store.actions.hydrate(tokens);
  }

  protected override updated(): void {
    super.updated();
    const isAsked = Boolean(this.src || this.pushTo);
    if (isAsked && !this.failure && this.auth.snapshot.isInitialized) this.#loading ??= this.#load();
  }

  async #load(): Promise<void> {
    try {
      const { Handover } = await import('./hydrate/lazy-hydrate.js');
      this.#handover = new Handover(this, this.auth);
    } catch {
      this.#loading = undefined;
      this.failure = new StytchElementsError('offline');
      announce(this, 'stytch-error', { error: this.failure });
    }
    this.requestUpdate();
  }

  readonly #again = (): void => {
    this.failure = null;
    this.#handover?.again();
  };
}

/** Whether asking again cannot help: what a back end answers may change, what the page says does not. */
const isLost = ({ detail }: StytchElementsError): boolean => detail === 'address';

declare global {
  interface HTMLElementTagNameMap {
    'stytch-hydrate': StytchHydrate;
  }
}
