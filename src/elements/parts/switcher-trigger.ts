import { html, nothing } from 'lit';
import type { Organization, Snapshot } from '../../flows/types.js';
import { nameOf } from '../../controllers/names.js';
import type { Messages } from '../../messages/messages.js';
import { chevrons, spinner } from './icons.js';
import { organizationMark } from './organization-mark.js';

/** What the trigger is called, and what stands on it. */
export interface Face {
  readonly label: string;
  readonly organization: Organization | null;
  readonly hint: string | null;
  /** True when there is nothing to choose from. */
  readonly disabled: boolean;
}

/** The face of the trigger for a snapshot: of an organization that is being entered, until that is settled. */
export function faceOf(
  { status, organization, pending, error }: Snapshot,
  { switcher, status: words }: Messages,
): Face {
  if (pending) {
    const entered = pending.kind === 'discovery' ? null : pending.organization;
    const label = entered ? switcher.entering(nameOf(entered)) : `${switcher.empty}: ${words.pending}`;
    return { label, organization: entered, hint: words.pending, disabled: false };
  }
  if (organization) return { label: switcher.label(nameOf(organization)), organization, hint: null, disabled: false };
  const hint = status === 'error' && error ? words.error : status === 'loading' ? null : words.signedOut;
  const label = hint ? `${switcher.empty}: ${hint}` : switcher.empty;
  return { label, organization: null, hint, disabled: status !== 'error' };
}

/** The inside of the trigger; bars of the same size while nothing is known. */
export function faceTemplate({ organization, hint }: Face, busy: boolean) {
  const name = organization && nameOf(organization);
  const mark = organization
    ? organizationMark(organization.organization_id, name!, organization.organization_logo_url)
    : html`<i class="mark"></i>`;
  return html`
    ${mark}
    <span class="text">
      ${name ? html`<bdi part="name" title=${name.length > 24 ? name : nothing}>${name}</bdi>` : nothing}
      ${hint ? html`<span part="detail hint">${hint}</span>` : name ? nothing : html`<i></i>`}
    </span>
    ${busy ? spinner : html`<slot name="trigger-icon">${chevrons}</slot>`}
  `;
}

/** Rows that stand for a list which is on its way. */
export function skeletonRows() {
  return Array.from({ length: 5 }, () => html`<div class="skeleton" part="skeleton"><i class="mark"></i><i></i></div>`);
}
