import type { ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import { isOwn } from '../../controllers/own-prompts.js';
import type { TextController } from '../../controllers/text-controller.js';
import type { StytchElementsError } from '../../flows/errors.js';
import type { Intent } from '../../flows/flow.js';
import { CodeField } from './code-field.js';
import { newsOf } from './news.js';
import { Notices } from './notices.js';
import type { Kind, Scene, Screen } from './screen.js';

let count = 0;

/** What an element prompts for and what a person does with it, apart from where it is drawn. */
export class Prompt {
  readonly #host: ReactiveElement;
  readonly #kind: Kind;
  readonly #askAgain: () => void;
  readonly #auth: AuthController;
  readonly #text: TextController;
  readonly #id = `stytch-${(count += 1)}`;
  readonly #code = new CodeField();
  readonly #notices = new Notices();
  #key = '';
  #hint = '';
  #dismissed: StytchElementsError | null = null;

  /** Where a person is, while that is for this element. */
  scene: Scene | undefined;
  screen: Screen | undefined;
  /** What is announced and not shown. */
  said = '';
  /** Whether the step under way, or the last one, was made here. */
  hasActed = false;

  /** `askAgain` puts the person back at the field that was refused. */
  constructor(host: ReactiveElement, kind: Kind, auth: AuthController, text: TextController, askAgain: () => void) {
    this.#host = host;
    this.#kind = kind;
    this.#askAgain = askAgain;
    this.#auth = auth;
    this.#text = text;
  }

  /** Looks at the store; whether it is another screen than before. */
  look(): boolean {
    const scene = (this.scene = this.#look());
    const { key = '' } = scene ?? {};
    const hasMoved = key !== this.#key;
    this.#key = key;
    if (hasMoved) this.#arrive();
    if (scene) this.said = this.#notices.next(scene) ?? this.said;
    this.screen = scene && this.#kind.screenOf(scene);
    return hasMoved;
  }

  /** Makes a step, and tells the page what came of it. */
  async send(intent: Intent): Promise<boolean> {
    const { store } = this.#auth;
    const { scene } = this;
    if (!store || !scene || (intent.type === 'cancel' && scene.busy === 'restore')) return false;
    const { parentElement } = this.#host;
    this.hasActed = true;
    store.presenters.prefer((isOwn(this.#host) && parentElement) || this.#host);
    this.say('');
    const done = await this.#auth.send(intent);
    await this.#host.updateComplete;
    this.hasActed = false;
    const teller = this.#host.isConnected ? this.#host : (parentElement ?? this.#host); // a prompt of its own is gone by now
    const news = newsOf(intent, scene, store.getSnapshot(), store.view.wanted !== null);
    if (news) announce(teller, news.name, news.detail);
    else if (!done) this.#askAgain();
    return done;
  }

  /** Announces something, without showing it. */
  say(what: string): void {
    this.said = what;
    this.#host.requestUpdate();
  }

  #look(): Scene | undefined {
    const { snapshot, view } = this.#auth;
    const place = this.#kind.placeOf(this.#auth);
    if (!place) return undefined;
    const { error } = snapshot;
    const problem = error === this.#dismissed || place.at === 'expired' ? null : error;
    return {
      ...view,
      ...{ place, snapshot, text: this.#text, messages: this.#text.messages },
      error: this.#hint || (problem ? this.#text.problem(problem) : undefined),
      isRefused: this.#hint !== '' || isRefusal(problem),
      now: Date.now(),
      key: 'method' in place ? `${place.at} ${place.method}` : place.at,
      id: this.#id,
      code: this.#code,
      send: (intent) => this.send(intent),
      refuse: (message) => this.#refuse(message),
      edited: () => this.#edited(),
    };
  }

  /** On another screen, what was said on the last one is forgotten. */
  #arrive(): void {
    this.#hint = this.said = '';
    this.#code.reset();
    this.#kind.arrive?.(this.scene);
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
}

/** Errors about the value that was typed, besides wrong and expired codes. */
const VALUES: ReadonlySet<string | undefined> = new Set([
  'phone-number',
  'email',
  'weak-password',
  'breached-password',
  'organization',
  'slug',
  'slug-taken',
]);

function isRefusal(error: StytchElementsError | null): boolean {
  const { code, detail } = error ?? {};
  return code === 'invalid-code' || code === 'code-expired' || VALUES.has(detail);
}
