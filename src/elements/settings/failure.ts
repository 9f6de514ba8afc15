import type { TextController } from '../../controllers/text-controller.js';
import type { ErrorCode, StytchElementsError } from '../../flows/errors.js';
import type { Wish } from './wish.js';

/** What went wrong with a wish, in which session. */
export interface Failure {
  readonly problem: StytchElementsError;
  readonly wish: Wish;
  readonly session: string | undefined;
}

/** Errors after which it is not known whether the server has done what it was asked for. */
const UNANSWERED: ReadonlySet<ErrorCode> = new Set(['offline', 'timeout', 'unknown']);

/** A failure in words; codes that may be new ones are to be looked at, as the old ones are of no use then. */
export function wordsFor({ problem, wish }: Failure, text: TextController): string {
  const { gate, settings } = text.messages;
  if (problem.code === 'unavailable' && !problem.detail) return gate.unavailable;
  const isUnsure = wish.type === 'rotate-codes' && UNANSWERED.has(problem.code);
  return isUnsure ? settings.rotateUnsure : text.problem(problem);
}
