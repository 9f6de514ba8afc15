import { adoptStyles, type CSSResultGroup, type CSSResultOrNative, type ReactiveElement } from 'lit';

/** An element that can do without our look. */
export type Dressed = ReactiveElement & { readonly isBare: boolean };

/** The style sheets of an element: all of them or, while it is bare, those that behaviour needs. */
export class Sheets {
  readonly #host: Dressed;
  #sheets: readonly CSSResultOrNative[];
  #isBare = false;

  constructor(host: Dressed) {
    this.#host = host;
    this.#sheets = (host.constructor as typeof ReactiveElement).elementStyles;
  }

  /** Adds what was loaded later. */
  add(more: readonly CSSResultGroup[]): void {
    this.#sheets = [...this.#sheets, ...(more.flat(3) as CSSResultOrNative[])];
    this.#adopt();
  }

  /** Wears what `isBare` of the host asks for; at each update. */
  fit(): void {
    if (this.#host.isBare !== this.#isBare) this.#adopt();
  }

  #adopt(): void {
    const isBare = (this.#isBare = this.#host.isBare);
    const worn = this.#sheets.filter((each) => !isBare || 'isNeeded' in each);
    const root = this.#host.renderRoot as ShadowRoot;
    if (isBare) for (const rendered of root.querySelectorAll('style')) rendered.remove(); // by a server, which knew no better
    adoptStyles(root, worn);
  }
}
