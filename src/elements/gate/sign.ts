import { focused } from '../../controllers/focus.js';
import { followActivity } from '../keep-alive/activity.js';

/** Waits until a person does something on the page, other than typing into a field. */
export class Sign {
  readonly #given: () => void;
  #unfollow: (() => void) | undefined;

  constructor(given: () => void) {
    this.#given = given;
  }

  await(): void {
    if (this.#unfollow) return;
    this.#unfollow = followActivity(this.#look);
    if (navigator.userActivation.isActive) this.#look();
  }

  stop(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  readonly #look = (): void => {
    if (document.visibilityState === 'visible' && !isTyping()) this.#given();
  };
}

function isTyping(): boolean {
  return focused()?.matches('input, textarea, select, [contenteditable]') ?? false;
}
