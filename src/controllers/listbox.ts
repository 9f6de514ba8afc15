import type { ReactiveElement } from 'lit';
import { fold } from './choices.js';
import { ListWindow } from './list-window.js';

/** Milliseconds after which typing begins a new word. */
const PAUSE = 600;

interface Row {
  readonly folded: string;
}

/** The keys of a listbox, and of the combobox above one: arrows, Home, End, pages, Enter, and names typed. */
export class Listbox {
  /** The row that Enter chooses. */
  active = 0;
  readonly window: ListWindow;
  readonly #host: ReactiveElement;
  readonly #rows: () => readonly Row[];
  readonly #choose: (index: number) => void;
  #typed = '';
  #typedAt = 0;

  /** `list` is the selector of what scrolls. */
  constructor(
    host: ReactiveElement,
    rows: () => readonly Row[],
    choose: (index: number) => void,
    list = '[role=listbox]',
  ) {
    this.#host = host;
    this.#rows = rows;
    this.#choose = choose;
    this.window = new ListWindow(host, () => host.renderRoot?.querySelector(list) ?? null);
  }

  /** The identifier of the active row, if that row is rendered. */
  get descendant(): string | undefined {
    const { active, window } = this;
    const isThere = active >= window.first && active < window.end && active < this.#rows().length;
    return isThere ? `option-${active}` : undefined;
  }

  /** Makes a row the active one, and has it seen; `begins` says that the list is new to a person. */
  move(index: number, begins = false): void {
    this.active = Math.max(0, Math.min(index, this.#rows().length - 1));
    this.window.reveal(this.active, begins);
  }

  /** For `keydown` of whatever has the focus. */
  readonly pressed = (event: KeyboardEvent): void => {
    const { key, isComposing, ctrlKey, metaKey, altKey, timeStamp } = event;
    if (isComposing || ctrlKey || metaKey || altKey) return;
    const filters = (event.target as HTMLElement).localName === 'input';
    const to = this.#goal(key);
    if (timeStamp - this.#typedAt > PAUSE) this.#typed = '';
    if (to !== undefined) this.move(to);
    else if (key === 'Enter' || (key === ' ' && !filters && !this.#typed)) this.#choose(this.active);
    else if (key.length === 1 && !filters) this.#type(key, timeStamp);
    else return;
    event.preventDefault();
  };

  /** For pointer events on the list: the row under the pointer is the active one, and a click chooses it. */
  readonly pointed = ({ type, target }: Event): void => {
    const option = (target as Element).closest('[role=option]');
    if (!option) return;
    const index = Number(option.ariaPosInSet) - 1;
    if (type === 'click') this.#choose(index);
    else if (index !== this.active) {
      this.active = index;
      this.#host.requestUpdate();
    }
  };

  #goal(key: string): number | undefined {
    const { active, window } = this;
    switch (key) {
      case 'ArrowDown':
        return active + 1;
      case 'ArrowUp':
        return active - 1;
      case 'PageDown':
        return active + window.page;
      case 'PageUp':
        return active - window.page;
      case 'Home':
        return 0;
      case 'End':
        return this.#rows().length - 1;
    }
    return undefined;
  }

  /** The next row that begins with what is typed; the same letter again goes from one to the next. */
  #type(key: string, now: number): void {
    this.#typed = fold(this.#typed === fold(key) ? key : this.#typed + key);
    this.#typedAt = now;
    const rows = this.#rows();
    const from = this.active + (this.#typed.length === 1 ? 1 : 0);
    const order = [...rows.keys()].map((offset) => (from + offset) % rows.length);
    const found = order.find((index) => rows[index]!.folded.startsWith(this.#typed));
    if (found !== undefined) this.move(found);
  }
}
