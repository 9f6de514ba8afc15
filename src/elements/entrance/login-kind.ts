import type { AuthController } from '../../controllers/auth-controller.js';
import { entrance } from '../../messages/en-entrance.js';
import { prompting } from '../../messages/en-prompt.js';
import { addEnglish } from '../../messages/messages.js';
import type { Kind, Scene, Screen } from '../prompt/screen.js';

/** What a page says about log-in. */
export interface LoginOptions {
  readonly methods: string;
}

/** Logs somebody in. */
export class LoginKind implements Kind {
  readonly #options: LoginOptions;

  constructor(options: LoginOptions, _auth: AuthController) {
    addEnglish(prompting, entrance);
    this.#options = options;
  }

  placeOf({ snapshot, view }: AuthController) {
    return snapshot.status === 'signed-out' ? (view.place ?? ({ at: 'methods' } as const)) : undefined;
  }

  screenOf(_scene: Scene): Screen {
    return { title: this.#options.methods };
  }
}
