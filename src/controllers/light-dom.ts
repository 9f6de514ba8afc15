import { type CSSResult, type ReactiveController, type TemplateResult, render } from 'lit';
import type { Dressed } from './sheets.js';

/**
 * Keeps a form of an element in the element's light DOM, in the slot `form`, where browsers and password managers find
 * it. Its look comes from constructed style sheets that the surrounding document or shadow root adopts once.
 */
export class LightDom implements ReactiveController {
  readonly #host: Dressed;
  readonly #styles: readonly CSSResult[];
  readonly #content: () => TemplateResult | undefined;
  #container: HTMLElement | undefined;

  constructor(host: Dressed, styles: readonly CSSResult[], content: () => TemplateResult | undefined) {
    this.#host = host;
    this.#styles = styles;
    this.#content = content;
    host.addController(this);
  }

  /** The field to fill in first, or one that was refused; what is shown for password managers only is none. */
  get field(): HTMLInputElement | null {
    const find = (selector: string) => this.#container?.querySelector<HTMLInputElement>(selector);
    return find('input[aria-invalid=true]:not(.stytch-fixed)') ?? find('input:not(.stytch-fixed)') ?? null;
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const content = this.#content();
    if (!content) return this.#remove();
    const { isBare } = this.#host;
    this.#container ??= Object.assign(document.createElement('div'), { slot: 'form' });
    if (this.#container.parentNode !== this.#host) this.#attach(this.#container);
    this.#container.toggleAttribute('data-unstyled', isBare);
    render(content, this.#container);
    const worn = this.#styles.filter((each) => !isBare || 'isNeeded' in each);
    for (const { styleSheet } of worn) adopt(this.#host.getRootNode() as Document | ShadowRoot, styleSheet!);
  }

  /** A host that is being moved keeps what has been typed. */
  hostDisconnected(): void {
    this.#container?.remove();
  }

  /** The page may have replaced the children, or have brought back a copy of them from a cache. */
  #attach(container: HTMLElement): void {
    for (const copy of this.#host.querySelectorAll(':scope > [slot=form]')) copy.remove();
    this.#host.append(container);
  }

  #remove(): void {
    this.#container?.remove();
    this.#container = undefined;
  }
}

function adopt(root: Document | ShadowRoot, sheet: CSSStyleSheet): void {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
