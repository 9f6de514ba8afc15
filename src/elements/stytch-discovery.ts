import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { OwnPrompts } from '../controllers/own-prompts.js';
import { type Loaded, PromptElement } from './prompt/element.js';

/** Lets a person choose among the organizations of their e-mail address, join one, or create one. */
export class StytchDiscovery extends PromptElement {
  /** Offers to create an organization. */
  @property({ attribute: 'allow-create', type: Boolean }) allowCreate = false;
  /** Creates an organization at once for somebody who has none and may not join any. */
  @property({ attribute: 'auto-create', type: Boolean }) autoCreate = false;
  /** Enters the organization of somebody who is a member of just one, without asking. */
  @property({ attribute: 'auto-select', type: Boolean }) autoSelect = false;
  /** `auto-select` does not mind invitations. */
  @property({ attribute: 'ignore-invites', type: Boolean }) ignoreInvites = false;
  /** `auto-select` does not mind organizations that could be joined. */
  @property({ attribute: 'ignore-jit', type: Boolean }) ignoreJit = false;

  readonly #own = new OwnPrompts(this, this.auth, {
    name: 'discovery',
    owed: ['primary', 'mfa'],
    display: () => this.display,
  });

  constructor() {
    super();
    this.presents('discovery');
  }

  protected override get state() {
    return this.#own.isShown ? 'next' : super.state;
  }

  protected override get isOwed(): boolean {
    return this.auth.snapshot.pending?.kind === 'discovery';
  }

  override render() {
    return html`${super.render()}<slot name="prompt"></slot>`;
  }

  protected override async bring(): Promise<Loaded> {
    const { Inside, DiscoveryKind } = await import('./discovery/lazy-discovery.js');
    return { inside: new Inside(this, new DiscoveryKind(), this.auth, this.text), styles: Inside.styles };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-discovery': StytchDiscovery;
  }
}
