import type { Host } from '../../controllers/auth-controller.js';
import { Focus } from '../../controllers/focus.js';
import type { Relatives } from './relatives.js';

/** How to log out; the attributes of the element that does have the same names. */
export interface Leaving {
  readonly redirectTo?: string | undefined;
  readonly whenOffline: 'retry' | 'clear';
}

type LogOutElement = Host & { logout(): Promise<void> };

/** The element that logs out, inside another that has a button for it: it says what became of it, and leads on from there. */
export class LogOut {
  readonly #host: Host & Leaving;
  readonly #relatives: Relatives;
  readonly #focus: Focus;

  constructor(host: Host & Leaving, relatives: Relatives) {
    this.#host = host;
    this.#relatives = relatives;
    this.#focus = new Focus(host);
  }

  get element(): LogOutElement {
    const element = this.#relatives.get('logout', { part: 'log-out' }) as LogOutElement;
    if (!element.firstChild) {
      element.append(document.createElement('span')); // instead of its own button
      element.addEventListener('stytch-error', () => void this.#goOn(element));
    }
    const { redirectTo, whenOffline } = this.#host;
    return Object.assign(element, { redirectTo, whenOffline } satisfies Leaving);
  }

  /** To what can be done about a log-out that has failed, unless the person has gone elsewhere. */
  async #goOn(element: LogOutElement): Promise<void> {
    await element.updateComplete;
    if (this.#focus.isOurs) element.renderRoot.querySelector<HTMLElement>('[part~=error] .primary')?.focus();
  }
}
