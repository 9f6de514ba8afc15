import { property } from 'lit/decorators.js';
import { type Loaded, PromptElement } from './prompt/element.js';

/**
 * Lets a person choose among the organizations of an e-mail address that they have proved: enter one, join one, accept
 * an invitation, or create one. Before any click each organization says what it will ask for, and what it asks for is
 * asked in place. Whoever was signed in before stays so until they are elsewhere. Shows nothing while there is nothing
 * to choose. The form to create an organization is in the light DOM, with the classes `stytch-form`, `stytch-label`,
 * `stytch-input`, `stytch-error` and `stytch-button`.
 *
 * @slot header - Above the heading, such as a logo.
 * @slot footer - Below everything, such as a link to help.
 * @slot form - Reserved: the element puts its own form here.
 * @slot prompt - Where the element puts a prompt for what an organization asks for first.
 * @fires {BeforeEvent<{organization: Organization}>} stytch-switch-before - Before an organization is entered. Cancelable; `waitUntil(promise)` delays it.
 * @fires {CustomEvent<{organization: Organization, previousOrganizationId: string | null}>} stytch-switch - When the member is in the organization, however many steps that took.
 * @fires {CustomEvent<{method: string, organization: Organization, member: Member}>} stytch-authenticated - When the member has a session in the organization.
 * @fires {CustomEvent<{pending: Pending}>} stytch-pending - When the organization asks for more first.
 * @fires {CustomEvent<{restored: boolean}>} stytch-cancel - When the person has given up; `restored` says whether they have a session again.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When a step has failed.
 * @csspart dialog - The modal dialog, with `display="dialog"`.
 * @csspart base - The card.
 * @csspart heading - What this is about.
 * @csspart text - Whose organizations these are.
 * @csspart error - What went wrong, where there is no form.
 * @csspart filter - The field to search in.
 * @csspart list - The list of organizations.
 * @csspart option - An organization in the list: a button.
 * @csspart logo - Its logo or initials.
 * @csspart option-name - Its name.
 * @csspart need - What it will ask for.
 * @csspart verb - What a click does, for those who are no members yet.
 * @csspart empty - What is said when nothing is found.
 * @csspart icon - The sign of the field to search in.
 * @csspart button - Every other button of the shadow tree.
 * @csspart primary-button - The main button.
 * @csspart actions - Other ways on.
 * @csspart deadline - The time left.
 * @csspart avatar - The same as `logo`.
 * @csspart badge - The same as `verb`.
 * @csspart detail - The same as `need`.
 * @csspart input - The same as `filter`.
 * @csspart cancel - The button that gives up.
 * @csspart countdown - The same as `deadline`.
 * @csspart link - Every button that looks like a link.
 * @csspart resend - The button that asks for another link or code.
 * @csspart skeleton - What stands where something is being loaded.
 * @csspart spinner - What turns while something is under way.
 * @cssstate hidden - There is nothing to choose.
 * @cssstate error - The screens could not be fetched.
 * @cssstate discovery - An organization is to be chosen.
 * @cssstate create - An organization is being created.
 * @cssstate expired - The time is over.
 * @cssstate return - The session before could not be restored yet.
 * @cssstate next - The organization asks for more first, which is asked in the slot `prompt`.
 */
export class StytchDiscovery extends PromptElement {
  /** Offers to create an organization. */
  @property({ attribute: 'allow-create', type: Boolean }) allowCreate = false;
  /** Creates an organization at once, named after the address, for somebody who has none and may not join any. */
  @property({ attribute: 'auto-create', type: Boolean }) autoCreate = false;
  /** Enters the organization of somebody who is a member of just one, without asking. */
  @property({ attribute: 'auto-select', type: Boolean }) autoSelect = false;
  /** `auto-select` does not mind invitations. */
  @property({ attribute: 'ignore-invites', type: Boolean }) ignoreInvites = false;
  /** `auto-select` does not mind organizations that could be joined. */
  @property({ attribute: 'ignore-jit', type: Boolean }) ignoreJit = false;

  constructor() {
    super();
    this.continuesWith({ name: 'discovery', owed: ['primary', 'mfa'] });
    this.presents(() => 'discovery');
  }

  protected override get isOwed(): boolean {
    return this.auth.snapshot.pending?.kind === 'discovery';
  }

  protected override async bring(): Promise<Loaded> {
    const { Inside, DiscoveryKind, look } = await import('./discovery/lazy-discovery.js');
    const kind = new DiscoveryKind(this, this.auth, (words) => this.inside?.say(words));
    return { inside: new Inside(this, kind, this.auth, this.text), styles: [...Inside.styles, ...look] };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-discovery': StytchDiscovery;
  }
}
