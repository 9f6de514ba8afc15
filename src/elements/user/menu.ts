import type { ReactiveElement } from 'lit';

/** Milliseconds after which typing begins anew. */
const PAUSE = 600;

/** A menu of the APG: one tab stop, arrows, Home and End, and the first letters of an item; the page may add items. */
export class Menu {
  readonly #host: ReactiveElement;
  #typed = '';
  #typedAt = 0;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** Puts the focus on the first item, or on the last; whether there is one. */
  enter(toLast: boolean): boolean {
    const item = this.#items.at(toLast ? -1 : 0);
    this.#go(item);
    return item !== undefined;
  }

  /** For `slotchange`: what the page has put in becomes part of the menu. */
  readonly adopt = (): void => {
    const [first, ...more] = this.#items;
    for (const item of more) item.tabIndex = -1;
    if (first) first.tabIndex = 0;
    for (const item of this.#items) item.setAttribute('role', 'menuitem');
  };

  /** For `keydown` of the menu. */
  readonly pressed = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const items = this.#items;
    const at = items.findIndex(hasFocus);
    if (key === ' ' && !(items[at] instanceof HTMLAnchorElement)) return; // a button's own
    const moves: Record<string, () => void> = {
      ArrowDown: () => this.#go(items[(at + 1) % items.length]),
      ArrowUp: () => this.#go(items.at(at <= 0 ? -1 : at - 1)),
      Home: () => this.#go(items[0]),
      End: () => this.#go(items.at(-1)),
      ' ': () => items[at]?.click(),
    };
    const move = moves[key] ?? ([...key].length === 1 ? () => this.#find(key, items, at) : undefined);
    if (!move) return;
    event.preventDefault();
    move();
  };

  get #items(): readonly HTMLElement[] {
    const found = this.#host.renderRoot.querySelectorAll<HTMLElement>('[role=menu] > :is([role=menuitem], slot)');
    const all = [...found].flatMap((each) =>
      each instanceof HTMLSlotElement ? (each.assignedElements({ flatten: true }) as HTMLElement[]) : [each],
    );
    return all.filter((each) => !each.matches(':disabled, [hidden]'));
  }

  #go(item: HTMLElement | undefined): void {
    if (!item) return;
    for (const each of this.#items) each.tabIndex = each === item ? 0 : -1;
    item.focus();
  }

  /** The next item that begins with what is being typed; the same letter again leads on. */
  #find(key: string, items: readonly HTMLElement[], at: number): void {
    const now = Date.now();
    const letter = key.toLocaleLowerCase();
    const isNew = now - this.#typedAt > PAUSE || this.#typed === letter;
    this.#typed = isNew ? letter : this.#typed + letter;
    this.#typedAt = now;
    const start = isNew ? at + 1 : Math.max(at, 0);
    const round = [...items.slice(start), ...items.slice(0, start)];
    this.#go(round.find((each) => each.textContent.trim().toLocaleLowerCase().startsWith(this.#typed)));
  }
}

/** `:focus` matches nothing in a window that is not in front. */
function hasFocus(item: HTMLElement): boolean {
  return (item.getRootNode() as Document | ShadowRoot).activeElement === item;
}
