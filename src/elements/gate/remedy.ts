import type { ReactiveController } from 'lit';
import type { Host } from '../../controllers/auth-controller.js';
import type { Sheets } from '../../controllers/sheets.js';
import type { Asking, Owner } from './lazy-asking.js';

/** Milliseconds until what asking needs is fetched again, should that have failed. */
const AGAIN = 30_000;

/** What may open a gate that is stale; it is loaded once there is something to ask for. */
export class Remedy implements ReactiveController {
  asking: Asking | undefined;
  readonly #host: Host;
  readonly #owner: Owner;
  readonly #sheets: Sheets;
  #loading: Promise<void> | undefined;

  constructor(host: Host, owner: Owner, sheets: Sheets) {
    this.#host = host;
    this.#owner = owner;
    this.#sheets = sheets;
    host.addController(this);
  }

  /** Asks for what is missing, if that is what the gate is closed for. */
  async ask(): Promise<void> {
    if (this.#isStale) await (this.#loading ??= this.#load());
    if (this.#isStale) await this.asking?.ask();
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#clicked);
  }

  hostUpdated(): void {
    if (this.#isStale) this.#loading ??= this.#load();
  }

  get #isStale(): boolean {
    return this.#owner.state() === 'stale';
  }

  async #load(): Promise<void> {
    try {
      const { Asking } = await import('./lazy-asking.js');
      this.#sheets.add(Asking.styles);
      this.asking = new Asking(this.#host, this.#owner);
      this.#host.requestUpdate();
    } catch {
      setTimeout(() => (this.#loading = undefined), AGAIN);
    }
  }

  /** A button of the page, in what is shown instead. */
  readonly #clicked = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('[data-verify]')) void this.ask();
  };
}
