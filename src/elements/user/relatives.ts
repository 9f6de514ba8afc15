import type { Client } from '../../client/options.js';
import type { Host } from '../../controllers/auth-controller.js';
import { forwarded } from '../../styles/parts.js';

/** Another element of the family. */
export type Relative = HTMLElement & { client?: Client | undefined };

/** Other elements of the family inside one of it: with the prefix of its tag, and the same client. */
export class Relatives {
  readonly #host: Host;
  readonly #name: string;
  readonly #made = new Map<string, Relative>();

  /** `name` is that of the host's tag without a prefix. */
  constructor(host: Host, name: string) {
    this.#host = host;
    this.#name = name;
  }

  /** The one of that name, made once; `attributes` are set when it is. */
  get(name: string, attributes: Readonly<Record<string, string>>): Relative {
    const element = this.#made.get(name) ?? this.#make(name, attributes);
    element.toggleAttribute('unstyled', this.#host.hasAttribute('unstyled'));
    element.client = this.#host.client;
    return element;
  }

  #make(name: string, attributes: Readonly<Record<string, string>>): Relative {
    const element = document.createElement(`${this.#host.localName.slice(0, -this.#name.length)}${name}`);
    element.setAttribute('exportparts', forwarded);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    this.#made.set(name, element);
    return element;
  }
}
