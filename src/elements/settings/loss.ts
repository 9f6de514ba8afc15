import type { Messages } from '../../messages/messages.js';
import type { Question } from '../parts/question.js';
import type { Wish } from './wish.js';

/** Whether something that works now will not work any more. */
export function isLoss({ type }: Wish): boolean {
  return type === 'remove-factor' || type === 'rotate-codes';
}

/** Asks before something is lost; `answer` is told whether to go on. */
export function questionOf(
  wish: Wish,
  { common, settings: words }: Messages,
  answer: (goesOn: boolean) => void,
): Question {
  const method = 'method' in wish ? wish.method : 'codes';
  const [title, text, label] = {
    totp: [words.removeTotpTitle, words.removeTotp, words.remove] as const,
    sms_otp: [words.removeSmsTitle, words.removeSms, words.remove] as const,
    codes: [words.rotateTitle, words.rotateText, common.continue] as const,
  }[method];
  const ways = [
    { label: common.cancel, take: () => answer(false) },
    { label, take: () => answer(true), isLoss: wish.type === 'remove-factor' },
  ];
  return { title, text, ways };
}
