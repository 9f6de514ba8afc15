import type { AuthController } from '../../controllers/auth-controller.js';
import { entrance } from '../../messages/en-entrance.js';
import { prompting } from '../../messages/en-prompt.js';
import { addEnglish } from '../../messages/messages.js';
import type { Kind, Scene, Screen } from '../prompt/screen.js';
import { expired, goBack } from '../prompt/step.js';

/** Asks for a first factor that an organization wants of its own. */
export class StepUpKind implements Kind {
  constructor() {
    addEnglish(prompting, entrance);
  }

  placeOf({ snapshot, view }: AuthController) {
    return snapshot.pending?.kind === 'primary' ? (view.place ?? undefined) : undefined;
  }

  screenOf(scene: Scene): Screen {
    if (scene.place.at === 'expired') return expired(scene);
    if (scene.place.at === 'return') return goBack(scene);
    return { title: scene.into?.organization_name ?? '', cancel: { type: 'cancel' } };
  }
}
