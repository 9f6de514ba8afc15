import { property } from 'lit/decorators.js';
import { type Loaded, PromptElement } from './prompt/element.js';

/** Codes of countries written in an attribute, separated by spaces or commas. */
const codes = { fromAttribute: (value: string | null) => value?.toUpperCase().match(/[A-Z]{2}/g) ?? [] };

/**
 * Asks for the second factor that a sign-in or a switch of organization owes: by authenticator app, text or recovery
 * code, or by setting one up; with `mode="step-up"`, for the factor that a signed-in member has to prove again. Shows nothing
 * while nothing is owed. Its fields are a real form in the light DOM, with
 * the classes `stytch-form`, `stytch-label`, `stytch-input`, `stytch-error` and `stytch-button`.
 *
 * @slot header - Above the heading, such as a logo.
 * @slot footer - Below everything, such as a link to help.
 * @slot form - Reserved: the element puts its own form here.
 * @fires {CustomEvent<{method: string, organization: Organization, member: Member}>} stytch-authenticated - When the factor is proved and the member is in.
 * @fires {CustomEvent<{restored: boolean}>} stytch-cancel - When the person has given up; `restored` says whether they have a session again.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When a step has failed.
 * @csspart dialog - The modal dialog, with `display="dialog"`.
 * @csspart base - The card.
 * @csspart heading - What this is about.
 * @csspart text - What to do.
 * @csspart error - What went wrong, where there is no form.
 * @csspart qr - The QR code.
 * @csspart secret - The key to type instead.
 * @csspart codes - The recovery codes.
 * @csspart button - Every button of the shadow tree.
 * @csspart primary-button - The main button.
 * @csspart actions - Other ways on.
 * @csspart deadline - The time left.
 * @csspart cancel - The button that gives up.
 * @csspart copy - The button that copies a key or codes.
 * @csspart countdown - The same as `deadline`.
 * @csspart link - Every button that looks like a link.
 * @csspart resend - The button that asks for another text.
 * @csspart skeleton - What stands where something is being loaded.
 * @cssstate hidden - Nothing is owed.
 * @cssstate error - The screens could not be fetched.
 * @cssstate code - A code is asked for.
 * @cssstate recovery - A recovery code is asked for.
 * @cssstate choose - A method is to be chosen.
 * @cssstate enroll-totp - An authenticator app is being set up.
 * @cssstate enroll-phone - A telephone is being set up.
 * @cssstate save-codes - Recovery codes are to be kept.
 * @cssstate expired - The time is over.
 * @cssstate return - The session before could not be restored yet.
 */
export class StytchMfaPrompt extends PromptElement {
  /** Country of telephone numbers (`DE`) to begin with; otherwise a guess. */
  @property({ attribute: 'default-country' }) defaultCountry?: string | undefined;
  /** Countries of telephone numbers to choose from (`DE AT CH`); otherwise all. */
  @property({ converter: codes }) countries: string[] = [];

  /** `step-up` asks a signed-in member for a factor again, when something on the page wants a fresh one. */
  @property() mode: 'pending' | 'step-up' = 'pending';

  constructor() {
    super();
    this.presents(() => (this.mode === 'step-up' ? 'again' : 'mfa'));
  }

  protected override get isOwed(): boolean {
    const { snapshot, view } = this.auth;
    return this.mode === 'step-up' ? view.wanted !== null : snapshot.pending?.kind === 'mfa';
  }

  protected override async bring(): Promise<Loaded> {
    const { Inside, MfaKind, look } = await import('./mfa/lazy-mfa.js');
    const say = (what: 'copied' | 'notCopied') => this.inside?.say(this.text.messages.common[what]);
    const inside = new Inside(this, new MfaKind(this, say), this.auth, this.text);
    return { inside, styles: [...Inside.styles, look] };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-mfa-prompt': StytchMfaPrompt;
  }
}
