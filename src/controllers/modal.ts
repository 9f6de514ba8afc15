import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Opens the `<dialog>` that its host renders as a modal one, for as long as it is rendered. Whatever the browser closes
 * by itself is opened again: only the host decides. Escape (and Android's back) asks `onEscape`.
 */
export class Modal implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #onEscape: () => void;
  #dialog: HTMLDialogElement | null = null;

  constructor(host: ReactiveElement, onEscape: () => void) {
    this.#host = host;
    this.#onEscape = onEscape;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (dialog && dialog !== this.#dialog) this.#listen(dialog);
    this.#dialog = dialog;
    if (dialog && !dialog.open && this.#host.isConnected) dialog.showModal();
  }

  hostDisconnected(): void {
    this.#dialog?.close(); // else it would come back open and not modal
  }

  #listen(dialog: HTMLDialogElement): void {
    const escape = (event: Event) => {
      event.preventDefault();
      event.stopPropagation(); // what is around the dialog has an Escape of its own
      this.#onEscape();
    };
    dialog.addEventListener('keydown', (event) => event.key === 'Escape' && escape(event));
    dialog.addEventListener('cancel', (event) => event.target === dialog && escape(event));
    dialog.addEventListener('close', () => this.hostUpdated());
  }
}
