import { StytchElementsError } from '../flows/errors.js';

/** Milliseconds that any call may take. */
export const DEADLINE = 15_000;

/** Settles like `promise`, or rejects with `timeout` after `ms` milliseconds; the SDK has no way to abort. */
export function withDeadline<T>(promise: Promise<T>, ms = DEADLINE): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StytchElementsError('timeout')), ms);
    promise.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
