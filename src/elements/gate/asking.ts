import { type ReactiveController, html, nothing } from 'lit';
import type { AuthController, Host } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import { OwnPrompts } from '../../controllers/own-prompts.js';
import type { TextController } from '../../controllers/text-controller.js';
import type { StytchElementsError } from '../../flows/errors.js';
import type { Requirement } from '../../flows/requirement.js';
import { wantsOf } from '../../flows/wants.js';
import { gating } from '../../messages/en-gate.js';
import { addEnglish } from '../../messages/messages.js';
import { gate } from '../../styles/gate.js';
import { followEscape } from './escape.js';
import { focusOn } from './focus.js';
import { Inquiry, isAsking } from './inquiry.js';
import { Sign } from './sign.js';

/** The gate, as what asks for it knows it. */
export interface Owner {
  readonly auth: AuthController;
  readonly text: TextController;
  /** What the gate shows. */
  state(): string;
  /** Whether it asks by itself. */
  isEager(): boolean;
  requirement(): Requirement;
}

/** Has a person prove, where a gate is, what it is closed for. */
export class Asking implements ReactiveController {
  static readonly styles = [gate];

  readonly #host: Host;
  readonly #owner: Owner;
  readonly #prompts: OwnPrompts;
  #problem: StytchElementsError | undefined;
  #asked: Promise<void> | undefined;
  /** Since it was open last, by itself or not. */
  #hasAsked = false;
  readonly #sign = new Sign(() => this.#begin());
  readonly #inquiry = new Inquiry(({ presenters }) => {
    presenters.prefer(this.#host);
    this.#host.requestUpdate();
    return this.#host.updateComplete; // from then on it presents
  });

  constructor(host: Host, owner: Owner) {
    this.#host = host;
    this.#owner = owner;
    addEnglish(gating);
    this.#prompts = new OwnPrompts(host, this.#whileAsking(), {
      name: 'gate',
      owed: ['again'],
      display: () => 'inline',
      removed: () => this.#takeBack(),
    });
    followEscape(host);
    host.addController(this);
  }

  /** Whether the question is shown here. */
  get isShown(): boolean {
    return this.#prompts.isShown;
  }

  /** What is said where the page says nothing. */
  offer() {
    const { stale, verify } = this.#owner.text.messages.gate;
    return html`
      <div class="own" part="base">
        <p part="text">${stale}</p>
        <button class="button primary" part="button primary-button" type="button" @click=${() => this.ask()}>${verify}</button>
      </div>
    `;
  }

  /** Below whatever is shown while a proof is missing: why it could not be asked for. */
  alert() {
    return html`<div class="alert" role="alert">${this.#problem ? this.#explained(this.#problem) : nothing}</div>`;
  }

  #explained(problem: StytchElementsError) {
    const { text } = this.#owner;
    const words = problem.code === 'unavailable' ? text.messages.gate.unavailable : text.problem(problem);
    return html`<div class="own" part="base"><p class="problem" part="error">${words}</p></div>`;
  }

  /** Asks for all that is missing, one after the other. What goes wrong is said here, and announced. */
  ask(): Promise<void> {
    return (this.#asked ??= this.#ask().finally(() => (this.#asked = undefined)));
  }

  async #ask(): Promise<void> {
    const { store } = this.#owner.auth;
    if (!store) return;
    this.#problem = undefined;
    this.#hasAsked = true;
    try {
      await this.#inquiry.ask(store, wantsOf(this.#owner.requirement()));
    } catch (error) {
      this.#fail(error as StytchElementsError);
    } finally {
      this.#host.requestUpdate();
    }
  }

  hostUpdated(): void {
    const state = this.#owner.state();
    if (state !== 'stale') this.#problem = undefined;
    if (state === 'open') this.#hasAsked = false;
    const isWaiting = this.#host.isConnected && state === 'stale' && this.#owner.isEager() && !this.#hasAsked;
    if (isWaiting) this.#sign.await();
    else this.#sign.stop();
  }

  hostDisconnected(): void {
    this.#sign.stop();
    this.#inquiry.callOff();
  }

  #fail(error: StytchElementsError): void {
    if (error.code === 'cancelled' || error.code === 'session-ended') return; // that can be seen
    this.#problem = error;
    announce(this.#host, 'stytch-error', { error });
  }

  /** A gate presents its own questions; what the page asks is left to others. */
  #whileAsking(): Pick<AuthController, 'snapshot' | 'view' | 'store'> {
    const { auth } = this.#owner;
    const inquiry = () => this.#inquiry;
    return {
      get snapshot() {
        return auth.snapshot;
      },
      get view() {
        return auth.view;
      },
      get store() {
        const { store, view } = auth;
        const isOthers = view.wanted && !inquiry().isOpen(view);
        return store === inquiry().store && !isOthers ? store : undefined;
      },
    };
  }

  /** Focus goes to where the person was asked from, unless it is elsewhere, or what was wanted is to be seen. */
  #takeBack(): void {
    const { activeElement, body } = document;
    if (this.#owner.state() !== 'stale' || (activeElement && activeElement !== body)) return;
    const root = this.#host.renderRoot;
    const own = root.querySelector<HTMLElement>('.button');
    if (own?.checkVisibility()) own.focus();
    else focusOn(root.querySelector('slot')!);
  }

  /** Once, and one question at a time: whoever does not want to answer the one is not asked the next. */
  #begin(): void {
    const { store, view } = this.#owner.auth;
    if (!store || !this.#host.renderRoot.querySelector('.alert')?.checkVisibility()) return;
    this.#sign.stop();
    if (view.wanted || isAsking(store)) this.#hasAsked = true;
    else void this.ask();
  }
}
