import { html, nothing } from 'lit';
import type { Listbox } from '../../controllers/listbox.js';
import type { Messages } from '../../messages/messages.js';
import { plus, search as searchIcon } from './icons.js';
import { type Listed, organizationRows } from './organization-list.js';
import { skeletonRows } from './switcher-trigger.js';

/** Something that went wrong, and what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly again?: (() => void) | false | undefined;
}

/** What the popover shows. */
export interface Panel {
  readonly words: Messages;
  readonly list: Listed;
  readonly listbox: Listbox;
  /** The text in the filter; none when there is no filter. */
  readonly query: string | undefined;
  readonly isLoading: boolean;
  readonly notice: Notice | undefined;
  readonly empty: string | undefined;
  readonly search: (event: InputEvent) => void;
  readonly create: (() => void) | false;
}

/** The inside of the popover: a filter when there is much to choose from, what went wrong, the list, what else to do. */
export function panelTemplate(panel: Panel) {
  const { words, notice, empty, create } = panel;
  return html`
    <slot name="header"></slot>
    ${filter(panel)}
    <div role="alert">
      ${notice ? html`<div part="error notice"><p part="text">${notice.text}</p>${again(notice, words)}</div>` : nothing}
    </div>
    ${listTemplate(panel)} ${empty ? html`<p part="empty">${empty}</p>` : nothing}
    <slot name="create">
      ${create ? html`<button part="button create" type="button" @click=${create}>${plus}${words.switcher.create}</button>` : nothing}
    </slot>
    <slot name="footer"></slot>
  `;
}

function filter({ words, query, listbox, search }: Panel) {
  if (query === undefined) return nothing;
  return html`
    <div class="filter">
      ${searchIcon}
      <input
        part="input filter"
        role="combobox"
        aria-label=${words.switcher.search}
        placeholder=${words.switcher.search}
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls="list"
        aria-activedescendant=${listbox.descendant ?? nothing}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        .value=${query}
        @input=${search}
        @keydown=${listbox.pressed}
      />
    </div>
  `;
}

function listTemplate({ words, query, listbox, list, isLoading }: Panel) {
  const { rows } = list;
  const split = query ? -1 : rows.findIndex(({ mine }) => !mine);
  const owned = query === undefined; // without a filter the list itself has the focus
  return html`
    <div
      id="list"
      part="list"
      role="listbox"
      tabindex=${owned ? 0 : -1}
      aria-label=${words.switcher.list}
      aria-busy=${isLoading}
      aria-activedescendant=${owned ? (listbox.descendant ?? nothing) : nothing}
      @keydown=${owned ? listbox.pressed : nothing}
      @click=${listbox.pointed}
      @pointermove=${listbox.pointed}
      @mousedown=${keepFocus}
      @scroll=${listbox.window.scrolled}
    >
      ${isLoading ? skeletonRows() : organizationRows(list, words.switcher, split)}
    </div>
  `;
}

function again({ again }: Notice, { common }: Messages) {
  return again
    ? html`<button class="button" part="button" type="button" @click=${again}>${common.tryAgain}</button>`
    : nothing;
}

function keepFocus(event: Event): void {
  event.preventDefault();
}
