import { LitElement, type PropertyValues, isServer } from 'lit';
import { property } from 'lit/decorators.js';
import type { Client } from '../client/options.js';
import { AuthController } from './auth-controller.js';
import { startAfresh } from './hydration.js';
import { Sheets } from './sheets.js';
import { States } from './states.js';
import { TextController } from './text-controller.js';

/**
 * What all elements that follow a session have in common: a client of their own if the page gives one, words in the
 * page's language, and a state that CSS can see, as `:state(…)` and as `data-state`.
 */
export abstract class StytchElement extends LitElement {
  /** An SDK client of the host page; it goes before every provider. */
  @property({ attribute: false }) client?: Client | undefined;
  /**
   * Leaves out our look, for CSS of your own. What it cannot work without stays, and so do its parts, classes and
   * states; the provider's `unstyled` is for all its elements.
   */
  @property({ type: Boolean, reflect: true }) unstyled = false;

  protected readonly auth = new AuthController(this);
  protected readonly text = new TextController(this, this.auth);
  protected readonly sheets = new Sheets(this);
  readonly #states = new States(this);

  /** @internal Whether our look is left out, here or by the provider. */
  get isBare(): boolean {
    return this.unstyled || !!this.auth.scope.unstyled;
  }

  /** The one word that says what the element shows now. */
  protected abstract get state(): string;

  /** Shows nothing in a wrong language while the words of the right one are on their way. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.text.arrival?.then(() => super.scheduleUpdate()) ?? super.scheduleUpdate();
  }

  protected override createRenderRoot() {
    startAfresh(this);
    return super.createRenderRoot();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (isServer) this.setAttribute('data-state', this.state);
    else this.sheets.fit();
  }

  protected override updated(): void {
    const more = this.isBare ? ['unstyled'] : [];
    this.#states.show(this.state, this.auth.scope.theme ?? 'auto', ...more);
  }
}
