import type { ReactiveElement } from 'lit';
import { type Choice, choicesOf, matching } from '../../controllers/choices.js';
import { Listbox } from '../../controllers/listbox.js';
import type { PendingDiscovery } from '../../flows/types.js';

/** From so many organizations on there is a field to search in, and the list is one stop of the Tab key. */
const MANY = 8;

/** The organizations to choose from: which are found, which are drawn, and where the arrow keys have got to. */
export class Choices {
  query = '';
  all: readonly Choice[] = [];
  found: readonly Choice[] = [];
  readonly #host: ReactiveElement;
  readonly #listbox: Listbox;
  #list: PendingDiscovery['organizations'] | undefined;
  #isMoving = false;

  /** `choose` takes what a person has pressed. */
  constructor(host: ReactiveElement, choose: (choice: Choice) => void) {
    this.#host = host;
    const chosen = (index: number) => this.found[index] && choose(this.found[index]);
    this.#listbox = new Listbox(host, () => this.found, chosen, '[part=list]');
    host.addController(this);
  }

  get isMany(): boolean {
    return this.all.length >= MANY;
  }

  get active(): number {
    return this.#listbox.active;
  }

  /** The rows worth drawing: those that can be seen, and the one that has, or would get, the focus. */
  get drawn(): readonly number[] {
    const { first, end } = this.#listbox.window;
    const last = Math.min(end, this.found.length);
    const seen = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset);
    const isSeen = this.active >= first && this.active < last;
    if (isSeen || this.active >= this.found.length) return seen;
    return this.active < first ? [this.active, ...seen] : [...seen, this.active];
  }

  /** Takes the list as it is now; what was searched for stays. */
  take(organizations: PendingDiscovery['organizations']): void {
    if (organizations === this.#list) return;
    this.#list = organizations;
    this.all = choicesOf(organizations);
    this.#find();
  }

  search(query: string): void {
    this.reset(query);
    this.#listbox.move(0);
  }

  /** Begins anew, with what is searched for. */
  reset(query = ''): void {
    this.query = query;
    this.#find();
  }

  /** For keys in the field: down to the list; with Enter to the only one that is left. */
  readonly searching = (event: KeyboardEvent): void => {
    const { key, isComposing } = event;
    if (isComposing) return;
    if (key === 'Escape' && this.query) {
      this.search('');
      event.stopPropagation(); // a dialog has an Escape of its own
    } else if (key === 'Enter' && this.found.length === 1) this.#listbox.pressed(event);
    else if (key === 'ArrowDown' || key === 'Enter') this.#row(this.active)?.focus();
    else return;
    event.preventDefault();
  };

  /** For keys on a row, besides those of a button. */
  readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') return;
    const { active } = this;
    this.#listbox.pressed(event);
    this.#isMoving = this.active !== active;
  };

  get scrolled() {
    return this.#listbox.window.scrolled;
  }

  /** For `focusin` of a row: that is where the arrow keys go on. */
  readonly focused = (event: Event): void => {
    const item = (event.target as Element).closest('[aria-posinset]');
    const index = Number(item?.getAttribute('aria-posinset')) - 1;
    if (index === this.active) return;
    this.#listbox.active = index;
    this.#host.requestUpdate();
  };

  /** The focus follows the keys, from a row that may be gone by now. */
  hostUpdated(): void {
    if (this.#isMoving) this.#row(this.active)?.focus({ preventScroll: true });
    this.#isMoving = false;
  }

  #find(): void {
    this.found = matching(this.all, this.query);
    this.#listbox.active = 0;
  }

  #row(index: number): HTMLElement | null {
    return this.#host.renderRoot.querySelector(`[aria-posinset="${index + 1}"] button`);
  }
}
