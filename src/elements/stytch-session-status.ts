import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { nameOf, plain } from '../controllers/names.js';
import { shared } from '../controllers/shared.js';
import { StytchElement } from '../controllers/stytch-element.js';
import { Ticker } from '../controllers/ticker.js';
import { endTime } from '../flows/skew.js';
import type { Member, Organization } from '../flows/types.js';
import type { Messages } from '../messages/messages.js';
import { base } from '../styles/base.js';

const signedIn = shared(({ signedIn }: Messages['status'], { name, email_address }: Member, at: Organization) =>
  signedIn(plain(name) || plain(email_address), nameOf(at)),
);

/**
 * Says who is signed in, where, and until when. It is text for a header or a menu: it takes the font and the colour
 * of the place it stands in.
 *
 * @slot signed-in - Instead of the text while somebody is signed in.
 * @slot signed-out - Instead of the text while nobody is.
 * @slot pending - Instead of the text while verification is needed.
 * @slot loading - Instead of the text before anything is known.
 * @slot error - Instead of the text when there can be no session.
 * @csspart base - The line.
 * @csspart text - The words.
 * @csspart countdown - The time left, with `show-expiry`.
 * @cssstate loading - Nothing is known yet.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate pending - Verification is needed.
 * @cssstate signed-in - Somebody is signed in.
 * @cssstate error - There can be no session.
 */
export class StytchSessionStatus extends StytchElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        max-inline-size: 100%;
      }
      [part~='base'] {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--_space);
      }
      [part~='text'] {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      [part~='countdown'] {
        color: var(--_muted);
        font-variant-numeric: tabular-nums;
      }
      :host(:state(pending)) [part~='text'],
      :host(:state(error)) [part~='text'] {
        font-weight: 600;
      }
    `,
  ];

  /** Adds the time left, second by second. */
  @property({ attribute: 'show-expiry', type: Boolean }) showExpiry = false;

  protected readonly ticker = new Ticker(this, () => this.showExpiry && this.auth.snapshot.session !== null);

  protected override get state() {
    return this.auth.snapshot.status;
  }

  override render() {
    const { status } = this.auth.snapshot;
    return html`
      <span part="base" role="status">
        <slot name=${status}><span part="text">${this.#words()}</span></slot>
        ${this.showExpiry ? this.#countdown() : nothing}
      </span>
    `;
  }

  #words(): string {
    const { snapshot } = this.auth;
    const { status } = this.text.messages;
    const { member, organization, error } = snapshot;
    if (member && organization) return signedIn(status, member, organization);
    if (snapshot.status === 'error' && error) return this.text.problem(error);
    return (
      { loading: status.loading, pending: status.pending, error: status.error }[snapshot.status as string] ??
      status.signedOut
    );
  }

  /** The number changes every second and is not announced; the session's end is, by the change of the words. */
  #countdown() {
    const { session } = this.auth.snapshot;
    if (!session) return nothing;
    const end = endTime(session.expires_at, this.auth.store?.clock.skew ?? 0);
    const left = this.text.duration(end - Date.now());
    return html`<span part="countdown" role="timer" aria-live="off">${this.text.messages.status.expiresIn(left)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stytch-session-status': StytchSessionStatus;
  }
}
