import type { ReactiveController, ReactiveElement } from 'lit';

/** Rows rendered beyond either edge, so that scrolling does not show a gap before the next frame. */
const SPARE = 4;
/** Pixels of a row until one has been measured. */
const GUESS = 44;

/** The part of a long list that is worth rendering: what can be seen in its scroller, and a little more. */
export class ListWindow implements ReactiveController {
  /** The first row to render. */
  first = 0;
  /** The row after the last to render. */
  end = 2 * SPARE;
  readonly #host: ReactiveElement;
  readonly #scroller: () => HTMLElement | null;
  #row = GUESS;
  #wanted: number | undefined;
  #begins = false;

  constructor(host: ReactiveElement, scroller: () => HTMLElement | null) {
    this.#host = host;
    this.#scroller = scroller;
    host.addController(this);
  }

  /** How many rows can be seen at once. */
  get page(): number {
    return Math.max(1, Math.floor((this.#scroller()?.clientHeight ?? 0) / this.#row) - 1);
  }

  /** Brings a row into view with the next update; to the middle, when a list is only being begun. */
  reveal(index: number, begins = false): void {
    this.#wanted = index;
    this.#begins = begins;
    this.#host.requestUpdate();
  }

  /** For `scroll` of the scroller. */
  readonly scrolled = (): void => this.#look();

  hostUpdated(): void {
    const scroller = this.#scroller();
    const row = scroller?.querySelector<HTMLElement>('[aria-posinset]');
    if (!scroller || !row?.offsetHeight) return;
    this.#row = row.offsetHeight;
    if (this.#wanted !== undefined) this.#scroll(scroller, this.#wanted);
    this.#look();
  }

  /** Scrolls no further than it takes. A row that is not rendered yet is met by a guess, then by measure. */
  #scroll(scroller: HTMLElement, wanted: number): void {
    const option = scroller.querySelector<HTMLElement>(`[aria-posinset="${wanted + 1}"]`);
    const { clientHeight, scrollTop } = scroller;
    const top = option ? offsetIn(scroller, option) : wanted * this.#row;
    const nearest = Math.min(Math.max(scrollTop, top + this.#row - clientHeight), top);
    scroller.scrollTop = wanted === 0 ? 0 : this.#begins && nearest !== scrollTop ? top - clientHeight / 2 : nearest;
    if (option) this.#wanted = undefined;
    this.#begins = false;
  }

  #look(): void {
    const scroller = this.#scroller();
    if (!scroller) return;
    const { scrollTop, clientHeight } = scroller;
    const first = Math.max(0, Math.floor(scrollTop / this.#row) - SPARE);
    const end = Math.ceil((scrollTop + clientHeight) / this.#row) + SPARE;
    if (first === this.first && end === this.end) return;
    this.first = first;
    this.end = end;
    this.#host.requestUpdate();
  }
}

function offsetIn(scroller: HTMLElement, row: HTMLElement): number {
  return (
    row.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientTop + scroller.scrollTop
  );
}
