import { type CSSResultGroup, type PropertyValues, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Duty } from '../../client/presenters.js';
import { type Needs, OwnPrompts, isOwn } from '../../controllers/own-prompts.js';
import { StytchElement } from '../../controllers/stytch-element.js';
import { WithStore } from '../../controllers/with-store.js';
import { base } from '../../styles/base.js';
import { needed } from '../../styles/needed.js';
import { unavailable } from '../parts/unavailable.js';
import type { Inside } from './inside.js';

/** What an element loads once it has something to prompt for. */
export interface Loaded {
  readonly inside: Inside;
  readonly styles: readonly CSSResultGroup[];
}

/**
 * What elements that prompt have in common: nothing of them is there but a shell until something is owed. Then its
 * screens are loaded, and its fields are put into the light DOM.
 */
export abstract class PromptElement extends StytchElement {
  static override styles = [
    base,
    needed(css`
      :host([data-state='hidden']) {
        display: none;
      }
    `),
  ];

  /** `dialog` shows the element as a modal dialog above the page, while there is something to show. */
  @property() display: 'inline' | 'dialog' = 'inline';

  @state() protected failed = false;

  protected inside: Inside | undefined;
  #own: OwnPrompts | undefined;
  #loading: Promise<void> | undefined;

  /** Whether there is something to show. */
  protected abstract get isOwed(): boolean;

  /** Loads what it shows. */
  protected abstract bring(): Promise<Loaded>;

  /** The element shows this on behalf of the page, so that nobody else has to. */
  protected presents(duty: () => Duty): void {
    new WithStore(this, this.auth, ({ presenters }) => {
      if (isOwn(this)) return () => undefined; // whoever has put it there presents
      return presenters.add({ duty: duty(), host: this, dedicated: true });
    });
  }

  /** What is owed after what it asks for is shown in its place, where the page has nothing for that. */
  protected continuesWith(needs: Omit<Needs, 'display' | 'removed'>): void {
    this.#own = new OwnPrompts(this, this.auth, { ...needs, display: () => this.display });
  }

  protected override get state(): string {
    if (this.inside?.place) return this.inside.place;
    if (this.#own?.isShown) return 'next';
    return this.failed && this.isOwed ? 'error' : 'hidden';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.inside?.look();
    super.willUpdate(changed);
  }

  override render(): unknown {
    const screen = this.inside?.template() ?? (this.failed && this.isOwed ? this.#unavailable() : nothing);
    return this.#own ? html`${screen}<slot name="prompt"></slot>` : screen;
  }

  protected override updated(): void {
    super.updated();
    this.inside?.moveFocus();
    if (this.isOwed && !this.failed) this.#loading ??= this.#load();
  }

  /** Complete is what is complete with its screens. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loading;
    return super.getUpdateComplete();
  }

  /** The screens could not be fetched. */
  #unavailable() {
    const again = () => (this.failed = false);
    const { auth } = this;
    const cancel = () => void auth.send({ type: 'cancel' });
    const canCancel = auth.snapshot.pending !== null || auth.view.wanted !== null;
    return unavailable(this.text.messages, again, canCancel && cancel);
  }

  async #load(): Promise<void> {
    try {
      const { inside, styles } = await this.bring();
      this.sheets.add(styles);
      this.inside = inside;
    } catch {
      this.#loading = undefined;
      this.failed = true;
    }
    this.requestUpdate();
  }
}
