import { html, nothing } from 'lit';
import type { Choice } from '../../controllers/choices.js';
import type { Messages } from '../../messages/messages.js';
import { check, spinner } from './icons.js';
import { organizationMark } from './organization-mark.js';

type Words = Messages['switcher'];

/** What the rows of a list need to know. */
export interface Listed {
  readonly rows: readonly Choice[];
  readonly first: number;
  readonly end: number;
  readonly active: number;
  /** Identifiers of the organization a person is in, of the one they are going to, and of one they could not get to. */
  readonly current: string | undefined;
  readonly busy: string | undefined;
  readonly failed: string | undefined;
}

/** The rows of a list that can be seen; `split` is where those begin that a person does not belong to yet. */
export function organizationRows(list: Listed, words: Words, split: number) {
  const { length } = list.rows;
  if (split <= 0) return section(list, words, 0, length);
  return html`
    ${section(list, words, 0, split, words.yours)}
    <div part="section" aria-hidden="true">${words.others}</div>
    ${section(list, words, split, length, words.others)}
  `;
}

function section(list: Listed, words: Words, from: number, to: number, label?: string) {
  const first = Math.max(from, Math.min(list.first, to));
  const end = Math.max(first, Math.min(list.end, to));
  const place = `--_rows:${to - from};--_skip:${first - from}`;
  const slice = list.rows.slice(first, end);
  return html`
    <div class="rows" role=${label ? 'group' : 'presentation'} aria-label=${label ?? nothing} .style=${place}>
      ${slice.map((choice, index) => row(list, words, choice, first + index))}
    </div>
  `;
}

function row({ rows, active, current, busy, failed }: Listed, words: Words, choice: Choice, index: number) {
  const { id, name, need, entry } = choice;
  const isCurrent = id === current;
  const isBusy = id === busy;
  const classes = `row ${index === active ? 'active' : ''} ${id === failed ? 'failed' : ''}`;
  return html`
    <div
      id="option-${index}"
      part="option"
      class=${classes}
      role="option"
      aria-selected=${isCurrent}
      aria-busy=${isBusy}
      aria-setsize=${rows.length}
      aria-posinset=${index + 1}
    >
      ${organizationMark(id, name, entry.organization.organization_logo_url)}
      <span class="text">
        <bdi part="option-name" title=${name.length > 24 ? name : nothing}>${name}</bdi>
        ${need && !isCurrent && !isBusy ? html`<span part="badge" class=${need}>${words[need]}</span>` : nothing}
      </span>
      ${isBusy ? spinner : isCurrent ? check : nothing}
    </div>
  `;
}
