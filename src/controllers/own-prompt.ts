import type { AuthController, Host } from './auth-controller.js';
import { WithStore } from './with-store.js';

/**
 * Puts the family's prompt for a second factor into its host's light DOM, in the slot `prompt`, while one is owed and
 * the page has no prompt of its own. The prompt's tag has the prefix of the host's.
 */
export class OwnPrompt {
  readonly #host: Host;
  readonly #auth: AuthController;
  readonly #removed: () => void;
  #prompt: (HTMLElement & Pick<Host, 'client'>) | undefined;

  constructor(host: Host, auth: AuthController, removed: () => void) {
    this.#host = host;
    this.#auth = auth;
    this.#removed = removed;
    new WithStore(host, auth, ({ presenters }) => {
      const leave = (['mfa', 'primary'] as const).map((duty) => presenters.add({ duty, host, dedicated: false }));
      return () => leave.forEach((each) => each());
    });
    host.addController(this);
  }

  /** Whether its host has to say that another first factor is owed. */
  get isPrimary(): boolean {
    return this.#owes('primary');
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    if (this.#owes('mfa')) return this.#show();
    if (!this.#prompt) return;
    this.hostDisconnected();
    if (!this.#auth.snapshot.pending) this.#removed(); // else a prompt of the page has taken over
  }

  hostDisconnected(): void {
    this.#prompt?.remove();
    this.#prompt = undefined;
  }

  #owes(duty: 'mfa' | 'primary'): boolean {
    const { snapshot, store } = this.#auth;
    return snapshot.pending?.kind === duty && Boolean(store?.presenters.isOn(duty, this.#host));
  }

  #show(): void {
    const tag = this.#host.localName.replace(/org-switcher$/, 'mfa-prompt');
    this.#prompt ??= Object.assign(document.createElement(tag), { slot: 'prompt' });
    this.#prompt.setAttribute('display', 'dialog');
    if (this.#host.client) this.#prompt.client = this.#host.client;
    if (this.#prompt.parentNode !== this.#host) this.#host.append(this.#prompt);
  }
}
