import type { Host } from '../../controllers/auth-controller.js';
import type { Relatives } from './relatives.js';

/** How to log out; the attributes of the element that does have the same names. */
export interface Leaving {
  readonly redirectTo?: string | undefined;
  readonly whenOffline: 'retry' | 'clear';
}

type LogOutElement = Host & { logout(): Promise<void> };

/** The element that logs out, inside another that has a button for it: it says what became of it. */
export class LogOut {
  readonly #host: Host & Leaving;
  readonly #relatives: Relatives;

  constructor(host: Host & Leaving, relatives: Relatives) {
    this.#host = host;
    this.#relatives = relatives;
  }

  get element(): LogOutElement {
    const element = this.#relatives.get('logout', { part: 'log-out' }) as LogOutElement;
    if (!element.firstChild) element.append(document.createElement('span')); // instead of its own button
    const { redirectTo, whenOffline } = this.#host;
    return Object.assign(element, { redirectTo, whenOffline } satisfies Leaving);
  }
}
