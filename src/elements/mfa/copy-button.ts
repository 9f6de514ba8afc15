import { type ReactiveController, type ReactiveElement, type TemplateResult, html } from 'lit';
import { Timer } from '../../client/timer.js';
import type { Messages } from '../../messages/messages.js';

/** Milliseconds for which the button says that it has copied. */
const SAID = 3000;

/** Copies a secret to the clipboard; where that is refused, selects it for the person to copy. */
export class CopyButton implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #say: (what: keyof Pick<Messages['common'], 'copied' | 'notCopied'>) => void;
  readonly #said = new Timer(() => this.#mark(false));
  #copied = false;

  constructor(host: ReactiveElement, say: (what: 'copied' | 'notCopied') => void) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#said.clear();
    this.#copied = false;
  }

  /** `part` names what is selected when the browser does not allow copying. */
  template({ copy, copied }: Messages['common'], text: string, part: string): TemplateResult {
    return html`
      <button class="button" part="button copy" @click=${() => this.#copy(text, part)}>
        ${this.#copied ? copied : copy}
      </button>
    `;
  }

  async #copy(text: string, part: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const source = this.#host.renderRoot.querySelector(`[part~=${part}]`);
      if (source) getSelection()?.selectAllChildren(source);
      return this.#say('notCopied');
    }
    this.#say('copied');
    this.#mark(true);
    this.#said.clear();
    this.#said.set(SAID);
  }

  #mark(copied: boolean): void {
    this.#copied = copied;
    this.#host.requestUpdate();
  }
}

/** Gives the person a text file; nothing of it stays in the page. */
export function download(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
