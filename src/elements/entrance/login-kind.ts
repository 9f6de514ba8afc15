import { plain } from '../../controllers/names.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import { lastMethod } from '../../client/last-method.js';
import { entrance } from '../../messages/en-entrance.js';
import { prompting } from '../../messages/en-prompt.js';
import { addEnglish } from '../../messages/messages.js';
import type { Intent } from '../../flows/flow.js';
import type { Kind, Scene, Screen, Where } from '../prompt/screen.js';
import { Arrival, type Sending } from './arrival.js';
import { Beginning, type Goal } from './beginning.js';
import { type LoginScene, loginMethods, signedIn, unavailable } from './login-screens.js';
import { lastFirst, usable } from './methods.js';
import { proofs } from './proofs.js';

/** What a page says about a log-in. */
export interface LoginOptions extends Goal, Sending {
  readonly methods: string;
  readonly display: 'inline' | 'dialog';
}

/** The dialog that a log-in may be in. */
export interface Dialog {
  isClosed(): boolean;
  close(): void;
}

const screens = { ...proofs, methods: loginMethods, 'signed-in': signedIn, error: unavailable, unavailable };

/** What can be done while it is not known what organization is meant. */
const ANYWHERE: ReadonlySet<Intent['type']> = new Set(['find-organization', 'back', 'logout']);

/** Logs somebody in. */
export class LoginKind implements Kind {
  readonly #options: LoginOptions;
  readonly #auth: AuthController;
  readonly #dialog: Dialog;
  readonly #beginning: Beginning;
  readonly #arrival: Arrival;
  readonly #memory = { email: '' };

  constructor(options: LoginOptions, auth: AuthController, dialog: Dialog) {
    addEnglish(prompting, entrance);
    this.#options = options;
    this.#auth = auth;
    this.#dialog = dialog;
    this.#beginning = new Beginning(options, auth);
    this.#arrival = new Arrival(options, auth);
  }

  /** The address of one person is not for the next. */
  arrive(scene: Scene | undefined): void {
    const { at }: Where = scene?.place ?? { at: '' };
    if (at === 'signed-in') this.#memory.email = '';
  }

  placeOf({ snapshot, view }: AuthController): Where | undefined {
    const { status } = snapshot;
    const isGone = this.#isModal && (status === 'signed-in' || this.#dialog.isClosed());
    if (status === 'pending' || isGone) return undefined;
    if (status === 'signed-in' || status === 'error') return { at: status };
    const place = view.place ?? { at: 'methods' };
    if (place.at !== 'methods' || !this.#isLost) return place;
    return this.#beginning.isNamed ? { at: 'unavailable' } : { at: 'find-organization', slug: '' };
  }

  screenOf(scene: Scene): Screen {
    const screen = screens[scene.place.at as keyof typeof screens] as (scene: LoginScene) => Screen;
    const whole = screen(this.#whole(scene));
    return this.#isModal ? { ...whole, close: () => this.#dialog.close() } : whole;
  }

  get #isModal(): boolean {
    return this.#options.display === 'dialog';
  }

  /** Whether one organization is meant and nothing is known of it. */
  get #isLost(): boolean {
    const { flow } = this.#options;
    return flow === 'organization' && !this.#auth.view.into && !this.#beginning.isUnderWay;
  }

  #whole(scene: Scene): LoginScene {
    const { busy, into } = scene;
    const { at }: Where = scene.place;
    const { again, isNamed } = this.#beginning;
    const last = lastMethod(this.#auth.store?.options.publicToken ?? '');
    const { entrance } = scene.messages;
    const name = plain(into?.organization_name);
    const refresh = () => void this.#auth.send({ type: 'refresh' });
    return {
      ...(scene as LoginScene),
      title: name ? entrance.titleFor(name) : entrance.title,
      ...{ last, fixed: undefined, memory: this.#memory, isLost: this.#isLost },
      busy: busy === 'find-organization' && at === 'methods' ? null : busy, // an address can be given meanwhile
      methods: lastFirst(usable(this.#options.methods.split(/[\s,]+/), into), last),
      send: (intent) => this.#send(scene, intent),
      again: at === 'error' ? refresh : again,
      go: this.#arrival.go,
      leave: into && !isNamed ? again : undefined,
    };
  }

  /** Whoever is quick waits until it is known what they log in to. */
  async #send(scene: Scene, intent: Intent): Promise<boolean> {
    if (intent.type !== 'logout') this.#arrival.begin();
    await this.#beginning.done();
    if (this.#isLost && !ANYWHERE.has(intent.type)) return false; // what was meant for one organization is for no other
    return scene.send(intent);
  }
}
