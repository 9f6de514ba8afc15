import { type ReactiveController, type ReactiveElement, isServer } from 'lit';

/** Moves focus into its host when a person's own step calls for it, and back to where it was afterwards. */
export class Focus implements ReactiveController {
  readonly #host: ReactiveElement;
  #outside: HTMLElement | undefined;
  #taken = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether focus is in the host, or nowhere, so that moving it takes it from nobody. */
  get isOurs(): boolean {
    const active = focused();
    return !active || active === document.body || contains(this.#host, active);
  }

  take(target: HTMLElement | null): void {
    this.#taken = true;
    target?.focus();
    if (!target?.matches(':focus')) requestAnimationFrame(() => this.isOurs && target?.focus()); // WebKit, in a new dialog
  }

  /** Gives focus back, unless the person has gone elsewhere meanwhile. */
  giveBack(): void {
    if (this.#taken && this.isOurs) this.#outside?.focus();
    this.#taken = false;
    this.#outside = undefined;
  }

  hostUpdate(): void {
    if (!isServer && !this.isOurs) this.#outside = focused()!;
  }

  hostDisconnected(): void {
    this.#outside = undefined;
  }
}

/** The focused element, inside whatever shadow roots it is. */
export function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active as HTMLElement | null;
}

/** Whether `node` is inside `host`, in its light or its shadow tree, at any depth. */
function contains(host: Element, node: Node): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at === host) return true;
  return false;
}
