import { nameOf } from '../../controllers/names.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import { lastMethod } from '../../client/last-method.js';
import type { PendingPrimary } from '../../flows/types.js';
import { entrance } from '../../messages/en-entrance.js';
import { prompting } from '../../messages/en-prompt.js';
import { addEnglish } from '../../messages/messages.js';
import type { Kind, Scene, Screen } from '../prompt/screen.js';
import { expired, goBack } from '../prompt/step.js';
import { usable } from './methods.js';
import { proofs } from './proofs.js';
import type { EntranceScene } from './screen.js';
import { stepUpMethods } from './step-up-methods.js';

const screens = { ...proofs, methods: stepUpMethods, expired, return: goBack };

/** Asks for a first factor that an organization wants of its own. */
export class StepUpKind implements Kind {
  readonly #auth: AuthController;
  readonly #memory = { email: '' };

  constructor(auth: AuthController) {
    addEnglish(prompting, entrance);
    this.#auth = auth;
  }

  placeOf({ snapshot, view }: AuthController) {
    return snapshot.pending?.kind === 'primary' ? (view.place ?? undefined) : undefined;
  }

  screenOf(scene: Scene): Screen {
    const screen = screens[scene.place.at as keyof typeof screens] as (scene: EntranceScene) => Screen;
    const drawn = screen(this.#whole(scene));
    return scene.place.at === 'return' ? drawn : { ...drawn, cancel: { type: 'cancel' } };
  }

  arrive(scene: Scene | undefined): void {
    if (!scene) this.#memory.email = '';
  }

  #whole(scene: Scene): EntranceScene {
    const { organization, member, allowedAuthMethods } = scene.snapshot.pending as PendingPrimary;
    const { verifyTitle, stepUpTitle } = scene.messages.entrance;
    return {
      ...(scene as EntranceScene),
      title: member?.email_address_verified === false ? verifyTitle : stepUpTitle(nameOf(organization)),
      methods: usable(allowedAuthMethods, { ...organization, auth_methods: 'ALL_ALLOWED' }), // it has said what it allows now
      last: lastMethod(this.#auth.store?.options.publicToken ?? ''),
      fixed: member?.email_address ?? scene.email ?? undefined,
      memory: this.#memory,
      isLost: false,
    };
  }
}
