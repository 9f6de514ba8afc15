import { html, nothing } from 'lit';
import type { Messages } from '../../messages/messages.js';

/** Instead of what could not be fetched: a way to try again and, where something is owed, the way out of it. */
export function unavailable({ errors, common }: Messages, again: () => void, cancel?: (() => void) | false) {
  const button = (label: string, take: () => void) =>
    html`<button part="button" type="button" @click=${take}>${label}</button>`;
  return html`
    <p part="error" role="alert">${errors.offline}</p>
    ${button(common.tryAgain, again)} ${cancel ? button(common.cancel, cancel) : nothing}
  `;
}
