import { type CSSResultGroup, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { AuthController, Host as AuthHost } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import { Focus } from '../../controllers/focus.js';
import { Modal } from '../../controllers/modal.js';
import { nameOf } from '../../controllers/names.js';
import { OwnPrompts } from '../../controllers/own-prompts.js';
import type { TextController } from '../../controllers/text-controller.js';
import type { StytchElementsError } from '../../flows/errors.js';
import type { Member, Organization, Snapshot } from '../../flows/types.js';
import { gating } from '../../messages/en-gate.js';
import { settings } from '../../messages/en-settings.js';
import { addEnglish } from '../../messages/messages.js';
import { button } from '../../styles/button.js';
import { card } from '../../styles/card.js';
import { dialog } from '../../styles/dialog.js';
import { settings as look } from '../../styles/settings.js';
import { questionDialog } from '../parts/question.js';
import { type Failure, wordsFor } from './failure.js';
import { methodList, noteOf, placesOf } from './list.js';
import { isLoss, questionOf } from './loss.js';
import { type Ages, type Change, type Wish, fulfil } from './wish.js';

type Host = AuthHost & Ages & { readonly display: 'inline' | 'dialog' };

/** A member of an organization. */
interface Who {
  readonly member: Member;
  readonly organization: Organization;
}

/** What the settings show, and what comes of what a member wants. */
export class Settings implements ReactiveController {
  static readonly styles: readonly CSSResultGroup[] = [button, card, dialog, look];

  readonly #host: Host;
  readonly #auth: AuthController;
  readonly #text: TextController;
  readonly #focus: Focus;
  #asked: Wish | undefined;
  #wish: Wish | undefined;
  #said = '';
  #failure: Failure | undefined;

  constructor(host: Host, auth: AuthController, text: TextController) {
    addEnglish(settings, gating);
    this.#host = host;
    this.#auth = auth;
    this.#text = text;
    this.#focus = new Focus(host);
    new OwnPrompts(host, auth, { name: 'mfa-settings', owed: ['again'], display: () => host.display });
    new Modal(host, () => this.#answer(false));
    host.addController(this);
  }

  get state(): string {
    if (!this.#who) return 'hidden';
    if (this.#wish) return 'busy';
    return this.#problem ? 'failed' : 'ready';
  }

  /** The member, while there is one. */
  get #who(): Who | undefined {
    const { member, organization } = this.#auth.snapshot;
    return member && organization ? { member, organization } : undefined;
  }

  /** What went wrong, as long as it is about the session of now. */
  get #problem(): Failure | undefined {
    return this.#failure?.session === this.#session ? this.#failure : undefined;
  }

  get #session(): string | undefined {
    return this.#auth.snapshot.session?.member_session_id;
  }

  hostUpdate(): void {
    if (!this.#who) this.#asked = undefined; // there is nothing to remove any more
  }

  template(): TemplateResult | typeof nothing {
    return this.#who
      ? html`${this.#card(this.#who)}<slot name="prompt"></slot>${this.#asked ? this.#question(this.#asked) : nothing}`
      : nothing;
  }

  #card({ member, organization }: Who): TemplateResult {
    const { settings: words } = this.#text.messages;
    const isFixed = isImpersonated(this.#auth.snapshot);
    const running = this.#wish;
    const want = (wish: Wish) => this.#want(wish);
    const listed = { member, organization, words, isFixed, running, want };
    const note = isFixed ? words.impersonated : noteOf(listed);
    return html`
      <section class="card" part="base" aria-busy=${running !== undefined}>
        <slot name="header"></slot>
        <header>
          <h2 part="heading" tabindex="-1">${words.title}</h2>
          <p part="text">${words.text(nameOf(organization))}</p>
        </header>
        <p part="error" role="alert" ?hidden=${!this.#problem}>
          ${this.#problem ? wordsFor(this.#problem, this.#text) : nothing}
        </p>
        ${methodList(listed)}
        <p part="text note" ?hidden=${!note}>${note}</p>
        <slot name="footer"></slot>
        <p class="visually-hidden" role="status">${this.#said}</p>
      </section>
    `;
  }

  #question(wish: Wish): TemplateResult {
    return questionDialog(questionOf(wish, this.#text.messages, (goesOn) => this.#answer(goesOn)));
  }

  #want(wish: Wish): void {
    this.#failure = undefined;
    this.#said = '';
    if (!isLoss(wish)) return void this.#fulfil(wish);
    this.#asked = wish;
    this.#host.requestUpdate();
  }

  #answer(goesOn: boolean): void {
    const wish = this.#asked;
    this.#asked = undefined;
    this.#host.requestUpdate();
    if (wish && goesOn) void this.#fulfil(wish);
    else if (wish) void this.#focusAgain(wish);
  }

  async #fulfil(wish: Wish): Promise<void> {
    const { store } = this.#auth;
    if (!store || this.#wish) return;
    this.#wish = wish;
    this.#host.requestUpdate();
    store.presenters.prefer(this.#host);
    try {
      const change = await fulfil(store, wish, this.#host);
      if (change) this.#tell(change);
    } catch (error) {
      this.#fail(error as StytchElementsError, wish);
    }
    this.#wish = undefined;
    this.#host.requestUpdate();
    await this.#focusAgain(wish);
  }

  #tell({ method, change }: Change): void {
    const { settings: words } = this.#text.messages;
    const said = { added: words.added, removed: words.removed, default: words.defaulted };
    this.#said = change === 'codes-rotated' ? words.rotated : said[change](words[method]);
    announce(this.#host, 'stytch-mfa-change', { method, change });
  }

  /** Who does not want to prove anything has changed their mind: nothing is wrong. */
  #fail(problem: StytchElementsError, wish: Wish): void {
    if (problem.code === 'cancelled') return;
    this.#failure = { problem, wish, session: this.#session };
    announce(this.#host, 'stytch-error', { error: problem });
  }

  /** Back to what was pressed, or to what is there in its place now, unless the person has gone elsewhere. */
  async #focusAgain(wish: Wish): Promise<void> {
    await this.#host.updateComplete;
    if (!this.#focus.isOurs) return;
    const places = placesOf(wish).map((each) => this.#host.renderRoot.querySelector<HTMLElement>(each));
    places.find((each) => each !== null)?.focus();
  }
}

/** Whether somebody else acts for the member. */
function isImpersonated({ session }: Snapshot): boolean {
  return session?.authentication_factors.some(({ type }) => type === 'impersonated') ?? false;
}
