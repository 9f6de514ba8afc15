import { type Loaded, PromptElement } from './prompt/element.js';

/**
 * Asks for the first factor that an organization wants of its own, by exactly the methods that it accepts: e-mail link
 * or code, password, single sign-on, OAuth. Where a second factor is owed after that, it goes on with it. Shows nothing
 * while nothing is owed. Its fields are a real form in the light DOM, with the classes `stytch-form`, `stytch-label`,
 * `stytch-input`, `stytch-error` and `stytch-button`.
 *
 * @slot header - Above the heading, such as a logo.
 * @slot footer - Below everything, such as a link to help.
 * @slot form - Reserved: the element puts its own form here.
 * @slot prompt - Reserved: the element puts what comes next here.
 * @fires {CustomEvent<{method: string, organization: Organization, member: Member}>} stytch-authenticated - When the factor is proved and the member is in.
 * @fires {CustomEvent<{pending: Pending}>} stytch-pending - When something else is owed after it.
 * @fires {CustomEvent<{restored: boolean}>} stytch-cancel - When the person has given up; `restored` says whether they have a session again.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When a step has failed.
 * @csspart dialog - The modal dialog, with `display="dialog"`.
 * @csspart base - The card.
 * @csspart heading - What this is about.
 * @csspart text - What to do.
 * @csspart error - What went wrong, where there is no form.
 * @csspart button - Every button of the shadow tree.
 * @csspart mailbox - The link to the mailbox of a well-known provider.
 * @csspart resend - The button that asks for another link or code.
 * @csspart actions - Other ways on.
 * @csspart deadline - The time left.
 * @csspart badge - The mark of the method that was used last.
 * @csspart cancel - The button that gives up.
 * @csspart countdown - The same as `deadline`.
 * @csspart link - Every button that looks like a link.
 * @csspart primary-button - The main button.
 * @cssstate hidden - Nothing is owed, or something else shows it.
 * @cssstate error - The screens could not be fetched.
 * @cssstate methods - A method is to be chosen.
 * @cssstate sent - A link is on its way by e-mail.
 * @cssstate email-code - The code of an e-mail is asked for.
 * @cssstate password - A password is asked for.
 * @cssstate forgot - A new password is to be asked for.
 * @cssstate connections - An identity provider is to be chosen.
 * @cssstate expired - The time is over.
 * @cssstate return - The session before could not be restored yet.
 * @cssstate next - What comes next is shown in its place.
 */
export class StytchStepUp extends PromptElement {
  constructor() {
    super();
    this.continuesWith({ name: 'step-up', owed: ['mfa'] });
    this.presents(() => 'primary');
  }

  protected override get isOwed(): boolean {
    return this.auth.snapshot.pending?.kind === 'primary';
  }

  protected override async bring(): Promise<Loaded> {
    const { Inside, StepUpKind, look } = await import('./entrance/lazy-entrance.js');
    const inside = new Inside(this, new StepUpKind(this.auth), this.auth, this.text);
    return { inside, styles: [...Inside.styles, look] };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-step-up': StytchStepUp;
  }
}
