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
    if (names.join() === this.#shown.join()) return;
    const states = this.#internals?.states;
    for (const name of this.#shown) states?.delete(name);
    for (const name of names) states?.add(name);
    this.#host.dataset.state = names[0];
    this.#shown = names;
  }
}
