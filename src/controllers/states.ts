import { isServer } from 'lit';

/** Says what an element shows in a way that CSS can see: as `:state(…)`, and its first word as `data-state`. */
export class States {
  readonly #host: HTMLElement;
  readonly #internals: ElementInternals | undefined;
  #shown: readonly string[] = [];

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#internals = isServer ? undefined : host.attachInternals();
  }

  /** Instead of all that was said before. */
  show(...names: readonly [string, ...string[]]): void {
    if (names.length === this.#shown.length && names.every((name, index) => name === this.#shown[index])) return;
    const states = this.#internals?.states;
    for (const name of this.#shown) if (!names.includes(name)) states?.delete(name);
    for (const name of names) if (!this.#shown.includes(name)) states?.add(name);
    this.#host.dataset.state = names[0];
    this.#shown = names;
  }
}
