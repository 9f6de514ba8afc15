import { ApiError } from './errors.js';
import { newCode } from './ids.js';
import type { World } from './world.js';

/** A one-time code that was sent to somebody. */
export interface Code {
  code: string;
  expires: number;
  used: boolean;
}

/** How long each kind of code lives, in minutes, unless the request says otherwise. */
export const CODE_MINUTES = { sms: 2, email: 10 } as const;

/** Makes the one valid code for `key`; an older one stops working. */
export function issueCode(world: World, key: string, minutes: number): string {
  const code = newCode();
  world.codes.set(key, { code, expires: world.now() + minutes * 60_000, used: false });
  return code;
}

/** Uses up the code for `key`; refuses a wrong, expired or used one, and slows down guessing. */
export function redeemCode(world: World, key: string, given: string): void {
  const attempts = `code:${key}`;
  world.limits.check(attempts);
  const known = world.codes.get(key);
  if (known?.code !== given) {
    world.limits.spend(attempts);
    throw new ApiError('unauthorized_credentials');
  }
  if (known.used || world.now() >= known.expires) throw new ApiError('unable_to_auth_otp_code');
  known.used = true;
  world.limits.clear(attempts);
}
