import { entrance } from '../../messages/en-entrance.js';
import { prompting } from '../../messages/en-prompt.js';
import { addEnglish } from '../../messages/messages.js';
import type { Kind, Scene, Screen } from '../prompt/screen.js';

/** Says what becomes of a link or a redirect. */
export class CallbackKind implements Kind {
  constructor() {
    addEnglish(prompting, entrance);
  }

  placeOf() {
    return undefined;
  }

  screenOf(_scene: Scene): Screen {
    return { title: '' };
  }
}
