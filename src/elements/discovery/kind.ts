import type { AuthController } from '../../controllers/auth-controller.js';
import { discovery } from '../../messages/en-discovery.js';
import { prompting } from '../../messages/en-prompt.js';
import { addEnglish } from '../../messages/messages.js';
import type { Kind, Scene, Screen } from '../prompt/screen.js';
import { expired, goBack } from '../prompt/step.js';

/** Lets a person choose an organization. */
export class DiscoveryKind implements Kind {
  constructor() {
    addEnglish(prompting, discovery);
  }

  placeOf({ snapshot, view }: AuthController) {
    return snapshot.pending?.kind === 'discovery' ? (view.place ?? undefined) : undefined;
  }

  screenOf(scene: Scene): Screen {
    if (scene.place.at === 'expired') return expired(scene);
    if (scene.place.at === 'return') return goBack(scene);
    return { title: '', cancel: { type: 'cancel' } };
  }
}
