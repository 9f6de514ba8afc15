import { type ReactiveController, html, nothing } from 'lit';
import type { AuthStore } from '../../client/store.js';
import type { AuthController, Host } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import { OwnPrompts } from '../../controllers/own-prompts.js';
import type { TextController } from '../../controllers/text-controller.js';
import { StytchElementsError } from '../../flows/errors.js';
import type { Requirement } from '../../flows/requirement.js';
import { wantsOf } from '../../flows/wants.js';
import { gating } from '../../messages/en-gate.js';
import { addEnglish } from '../../messages/messages.js';
import { gate } from '../../styles/gate.js';
import { focusOn } from './focus.js';
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

/** The gate of each store that asks: of two, the one that was used last. */
const asking = new WeakMap<AuthStore, Asking>();

/** Has a person prove, where a gate is, what it is closed for. */
export class Asking implements ReactiveController {
  static readonly styles = [gate];

  readonly #host: Host;
  readonly #owner: Owner;
  readonly #prompts: OwnPrompts;
  #problem: StytchElementsError | undefined;
  /** The store of which it has asked last. */
  #asked: AuthStore | undefined;
  /** Since it was open last, by itself or not. */
  #hasAsked = false;
  readonly #sign = new Sign(() => this.#begin());

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
  async ask(): Promise<void> {
    const { store } = this.#owner.auth;
    if (!store || this.#isAsking) return;
    this.#problem = undefined;
    this.#hasAsked = true;
    asking.set((this.#asked = store), this);
    store.presenters.prefer(this.#host);
    this.#host.requestUpdate();
    await this.#host.updateComplete; // from now on it presents
    try {
      await this.#prove(store);
    } catch (error) {
      this.#fail(error as StytchElementsError);
    } finally {
      if (asking.get(store) === this) asking.delete(store);
      this.#host.requestUpdate();
    }
  }

  hostUpdated(): void {
    const state = this.#owner.state();
    if (state !== 'stale') this.#problem = undefined;
    if (state === 'open') this.#hasAsked = false;
    const isWaiting = state === 'stale' && this.#owner.isEager() && !this.#hasAsked;
    if (isWaiting) this.#sign.await();
    else this.#sign.stop();
  }

  hostDisconnected(): void {
    this.#sign.stop();
    if (this.#asked?.view.wanted && asking.get(this.#asked) === this)
      this.#asked.send({ type: 'cancel' }).catch(() => undefined);
  }

  async #prove(store: AuthStore): Promise<void> {
    const wants = wantsOf(this.#owner.requirement());
    if (wants.length === 0) throw new StytchElementsError('misconfigured');
    for (const want of wants) {
      if (!this.#isAsking) return; // another gate has taken over
      await store.actions.stepUp(want);
    }
  }

  #fail(error: StytchElementsError): void {
    if (error.code === 'cancelled' || error.code === 'session-ended') return; // that can be seen
    this.#problem = error;
    announce(this.#host, 'stytch-error', { error });
  }

  get #isAsking(): boolean {
    const { store } = this.#owner.auth;
    return store !== undefined && asking.get(store) === this;
  }

  /** A gate presents a question only while it is the one that asks. */
  #whileAsking(): Pick<AuthController, 'snapshot' | 'view' | 'store'> {
    const { auth } = this.#owner;
    const store = () => (this.#isAsking ? auth.store : undefined);
    return {
      get snapshot() {
        return auth.snapshot;
      },
      get view() {
        return auth.view;
      },
      get store() {
        return store();
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
    if (view.wanted || asking.has(store)) this.#hasAsked = true;
    else void this.ask();
  }
}
