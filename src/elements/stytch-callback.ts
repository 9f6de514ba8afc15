import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { OwnPrompts } from '../controllers/own-prompts.js';
import { type Loaded, PromptElement } from './prompt/element.js';

/** On the page that links and redirects lead to: uses what they bring, once, and goes on in place. */
export class StytchCallback extends PromptElement {
  /** Where to go once the person is in, with `{slug}` and `{id}`: own origin, or one of the provider's `allowed-origins`. */
  @property({ attribute: 'return-to' }) returnTo?: string | undefined;

  readonly #own = new OwnPrompts(this, this.auth, {
    name: 'callback',
    owed: ['discovery', 'primary', 'mfa'],
    display: () => this.display,
  });

  constructor() {
    super();
    this.presents('callback');
  }

  protected override get state() {
    return this.#own.isShown ? 'next' : super.state;
  }

  protected override get isOwed(): boolean {
    return false;
  }

  override render() {
    return html`${super.render()}<slot name="prompt"></slot>`;
  }

  protected override async bring(): Promise<Loaded> {
    const { Inside, CallbackKind } = await import('./callback/lazy-callback.js');
    return { inside: new Inside(this, new CallbackKind(), this.auth, this.text), styles: Inside.styles };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-callback': StytchCallback;
  }
}
