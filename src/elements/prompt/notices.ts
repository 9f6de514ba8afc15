import type { Scene } from './screen.js';
import { secondsToResend } from './step.js';

/** Milliseconds before the end of the intermediate session at which it becomes urgent. */
const SOON = 120_000;

/** Milliseconds left of the intermediate session; nothing where it does not matter any more. */
export function timeLeft({ place: { at }, snapshot: { pending }, now }: Scene): number | undefined {
  const isOver = !pending || at === 'save-codes' || at === 'expired' || at === 'return';
  return isOver ? undefined : Date.parse(pending.expiresAt) - now;
}

export function isSoon(left: number): boolean {
  return left <= SOON;
}

/** Whether anything on the screen changes with the second. */
export function isCounting(scene: Scene): boolean {
  return timeLeft(scene) !== undefined || secondsToResend(sentAtOf(scene), scene.now) > 0;
}

/** What is said as time passes: that a code is on its way, when another can be had, when little time is left. */
export class Notices {
  #sentAt = 0;
  #isWaiting = false;
  #wasSoon = false;

  /** What there is to say now; each is said once. */
  next(scene: Scene): string | undefined {
    const { now, messages } = scene;
    const words = scene.place.at === 'sent' ? messages.links : messages.prompt;
    const known = sentAtOf(scene);
    const sentAt = known ?? this.#sentAt;
    const isNew = this.#sentAt > 0 && sentAt > this.#sentAt;
    const isWaiting = secondsToResend(known, now) > 0;
    const wasWaiting = this.#isWaiting && known !== undefined;
    const left = timeLeft(scene);
    const soon = left !== undefined && isSoon(left);
    const isUrgent = soon && !this.#wasSoon;
    [this.#sentAt, this.#isWaiting, this.#wasSoon] = [sentAt, isWaiting, soon];
    if (isUrgent) return messages.prompt.deadlineSoon;
    if (isNew) return words.sent;
    return wasWaiting && !isWaiting ? words.resendReady : undefined;
  }
}

/** When the last code or link went out, where that is known. */
function sentAtOf({ place }: Scene): number | undefined {
  return ('sentAt' in place && place.sentAt) || undefined;
}
