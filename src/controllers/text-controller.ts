import { isServer, type ReactiveController, type ReactiveElement } from 'lit';
import type { StytchElementsError } from '../flows/errors.js';
import type { Messages } from '../messages/en.js';
import { type Overrides, messagesFor } from '../messages/messages.js';

/** The words of the nearest `lang`, seen through shadow roots; read at each render. */
export class TextController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #overrides: () => Overrides;
  #made: { language: string; overrides: Overrides; messages: Messages } | undefined;

  constructor(host: ReactiveElement, overrides: () => Overrides) {
    this.#host = host;
    this.#overrides = overrides;
    host.addController(this);
  }

  get language(): string {
    return (isServer ? '' : languageAt(this.#host)) || 'en';
  }

  get messages(): Messages {
    const { language } = this;
    const overrides = this.#overrides();
    if (this.#made?.language !== language || this.#made.overrides !== overrides)
      this.#made = { language, overrides, messages: messagesFor(language, overrides) };
    return this.#made.messages;
  }

  /** What a person reads about an error; never the server's own text. */
  problem({ code, detail }: StytchElementsError): string {
    const { errors, details } = this.messages;
    return (detail && details[detail]) ?? errors[code];
  }

  /** A duration such as `4:05` or `1:02:03`, from milliseconds. */
  duration(milliseconds: number): string {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const two = (value: number) => String(value).padStart(2, '0');
    return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  }

  hostConnected(): void {
    this.#made = undefined;
  }
}

let known: Map<Node | null, string> | undefined;

/** The language of an element; siblings that are drawn together look it up once. */
function languageAt(element: HTMLElement): string {
  if (element.lang) return element.lang;
  if (!known) {
    known = new Map();
    queueMicrotask(() => (known = undefined));
  }
  const { parentNode } = element;
  const language = known.get(parentNode) ?? nearestLanguage(element);
  known.set(parentNode, language);
  return language;
}

/** The nearest `lang` at or above an element, through the hosts of shadow roots. */
function nearestLanguage(element: Element): string {
  const found = element.closest<HTMLElement>('[lang]');
  if (found) return found.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : '';
}
