import type { ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import type { TextController } from '../../controllers/text-controller.js';
import type { StytchElementsError } from '../../flows/errors.js';
import type { Intent } from '../../flows/flow.js';
import { CodeField } from './code-field.js';
import { CopyButton } from './copy-button.js';
import { uriOf } from './enroll.js';
import { newsOf } from './news.js';
import { Notices } from './notices.js';
import { type PhoneOptions, PhoneField } from './phone-field.js';
import { QrCode } from './qr-code.js';
import type { Scene, Screen } from './screen.js';
import { screenOf } from './screens.js';

/** An element that shows a prompt. */
export type PromptHost = ReactiveElement & PhoneOptions;

let count = 0;

/** What a prompt shows and what a person does with it, apart from where it is drawn. */
export class Prompt {
  readonly #host: PromptHost;
  readonly #askAgain: () => void;
  readonly #auth: AuthController;
  readonly #text: TextController;
  readonly #id = `stytch-mfa-${(count += 1)}`;
  readonly #parts: Scene['parts'];
  readonly #notices = new Notices();
  #key = '';
  #hint = '';
  #dismissed: StytchElementsError | null = null;

  /** Where a person is, while a second factor is owed. */
  scene: Scene | undefined;
  screen: Screen | undefined;
  /** What is announced and not shown. */
  said = '';
  /** Whether the step under way, or the last one, was made here. */
  hasActed = false;

  /** `askAgain` puts the person back at the field that was refused. */
  constructor(host: PromptHost, auth: AuthController, text: TextController, askAgain: () => void) {
    this.#host = host;
    this.#askAgain = askAgain;
    this.#auth = auth;
    this.#text = text;
    const copy = new CopyButton(host, (what) => this.#say(text.messages.common[what]));
    this.#parts = { code: new CodeField(), phone: new PhoneField(host, host), qr: new QrCode(host), copy };
  }

  /** Looks at the store; whether it is another screen than before. */
  look(): boolean {
    const scene = (this.scene = this.#look());
    const { key = '' } = scene ?? {};
    const hasMoved = key !== this.#key;
    this.#key = key;
    if (hasMoved) this.#arrive();
    if (scene) this.said = this.#notices.next(scene) ?? this.said;
    void this.#parts.qr.draw(scene ? uriOf(scene) : '');
    this.screen = scene && screenOf(scene);
    return hasMoved;
  }

  /** Makes a step, and tells the page when that was the last one. */
  async send(intent: Intent): Promise<void> {
    const { store } = this.#auth;
    const { scene } = this;
    if (!store || !scene) return;
    const { parentElement } = this.#host;
    this.hasActed = true;
    this.#say('');
    const done = await this.#auth.send(intent);
    await this.#host.updateComplete;
    this.hasActed = false;
    const news = newsOf(intent, scene, store.getSnapshot());
    const teller = this.#host.isConnected ? this.#host : (parentElement ?? this.#host); // a prompt of its own is gone by now
    if (news) announce(teller, news.name, news.detail);
    else if (!done) this.#askAgain();
  }

  #look(): Scene | undefined {
    const { snapshot, view } = this.#auth;
    const { pending, error } = snapshot;
    const { place } = view;
    if (pending?.kind !== 'mfa' || !place) return undefined;
    const problem = error === this.#dismissed || place.at === 'expired' ? null : error;
    const { language, messages } = this.#text;
    return {
      ...view,
      ...{ place, pending, messages, language },
      error: this.#hint || (problem ? this.#text.problem(problem) : undefined),
      isRefused: this.#hint !== '' || isRefusal(problem),
      now: Date.now(),
      key: place.at === 'code' ? `code ${place.method}` : place.at,
      id: this.#id,
      parts: this.#parts,
      send: (intent) => void this.send(intent),
      refuse: (message) => this.#refuse(message),
      edited: () => this.#edited(),
    };
  }

  /** On another screen, what was said on the last one is forgotten. */
  #arrive(): void {
    const { code, phone } = this.#parts;
    this.#hint = this.said = '';
    code.reset();
    if (!this.scene) phone.reset();
    if (this.scene?.place.at === 'enroll-phone') void phone.load();
  }

  #refuse(message: string): void {
    this.#hint = message;
    this.#host.requestUpdate();
    this.#askAgain();
  }

  #edited(): void {
    this.#hint = '';
    this.#dismissed = this.#auth.snapshot.error;
    this.#host.requestUpdate();
  }

  #say(what: string): void {
    this.said = what;
    this.#host.requestUpdate();
  }
}

/** Whether an error is about the value that was typed. */
function isRefusal(error: StytchElementsError | null): boolean {
  const { code, detail } = error ?? {};
  return code === 'invalid-code' || code === 'code-expired' || detail === 'phone-number';
}
