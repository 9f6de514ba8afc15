import { isServer, type ReactiveController, type ReactiveElement } from 'lit';
import type { StytchElementsError } from '../flows/errors.js';
import { bring, changes, followLanguages, languageAt, leaveLanguages } from './languages.js';
import { type Messages, messagesFor } from '../messages/messages.js';
import type { AuthController } from './auth-controller.js';

/** The words of the nearest `lang`, seen through shadow roots. */
export class TextController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #auth: Pick<AuthController, 'isHydrating' | 'scope'>;
  #language = 'en';
  #lookedUpAt = -1;

  constructor(host: ReactiveElement, auth: Pick<AuthController, 'isHydrating' | 'scope'>) {
    this.#host = host;
    this.#auth = auth;
    host.addController(this);
  }

  get language(): string {
    if (isServer || this.#auth.isHydrating) return 'en';
    if (this.#lookedUpAt !== changes) {
      this.#lookedUpAt = changes;
      this.#language = languageAt(this.#host) || 'en';
    }
    return this.#language;
  }

  get messages(): Messages {
    return messagesFor(this.language, this.#auth.scope.strings);
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
