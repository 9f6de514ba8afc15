import type { ReactiveController } from 'lit';
import type { Host } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import type { Sheets } from '../../controllers/sheets.js';
import { StytchElementsError } from '../../flows/errors.js';
import type { Asking, Owner } from './lazy-asking.js';

/** Milliseconds until what asking needs is fetched again, should that have failed and nobody ask for it. */
const AGAIN = 30_000;

/** What may open a gate that is stale; it is loaded once there is something to ask for. */
export class Remedy implements ReactiveController {
  asking: Asking | undefined;
  readonly #host: Host;
  readonly #owner: Owner;
  readonly #sheets: Sheets;
  #loading: Promise<void> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, owner: Owner, sheets: Sheets) {
    this.#host = host;
    this.#owner = owner;
    this.#sheets = sheets;
    host.addController(this);
  }

  /** Asks for what is missing, if that is what the gate is closed for; announces it where that cannot be loaded. */
  async ask(): Promise<void> {
    if (this.#isStale) await this.#load();
    if (!this.#isStale) return;
    if (this.asking) await this.asking.ask();
    else announce(this.#host, 'stytch-error', { error: new StytchElementsError('offline') });
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#clicked);
  }

  hostUpdated(): void {
    if (this.#again === undefined && this.#host.isConnected && this.#isStale) void this.#load();
  }

  hostDisconnected(): void {
    this.#rest();
  }

  get #isStale(): boolean {
    return this.#owner.state() === 'stale';
  }

  #load(): Promise<void> {
    return (this.#loading ??= this.#import());
  }

  async #import(): Promise<void> {
    this.#rest();
    try {
      const { Asking } = await import('./lazy-asking.js');
      this.#sheets.add(Asking.styles);
      this.asking = new Asking(this.#host, this.#owner);
      this.#host.requestUpdate();
    } catch {
      this.#loading = undefined;
      if (this.#host.isConnected) this.#again = setTimeout(() => this.#retry(), AGAIN);
    }
  }

  #retry(): void {
    this.#rest();
    this.#host.requestUpdate();
  }

  #rest(): void {
    clearTimeout(this.#again);
    this.#again = undefined;
  }

  /** A button of the page, in what is shown instead. */
  readonly #clicked = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('[data-verify]')) void this.ask();
  };
}
