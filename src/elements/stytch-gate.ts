import { type PropertyValues, html, isServer, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { announce } from '../controllers/events.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { type GateReason, type Outcome, type Requirement, requirementOf } from '../flows/requirement.js';
import { letIn, sendTo } from './gate/elsewhere.js';
import { contents } from '../styles/contents.js';
import { focusOn } from './gate/focus.js';
import { type Gate, enterPage, holdOf, leavePage, lookAfter } from './gate/page.js';
import { Remedy } from './gate/remedy.js';

/** Words of an attribute, separated by spaces; null when the attribute is not there. */
const words = (value: string | null | undefined) => value?.split(/\s+/).filter(Boolean) ?? null;

/**
 * Shows what is inside only while a requirement holds: a session, and whatever else its attributes name, all of it.
 * Otherwise it shows the one slot that says why not. What is not shown is not rendered: it cannot be focused, read out
 * or found. Where nothing is known, or something went wrong, it is closed.
 *
 * A gate decides what is shown; **what is allowed is decided by the server**, for what is in a page can be read by
 * whoever has the page. Send nothing to the browser that its member may not see, and check each request.
 *
 * When it opens or closes while focus is inside, focus goes to what is shown instead; if that is nothing, to where the
 * browser puts it. When the page comes back from the back/forward cache it stays closed until the API has confirmed the session.
 * Before this script has run, hide what is inside with `stytch-gate:not(:defined) { display: none }`.
 *
 * @slot - What is shown while the requirement holds.
 * @slot loading - Nothing is known yet, the session is still being confirmed, or the policy is on its way.
 * @slot signed-out - Nobody is signed in.
 * @slot pending - Somebody is half-way: verification is needed.
 * @slot stale - A factor is missing, or was proved too long ago; `denied` if there is no such slot. In it, what has the attribute `data-verify` asks for the proof when it is clicked. Without both slots the gate offers that itself.
 * @slot denied - The member may not see it, or is in another organization.
 * @slot organization-changed - It was open until another organization was entered; `denied` if there is no such slot.
 * @slot error - There can be no session, or it could not be confirmed, or the policy could not be had; that is tried again, also by `store.actions.refresh()`.
 * @slot prompt - Reserved: where it asks for the proof, instead of what else is shown, unless the page has a prompt for that.
 * @fires {CustomEvent<{open: boolean, reason: GateReason | null}>} stytch-gate-change - When it opens or closes, and why.
 * @fires {CustomEvent<{url: string}>} stytch-redirect - Before going to `redirect-to`. Cancelable.
 * @fires {CustomEvent<{method: string, organization: Organization, member: Member}>} stytch-authenticated - When a proof has been given here.
 * @fires {CustomEvent<{restored: boolean}>} stytch-cancel - When the person does not want to give one.
 * @fires {CustomEvent<{error: StytchElementsError}>} stytch-error - When a proof cannot be asked for, or `redirect-to` leads where redirects may not go, or round in circles.
 * @csspart base - The line that offers to verify, or says why that is not possible.
 * @csspart text - What it says.
 * @csspart button - Its button.
 * @csspart error - Why it is not possible.
 * @csspart primary-button - The same as `button`.
 * @attr {string} role - Read once, and moved to `required-role`: left where it is, it would be a role of WAI-ARIA.
 * @cssstate open - The requirement holds.
 * @cssstate loading - Nothing is known yet, or the session is being confirmed.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate pending - Verification is needed.
 * @cssstate stale - A factor is missing or too old.
 * @cssstate denied - The member may not see it.
 * @cssstate organization-changed - Another organization was entered.
 * @cssstate error - There can be no session, or what is needed to decide could not be had.
 */
export class StytchGate extends StytchElement {
  static override styles = contents;

  /** Wants a session that the API has confirmed; one from the cache, which is shown at once, is not enough. */
  @property({ type: Boolean }) verified = false;
  /** Wants at least two factors in the session, of whatever kind; `factor` names one that has to be there. */
  @property({ type: Boolean }) mfa = false;
  /** Wants factors of these methods, all of them: `totp`, `sms_otp`, `recovery_codes`, `password`, `sso`, `magic_link`, `email_otp`, `google_oauth`, … */
  @property() factor?: string | null;
  /**
   * Seconds since a factor was last proved: those named by `factor`, else a second factor if there is one, else any.
   * It closes by itself when they are over.
   */
  @property({ attribute: 'max-age', type: Number }) maxAge?: number | null;
  /** Wants these roles of the RBAC policy, all of them. */
  @property({ attribute: 'required-role' }) requiredRole?: string | null;
  /** Wants a permission of the project's RBAC policy, with `action`. */
  @property() resource?: string | null;
  /** What has to be permitted on `resource`. */
  @property() action?: string | null;
  /** Slug or identifier of the organization that the session has to be in. */
  @property() organization?: string | null;
  /** `auto` asks for a missing proof by itself, once, when the person does something on the page; otherwise they are asked to. */
  @property() ask?: 'auto' | null;
  /**
   * Where to go, once and never to the page itself, when the requirement is not met and nothing on the page can ask for what
   * is missing. When nobody is signed in, with `?reason=user`, `idle`, `absolute`, `expired` or `revoked` where it is known why.
   */
  @property({ attribute: 'redirect-to' }) redirectTo?: string | null;

  readonly #remedy = new Remedy(
    this,
    {
      auth: this.auth,
      text: this.text,
      state: () => this.state,
      isEager: () => this.ask === 'auto',
      requirement: () => this.#read(),
    },
    this.sheets,
  );
  readonly #gate: Gate = {
    store: () => this.auth.store,
    look: () => {
      this.requestUpdate();
      this.hurry();
    },
  };
  #requirement = this.#read();
  #outcome: Outcome = { met: false, reason: 'loading' };
  /** Whether it has been open in the organization that it names. */
  #hasHeld = false;
  #isAnnouncedOpen = false;
  #losesFocus = false;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'role'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name !== 'role') super.attributeChangedCallback(name, old, value);
    else if (value !== null) {
      this.setAttribute('required-role', value);
      this.removeAttribute('role');
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!isServer) enterPage(this.#gate);
    if (this.hasUpdated) this.performUpdate(); // it may have been away while the session ended
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leavePage(this.#gate);
  }

  /** Has the person prove what is missing, here, if that is what it is closed for; resolves with whether it is open then. */
  async verify(): Promise<boolean> {
    await this.#remedy.ask();
    return this.#outcome.met;
  }

  /** @internal What is not to be seen any more is gone in the task in which that became known. */
  hurry(): void {
    this.performUpdate();
  }

  protected override get state() {
    return this.#outcome.met ? 'open' : stateOf(this.#outcome.reason);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.size > 0) this.#requirement = this.#read();
    if (changed.has('organization')) this.#hasHeld = false;
    const before = this.state;
    const outcome = (this.#outcome = this.#safely());
    if (outcome.met) this.#hasHeld = true;
    else if (outcome.reason === 'signed-out') this.#hasHeld = false;
    super.willUpdate(changed);
    const isChange = this.hasUpdated && this.state !== before;
    this.#losesFocus = isChange && document.activeElement !== document.body && this.matches(':focus-within'); // the dear one last
  }

  /** Of two slots without a name the first one counts. What is in none WebKit would let scripts focus: hence the second. */
  override render() {
    const { state } = this;
    const isStale = state === 'stale';
    const isSpecial = isStale || state === 'organization-changed';
    const asking = isStale ? this.#remedy.asking : undefined;
    const substitute = isSpecial ? html`<slot name="denied">${asking?.offer() ?? nothing}</slot>` : nothing;
    const name = asking?.isShown ? 'prompt' : state === 'open' ? '' : state;
    const own = asking?.alert() ?? nothing;
    return html`<slot name=${name}>${substitute}</slot>${own}<div hidden inert><slot></slot></div>`;
  }

  protected override updated(): void {
    super.updated();
    const outcome = this.#outcome;
    lookAfter(this.#gate, outcome.met && outcome.until ? outcome.until - this.#skew : undefined);
    if (this.#losesFocus) focusOn(this.renderRoot.querySelector('slot')!);
    if (outcome.met !== this.#isAnnouncedOpen) {
      this.#isAnnouncedOpen = outcome.met;
      announce(this, 'stytch-gate-change', { open: outcome.met, reason: outcome.met ? null : outcome.reason });
    }
    this.#sendAway();
  }

  /** An error, of ours or of data that is not as it should be, closes it, too. */
  #safely(): Outcome {
    try {
      return this.#judge();
    } catch (error) {
      reportError(error);
      return { met: false, reason: 'error' };
    }
  }

  #judge(): Outcome {
    const { snapshot, store, view } = this.auth;
    const outcome = requirementOf(snapshot, this.#requirement, {
      now: Date.now() + this.#skew,
      hasHeld: this.#hasHeld,
      permits: (...asked) => store?.permissions.permits(...asked),
    });
    const isAsked = this.#remedy.asking?.isShown; // it is proved, but recovery codes are to be kept first
    const hold = holdOf(store) ?? (view.isGone ? 'loading' : isAsked ? 'stale' : undefined);
    return outcome.met && hold ? { met: false, reason: hold } : outcome;
  }

  /** Milliseconds that Stytch's clock is ahead of the page's. */
  get #skew(): number {
    return this.auth.store?.clock.skew ?? 0;
  }

  #read(): Requirement {
    const { verified, mfa, maxAge = null, resource = null, action = null, organization = null } = this;
    const [factors, roles] = [words(this.factor), words(this.requiredRole)];
    return { verified, mfa, factors, maxAge, roles, resource, action, organization };
  }

  #sendAway(): void {
    const outcome = this.#outcome;
    if (!this.redirectTo) return;
    if (outcome.met) letIn(this.auth);
    else if (outcome.reason !== 'stale' || this.#remedy.asking)
      sendTo(this.redirectTo, outcome.reason, this, this.auth);
  }
}

/** What is shown, by why it is closed. */
const stateOf = (reason: GateReason) => (reason === 'unverified' ? 'loading' : reason);

declare global {
  interface HTMLElementTagNameMap {
    'stytch-gate': StytchGate;
  }
}
