import { isServer, type ReactiveController, type ReactiveElement } from 'lit';
import type { StytchElementsError } from '../flows/errors.js';
import { bring, changes, followLanguages, languageAt, leaveLanguages } from './languages.js';
import { type Messages, type Overrides, messagesFor, revision } from '../messages/messages.js';
import { Hydration } from './hydration.js';

/** The words of the nearest `lang`, seen through shadow roots. */
export class TextController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #hydration: Hydration;
  readonly #overrides: () => Overrides;
  #language = 'en';
  #lookedUpAt = -1;
  #made: { language: string; revision: number; overrides: Overrides; messages: Messages } | undefined;

  constructor(host: ReactiveElement, overrides: () => Overrides) {
    this.#host = host;
    this.#hydration = new Hydration(host, () => host.requestUpdate());
    this.#overrides = overrides;
    host.addController(this);
  }

  get language(): string {
    if (isServer || this.#hydration.isOn) return 'en';
    if (this.#lookedUpAt !== changes) {
      this.#lookedUpAt = changes;
      this.#language = languageAt(this.#host) || 'en';
    }
    return this.#language;
  }

  get messages(): Messages {
    const { language } = this;
    const overrides = this.#overrides();
    const made = this.#made;
    if (made?.language === language && made.revision === revision && made.overrides === overrides) return made.messages;
    const messages = messagesFor(language, overrides);
    this.#made = { language, revision, overrides, messages };
    return messages;
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

  /** Resolves when the words have come, or are not worth waiting for any more; undefined when there is nothing to wait for. */
  get arrival(): Promise<void> | undefined {
    return isServer ? undefined : bring(this.language);
  }

  hostConnected(): void {
    if (isServer) return;
    followLanguages(this.#host);
    this.#lookedUpAt = -1; // in another place there may be another language
  }

  hostDisconnected(): void {
    leaveLanguages(this.#host);
  }
}
