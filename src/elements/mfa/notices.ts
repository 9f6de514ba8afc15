import type { Scene } from './screen.js';
import { secondsToResend } from './verify.js';

/** Milliseconds before the end of the intermediate session at which it becomes urgent. */
const SOON = 120_000;

/** Milliseconds left of the intermediate session; nothing where it does not matter any more. */
export function timeLeft({ place, pending, now }: Scene): number | undefined {
  const isOver = place.at === 'save-codes' || place.at === 'expired' || place.at === 'return';
  return isOver ? undefined : Date.parse(pending.expiresAt) - now;
}

export function isSoon(left: number): boolean {
  return left <= SOON;
}

/** What is said as time passes: that a text is on its way, when another can be had, when little time is left. */
export class Notices {
  #sentAt = 0;
  #isWaiting = false;
  #wasSoon = false;

  /** What there is to say now; each is said once. */
  next(scene: Scene): string | undefined {
    const { place, now, messages } = scene;
    const { mfa } = messages;
    const code = place.at === 'code' ? place : undefined;
    const sentAt = code?.sentAt ?? this.#sentAt;
    const isNew = this.#sentAt > 0 && sentAt > this.#sentAt;
    const isWaiting = code !== undefined && secondsToResend(code, now) > 0;
    const wasWaiting = this.#isWaiting && code !== undefined;
    const left = timeLeft(scene);
    const soon = left !== undefined && isSoon(left);
    const isUrgent = soon && !this.#wasSoon;
    [this.#sentAt, this.#isWaiting, this.#wasSoon] = [sentAt, isWaiting, soon];
    if (isUrgent) return mfa.deadlineSoon;
    if (isNew) return mfa.sent;
    return wasWaiting && !isWaiting ? mfa.resendReady : undefined;
  }
}
