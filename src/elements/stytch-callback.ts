import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { goOn, sendOn } from '../controllers/go-on.js';
import { WithStore } from '../controllers/with-store.js';
import { type Arrival, arrivalAt } from './callback/arrival.js';
import { needed } from '../styles/needed.js';
import { type Loaded, PromptElement } from './prompt/element.js';

/**
 * For the page that links and redirects lead to: uses what they bring, once, and goes on in place with whatever is
 * asked for after that: an organization to choose, another factor, a new password. While it is on a page, that page is
 * where links and redirects lead to. Shows nothing while nobody comes by one.
 *
 * What `stytch-discovery` and `stytch-mfa-prompt` take as attributes (`allow-create`, `auto-select`, `countries` and so
 * on) is passed on to them.
 *
 * @slot header - Above the heading, such as a logo.
 * @slot footer - Below everything, such as a link to help.
 * @slot error - The way on for whoever could not be signed in, instead of the link to `login-url`.
 * @slot form - Reserved: the element puts its own form here.
 * @slot prompt - Reserved: the element puts what comes next here.
 * @fires {CustomEvent<{method: string, organization: Organization, member: Member}>} stytch-authenticated - When the person is in.
 * @fires {CustomEvent<{pending: Pending}>} stytch-pending - When something else is owed.
 * @fires {CustomEvent<{restored: boolean}>} stytch-cancel - When the person has given up what is owed; `restored` says whether they have a session again.
 * @fires {CustomEvent<{url: string}>} stytch-redirect - Before it goes to `return-to`; can be prevented.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When what was brought cannot be used, or a redirect is refused.
 * @csspart dialog - The modal dialog, with `display="dialog"`.
 * @csspart base - The card.
 * @csspart heading - What this is about.
 * @csspart text - What happens, or who is signed in.
 * @csspart error - What went wrong.
 * @csspart progress - Says that something is under way.
 * @csspart button - Every button of the shadow tree, and the link to `login-url`.
 * @csspart primary-button - The main button.
 * @csspart actions - Other ways on.
 * @csspart cancel - The button that gives up.
 * @csspart countdown - The time left.
 * @csspart deadline - The same as `countdown`.
 * @csspart link - Every button that looks like a link.
 * @csspart resend - The button that asks for another link or code.
 * @cssstate idle - Nobody has come; nothing is shown.
 * @cssstate working - What was brought is being used.
 * @cssstate asking - Going on would cost the session that is there.
 * @cssstate new-password - A new password is asked for.
 * @cssstate next - What comes next is shown in its place.
 * @cssstate failed - What was brought could not be used.
 * @cssstate done - The person is signed in.
 * @cssstate error - The screens could not be fetched.
 */
export class StytchCallback extends PromptElement {
  static override styles = [
    ...PromptElement.styles,
    needed(css`
      :host([data-state='idle']) {
        display: none;
      }
    `),
  ];

  /** Where to go once the person is in, with `{slug}` and `{id}`: own origin, or one of the provider's `allowed-origins`. */
  @property({ attribute: 'return-to' }) returnTo?: string | undefined;
  /** Where to log in, for whoever could not be signed in; the same addresses are allowed. */
  @property({ attribute: 'login-url' }) loginUrl?: string | undefined;

  #arrival: Arrival | undefined;
  constructor() {
    super();
    this.continuesWith({
      name: 'callback',
      owed: ['discovery', 'primary', 'mfa'],
      waits: () => this.isOwed && !this.#arrival?.isOver,
    });
    this.presents(() => 'callback');
    new WithStore(this, this.auth, (store) => {
      this.#arrival = arrivalAt(store);
      const leave = this.#arrival.join({ element: this, goOn: () => this.#goOn(sendOn) });
      return () => {
        leave();
        this.#arrival = undefined;
      };
    });
  }

  protected override get state() {
    const state = super.state;
    if (state !== 'hidden') return state;
    return this.isOwed ? 'working' : 'idle';
  }

  protected override get isOwed(): boolean {
    const { at } = this.#arrival?.place ?? { at: 'idle' };
    return at !== 'idle' && at !== 'next' && !!this.#arrival?.isLedBy(this);
  }

  protected override async bring(): Promise<Loaded> {
    const { Inside, CallbackKind, look } = await import('./callback/lazy-callback.js');
    const kind = new CallbackKind(this, this.auth, {
      arrival: () => this.#arrival,
      goOn: () => this.#goOn(goOn),
    });
    return { inside: new Inside(this, kind, this.auth, this.text), styles: [...Inside.styles, look] };
  }

  #goOn(go: typeof goOn): void {
    if (this.returnTo) go(this, this.auth, this.returnTo);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-callback': StytchCallback;
  }
}
