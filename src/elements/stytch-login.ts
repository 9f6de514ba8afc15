import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { OwnPrompts } from '../controllers/own-prompts.js';
import { type Loaded, PromptElement } from './prompt/element.js';

/** Methods in the order in which they are offered where the page does not say. */
const METHODS = 'magic_link email_otp password google_oauth microsoft_oauth github_oauth hubspot_oauth slack_oauth sso';

/** Logs a person in, and goes on in place with whatever is asked for after that. */
export class StytchLogin extends PromptElement {
  /** `discovery` lets the person choose an organization afterwards; `organization` is for one. */
  @property() flow: 'discovery' | 'organization' = 'discovery';
  @property({ attribute: 'organization-slug' }) organizationSlug?: string | undefined;
  @property({ attribute: 'organization-id' }) organizationId?: string | undefined;
  /** The methods to offer, in this order; an organization may narrow them. */
  @property() methods = METHODS;
  /** Where to go once the person is in, with `{slug}` and `{id}`: own origin, or one of the provider's `allowed-origins`. */
  @property({ attribute: 'return-to' }) returnTo?: string | undefined;

  readonly #own = new OwnPrompts(this, this.auth, {
    name: 'login',
    owed: ['discovery', 'primary', 'mfa'],
    display: () => this.display,
  });

  protected override get state() {
    return this.#own.isShown ? 'next' : super.state;
  }

  protected override get isOwed(): boolean {
    return this.auth.snapshot.status !== 'pending';
  }

  override render() {
    return html`${super.render()}<slot name="prompt"></slot>`;
  }

  protected override async bring(): Promise<Loaded> {
    const { Inside, LoginKind, look } = await import('./entrance/lazy-entrance.js');
    const inside = new Inside(this, new LoginKind(this, this.auth), this.auth, this.text);
    return { inside, styles: [...Inside.styles, look] };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-login': StytchLogin;
  }
}
