import type { ReactiveElement } from 'lit';
import { fillTemplate, safeUrl } from '../../client/redirect.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import { StytchElementsError } from '../../flows/errors.js';
import { callback } from '../../messages/en-callback.js';
import { entrance } from '../../messages/en-entrance.js';
import { prompting } from '../../messages/en-prompt.js';
import { addEnglish } from '../../messages/messages.js';
import { NewPassword } from '../entrance/new-password.js';
import type { Kind, Scene, Screen } from '../prompt/screen.js';
import type { Arrival } from './arrival.js';
import { type CallbackScene, type Shown, asking, done, failed, newPassword, working } from './screens.js';

/** What a page says about where to go. */
interface LandingOptions {
  readonly display: string;
  readonly returnTo?: string | undefined;
  readonly loginUrl?: string | undefined;
}

/** What is shown, and the way on from it. */
interface Landing {
  arrival(this: void): Arrival | undefined;
  goOn(this: void): void;
}

const screens: { readonly [K in Shown['at']]: (scene: CallbackScene<K>) => Screen } = {
  working,
  asking,
  'new-password': newPassword,
  failed,
  done,
};

/** Says what becomes of a link or a redirect. */
export class CallbackKind implements Kind {
  readonly #host: ReactiveElement & LandingOptions;
  readonly #auth: AuthController;
  readonly #landing: Landing;
  readonly #password: NewPassword;

  constructor(host: ReactiveElement & LandingOptions, auth: AuthController, landing: Landing) {
    addEnglish(prompting, entrance, callback);
    this.#host = host;
    this.#auth = auth;
    this.#landing = landing;
    this.#password = new NewPassword(host, auth);
  }

  placeOf(): Shown | undefined {
    const arrival = this.#landing.arrival();
    if (!arrival?.isLedBy(this.#host)) return undefined;
    return arrival.place.at === 'idle' || arrival.place.at === 'next' ? undefined : arrival.place;
  }

  screenOf(scene: Scene): Screen {
    const { returnTo, loginUrl, display } = this.#host;
    const { organization } = scene.snapshot;
    const { organization_slug: slug = '', organization_id: id = '' } = organization ?? {};
    const target = returnTo && fillTemplate(returnTo, { slug, id });
    const whole = {
      ...scene,
      ...{ arrival: this.#landing.arrival(), goOn: this.#landing.goOn },
      login: loginUrl ? this.#allowed(loginUrl) : undefined,
      hasOwnWay: this.#host.querySelector(':scope > [slot=error]') !== null,
      isDialog: display === 'dialog',
      onward: target ? (this.#allowed(target) ?? 'refused') : undefined,
      passwordForm: (email) => this.#passwordForm(scene, email),
    } as CallbackScene;
    return (screens[whole.place.at] as (scene: CallbackScene) => Screen)(whole);
  }

  /** A way back that the page may not offer is said to its author. */
  arrive(scene: Scene | undefined): void {
    const { loginUrl } = this.#host;
    if (scene?.place.at !== 'new-password') this.#password.reset();
    if (scene?.place.at !== 'failed' || !loginUrl || this.#allowed(loginUrl)) return;
    announce(this.#host, 'stytch-error', { error: new StytchElementsError('misconfigured', { detail: 'redirect' }) });
  }

  #passwordForm(scene: Scene, email: string | undefined) {
    const arrival = this.#landing.arrival();
    if (arrival?.place.at !== 'new-password') return undefined;
    const { ticket } = arrival.place;
    const submit = async (secret: string) =>
      arrival.passwordSent(await scene.send({ type: 'set-password', ticket, secret }));
    return this.#password.template(scene, { email, submit });
  }

  #allowed(target: string): URL | undefined {
    return safeUrl(target, this.#auth.scope.allowedOrigins ?? [], document.baseURI, location.origin);
  }
}
