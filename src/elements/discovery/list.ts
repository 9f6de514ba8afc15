import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Choice } from '../../controllers/choices.js';
import type { Messages } from '../../messages/messages.js';
import { search as searchIcon, spinner } from '../parts/icons.js';
import { organizationMark } from '../parts/organization-mark.js';
import type { DiscoveryScene } from './screen.js';

/** The organizations as buttons, as many as can be seen, below a field to search in where there are many. */
export function organizationList(scene: DiscoveryScene): readonly TemplateResult[] {
  const { choices, messages } = scene;
  const { found, query } = choices;
  const none = html`<p part="empty">${messages.switcher.noMatch(query)}</p>`;
  const list = found.length > 0 ? rows(scene) : none;
  return choices.isMany ? [searchField(scene), list] : [list];
}

/** Rows that stand for a list which is on its way. */
export function skeleton(): TemplateResult {
  const row = html`<div class="skeleton" part="skeleton"></div>`;
  return html`<div class="waiting" aria-hidden="true">${row}${row}${row}</div>`;
}

function searchField({ choices, messages: { switcher }, say }: DiscoveryScene): TemplateResult {
  const typed = (event: Event) => {
    choices.search((event.target as HTMLInputElement).value);
    const { found, query } = choices;
    say(found.length > 0 ? switcher.matches(found.length) : switcher.noMatch(query));
  };
  return html`
    <div class="search">
      ${searchIcon}
      <input
        part="input filter"
        type="search"
        aria-label=${switcher.search}
        placeholder=${switcher.search}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        .value=${choices.query}
        @input=${typed}
        @keydown=${choices.searching}
      />
    </div>
  `;
}

function rows(scene: DiscoveryScene): TemplateResult {
  const { choices, messages } = scene;
  const { found, drawn, isMany } = choices;
  const row = (index: number) => listItem(scene, found[index]!, index);
  return html`
    <div
      part="list"
      class=${isMany ? 'many' : ''}
      @keydown=${choices.pressed}
      @focusin=${choices.focused}
      @scroll=${choices.scrolled}
    >
      <ul role="list" aria-label=${messages.switcher.list} .style=${`--_rows:${found.length}`}>
        ${repeat(drawn, (index) => found[index]!.id, row)}
      </ul>
    </div>
  `;
}

function listItem(scene: DiscoveryScene, choice: Choice, index: number): TemplateResult {
  const { choices, enter } = scene;
  const { found, isMany, active } = choices;
  return html`
    <li aria-setsize=${found.length} aria-posinset=${index + 1} .style=${`--_at:${index}`}>
      <button
        part="option"
        class=${`button choice row ${isBusy(scene, choice) ? 'busy' : ''}`}
        tabindex=${isMany && index !== active ? -1 : 0}
        aria-disabled=${scene.busy !== null}
        @click=${() => void enter.choose(scene, choice.entry.organization)}
      >
        ${face(scene, choice)}
      </button>
    </li>
  `;
}

function face(scene: DiscoveryScene, choice: Choice): TemplateResult {
  const { messages } = scene;
  const { id, name, entry } = choice;
  const need = needOf(choice, messages);
  const verb = verbOf(choice, messages);
  const sign = verb ? html`<span part="badge verb">${verb}</span>` : nothing;
  return html`
    ${organizationMark(id, name, entry.organization.organization_logo_url)}
    <span class="names">
      <span class="name" title=${name.length > 24 ? name : nothing}><bdi part="option-name">${name}</bdi></span>
      ${need ? html`<span part="detail need">${need}</span>` : nothing}
    </span>
    ${isBusy(scene, choice) ? spinner : sign}
  `;
}

function isBusy({ enter }: DiscoveryScene, { id }: Choice): boolean {
  return enter.target === id;
}

/** What a click does, besides going there. */
function verbOf({ entry }: Choice, { switcher, discovery }: Messages): string | undefined {
  const { type } = entry.membership;
  if (type === 'active_member') return undefined;
  return type === 'invited_member' ? discovery.accept : switcher.join;
}

/** What will be asked for after that. */
function needOf({ need }: Choice, { switcher }: Messages): string | undefined {
  return need && need !== 'invited' && need !== 'join' ? switcher[need] : undefined;
}
