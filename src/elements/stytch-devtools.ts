import { LitElement, html, isServer, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AuthStore } from '../client/store.js';
import { startAfresh } from '../controllers/hydration.js';
import { Ticker } from '../controllers/ticker.js';
import { base } from '../styles/base.js';
import { button } from '../styles/button.js';
import { devtools } from '../styles/devtools.js';
import { devtoolsSections } from '../styles/devtools-sections.js';
import { Onlooker } from './devtools/onlooker.js';
import { moveButton } from './devtools/move-button.js';
import { type Corner, type Place, isCorner, remember, remembered } from './devtools/place.js';
import { Recording } from './devtools/recording.js';
import { type Report, toJson } from './devtools/report.js';
import { sections } from './devtools/sections.js';

/** The beginning of the public tokens of projects in which nobody is real. */
const TEST = 'public-token-test-';

/**
 * For development only: a panel in a corner of the page that shows the session, what will happen by itself and when,
 * what every element of the page shows, and a log of events, changes and requests. It is not among the elements that
 * `stytch-elements/define` registers: import `stytch-elements/devtools`. English only.
 *
 * It shows no token, code or secret, and e-mail addresses only when asked to. With anything but a public token for
 * tests it shows nothing at all, unless there is `allow-live`. Requests are those that the browser has timed, of which
 * it tells neither body nor headers.
 *
 * @csspart base - The panel.
 * @csspart button - The buttons at its top.
 * @csspart section - A section, which can be folded.
 * @cssstate open - All of it is shown.
 * @cssstate folded - One line is.
 * @cssstate refused - Nothing is: the public token is not one for tests.
 */
export class StytchDevtools extends LitElement {
  static override styles = [base, button, devtools, devtoolsSections];

  /** Shows itself in a project with real people, too. */
  @property({ attribute: 'allow-live', type: Boolean }) allowLive = false;
  /** Where it stands until somebody moves it; what they choose is remembered. */
  @property() corner: Corner = 'bottom-end';
  /** Shows all of it, until somebody folds it or unfolds it; what they choose is remembered. */
  @property({ type: Boolean }) open = false;

  @state() protected reveals = false;
  /** What has just been done, for those who do not see it. */
  @state() protected said = '';

  protected readonly ticker = new Ticker(this, () => this.open && this.#store !== undefined);
  readonly #internals = isServer ? undefined : this.attachInternals();
  readonly #onlooker = new Onlooker(this);
  readonly #recording = new Recording(this, () => this.#store);
  #hasWarned = false;

  /** What the panel shows, without e-mail addresses, to be handed on; undefined when there is nothing to show. */
  report(): Report | undefined {
    return this.#recording.report();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!isServer) Object.assign(this, remembered());
  }

  override render() {
    const store = this.#store;
    if (!store) return nothing;
    const report = this.open ? this.#recording.report(this.reveals) : undefined;
    return html`
      <section part="base" lang="en" dir="ltr" aria-label="Stytch devtools" @keydown=${this.#key}>
        <header>${this.#fold(store)} ${report ? this.#tools() : nothing}</header>
        <div id="body" ?hidden=${!report}>${report ? sections(report) : nothing}</div>
        <p class="visually-hidden" role="status">${this.said}</p>
      </section>
    `;
  }

  /** After the elements that it looks at. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }

  protected override createRenderRoot() {
    startAfresh(this);
    return super.createRenderRoot();
  }

  protected override updated(): void {
    const { store } = this.#onlooker;
    const isRefused = store !== undefined && !this.#store && this.isConnected;
    if (isRefused) this.#explain();
    const state = isRefused ? 'refused' : this.open ? 'open' : 'folded';
    this.dataset['state'] = state;
    const corner = isCorner(this.corner) ? this.corner : 'bottom-end';
    const states = this.#internals?.states;
    states?.clear();
    for (const each of [state, this.#onlooker.theme, ...corner.split('-')]) states?.add(each);
  }

  /** The store, if it may be looked at. */
  get #store(): AuthStore | undefined {
    const { store } = this.#onlooker;
    if (!store || !this.isConnected) return undefined;
    const { publicToken } = store.options;
    return this.allowLive || publicToken === '' || publicToken.startsWith(TEST) ? store : undefined;
  }

  #fold(store: AuthStore) {
    const { status, organization } = store.getSnapshot();
    return html`
      <button
        class="button fold"
        part="button"
        aria-expanded=${this.open}
        aria-controls="body"
        @click=${() => this.#place({ open: !this.open })}
      >
        <span>Stytch</span>
        <span class="status">${status}${organization ? ` · ${organization.organization_name}` : nothing}</span>
      </button>
    `;
  }

  #tools() {
    return html`
      <button class="button" part="button" aria-pressed=${this.reveals} @click=${this.#reveal}>Show e-mail</button>
      <button class="button" part="button" @click=${this.#copy}>Copy as JSON</button>
      <button class="button" part="button" @click=${this.#clear}>Clear</button>
      ${moveButton(this, this.#move)}
    `;
  }

  #place(part: Partial<Place>): void {
    Object.assign(this, part);
    remember({ corner: this.corner, open: this.open });
  }

  readonly #move = (corner: Corner, name: string): void => {
    this.#place({ corner });
    this.said = name;
  };

  readonly #key = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !this.open) return;
    this.#place({ open: false });
    this.renderRoot.querySelector<HTMLElement>('.fold')?.focus();
  };

  readonly #reveal = (): void => {
    this.reveals = !this.reveals;
  };

  readonly #clear = (): void => {
    this.#recording.clear();
    this.said = 'Cleared';
  };

  readonly #copy = async (): Promise<void> => {
    const report = this.#recording.report();
    if (!report) return;
    const copied = navigator.clipboard?.writeText(toJson(report)) ?? Promise.reject(new Error('no clipboard'));
    this.said = await copied.then(
      () => 'Copied',
      () => 'Your browser did not allow copying.',
    );
  };

  #explain(): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    console.warn(
      `[stytch-elements] <${this.localName}> shows nothing: the public token does not begin with ${TEST}. ` +
        'Leave it out of what you publish; to look at a live project all the same, add the attribute allow-live.',
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-devtools': StytchDevtools;
  }
}
