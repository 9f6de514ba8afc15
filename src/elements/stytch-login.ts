import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce } from '../controllers/events.js';
import { type Loaded, PromptElement } from './prompt/element.js';

/** Methods in the order in which they are offered where the page does not say. */
const METHODS = 'magic_link email_otp password google_oauth microsoft_oauth github_oauth hubspot_oauth slack_oauth sso';

/**
 * Logs a person in, by e-mail link or code, password, OAuth or single sign-on, and goes on in place with whatever is
 * asked for after that: an organization, another first factor, a second one. What somebody used the last time on this
 * device comes first. Its fields are a real form in the light DOM, with the classes `stytch-form`, `stytch-label`,
 * `stytch-input`, `stytch-error` and `stytch-button`.
 *
 * @slot header - Above the heading, such as a logo.
 * @slot footer - Below everything, such as a link to help.
 * @slot form - Reserved: the element puts its own form here.
 * @slot prompt - Reserved: the element puts what comes next here.
 * @fires {CustomEvent<{method: string, organization: Organization, member: Member}>} stytch-authenticated - When the person is in.
 * @fires {CustomEvent<{pending: Pending}>} stytch-pending - When something else is owed, or an organization is to be chosen.
 * @fires {CustomEvent<{restored: boolean}>} stytch-cancel - When the person has closed the dialog.
 * @fires {CustomEvent<{url: string}>} stytch-redirect - Before going to `return-to`. Cancelable.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When a step has failed, or `return-to` is refused.
 * @csspart dialog - The modal dialog, with `display="dialog"`.
 * @csspart base - The card.
 * @csspart heading - What this is about.
 * @csspart text - What to do.
 * @csspart error - What went wrong, where there is no form.
 * @csspart button - Every button of the shadow tree.
 * @csspart mailbox - The link to the mailbox of a well-known provider.
 * @csspart resend - The button that asks for another link or code.
 * @csspart actions - Other ways on.
 * @csspart close - The button that closes the dialog.
 * @csspart badge - The mark of the method that was used last.
 * @csspart cancel - The button that gives up.
 * @csspart countdown - The time left.
 * @csspart deadline - The same as `countdown`.
 * @csspart link - Every button that looks like a link.
 * @csspart primary-button - The link to the mailbox, and other main buttons.
 * @cssstate loading - The first screen is on its way; a page may keep its place.
 * @cssstate hidden - The dialog is not there yet or has been closed, or something else shows what is owed.
 * @cssstate methods - An address is to be given, or a method chosen.
 * @cssstate sent - A link is on its way by e-mail.
 * @cssstate email-code - The code of an e-mail is asked for.
 * @cssstate password - A password is asked for.
 * @cssstate forgot - A new password is to be asked for.
 * @cssstate find-sso - An address is asked for, to find its identity provider.
 * @cssstate connections - An identity provider is to be chosen.
 * @cssstate find-organization - An organization is to be named.
 * @cssstate unavailable - Nothing could be learned of the organization.
 * @cssstate signed-in - Somebody is signed in.
 * @cssstate next - What comes next is shown in its place.
 * @cssstate error - There can be no session, or the screens could not be fetched.
 */
export class StytchLogin extends PromptElement {
  /** `discovery` lets the person choose an organization afterwards; `organization` is for one. */
  @property() flow: 'discovery' | 'organization' = 'discovery';
  /** The organization of `flow="organization"`, by its slug; without it, and without `organization-id`, it is asked for. */
  @property({ attribute: 'organization-slug' }) organizationSlug?: string | undefined;
  /** The organization of `flow="organization"`, by its identifier. */
  @property({ attribute: 'organization-id' }) organizationId?: string | undefined;
  /** The methods to offer, in this order, separated by spaces and named as Stytch does; an organization may narrow them. */
  @property() methods = METHODS;
  /** Where to go once the person is in, with `{slug}` and `{id}`: own origin, or one of the provider's `allowed-origins`. */
  @property({ attribute: 'return-to' }) returnTo?: string | undefined;

  @state() protected isClosed = false;

  constructor() {
    super();
    this.continuesWith({ name: 'login', owed: ['discovery', 'primary', 'mfa'] });
  }

  /** Opens the dialog that has been closed, as a button of the page does; it opens by itself for the next log-in. */
  show(): void {
    this.isClosed = false;
  }

  /** Closes the dialog; what has been begun is there when it is shown again. */
  close(): void {
    this.isClosed = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { status } = this.auth.snapshot;
    if (status === 'signed-in' || status === 'pending') this.isClosed = false;
    super.willUpdate(changed);
  }

  protected override get state(): string {
    const isComing = !this.inside && this.isOwed && this.display === 'inline';
    return super.state === 'hidden' && isComing ? 'loading' : super.state;
  }

  protected override get isOwed(): boolean {
    return this.auth.snapshot.status !== 'pending';
  }

  protected override async bring(): Promise<Loaded> {
    const { Inside, LoginKind, look } = await import('./entrance/lazy-entrance.js');
    const dialog = { isClosed: () => this.isClosed, close: () => this.#dismiss() };
    const inside = new Inside(this, new LoginKind(this, this.auth, dialog), this.auth, this.text);
    return { inside, styles: [...Inside.styles, look] };
  }

  #dismiss(): void {
    this.close();
    announce(this, 'stytch-cancel', { restored: false });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-login': StytchLogin;
  }
}
