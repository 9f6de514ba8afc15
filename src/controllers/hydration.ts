import { isServer, type ReactiveController, type ReactiveElement } from 'lit';

/**
 * Says whether an element is about to take over what a server has rendered into it. Until it has, it has to render what
 * the server has: the loading state, in English.
 */
export class Hydration implements ReactiveController {
  /** From the element's construction to its first update. */
  isOn: boolean;
  readonly #over: () => void;

  constructor(host: ReactiveElement, over: () => void) {
    this.isOn = !isServer && !!host.shadowRoot && isSupported(host);
    this.#over = over;
    if (this.isOn) host.addController(this);
  }

  hostUpdated(): void {
    if (!this.isOn) return;
    this.isOn = false;
    this.#over();
  }
}

/** Takes away what a server has rendered, where nothing is there to take it over. */
export function startAfresh(host: ReactiveElement): void {
  if (!isServer && !isSupported(host)) host.shadowRoot?.replaceChildren();
}

/** Whether the page has loaded `@lit-labs/ssr-client/lit-element-hydrate-support.js` before Lit, which then minds one attribute more. */
function isSupported({ constructor }: ReactiveElement): boolean {
  return (constructor as typeof ReactiveElement).observedAttributes.includes('defer-hydration');
}
