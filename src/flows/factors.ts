import type { MemberSession } from './types.js';

type Factor = MemberSession['authentication_factors'][number];

/** The method of a factor, as Stytch names methods: `google_oauth`, `email_otp`, `sms_otp`, `totp`, `recovery_codes`. */
export function methodOf({ type, delivery_method }: Factor): string {
  const [kind, provider] = delivery_method.split('_');
  if (kind === 'oauth' && provider) return `${provider}_oauth`;
  if (kind === 'sso') return 'sso';
  if (type === 'otp') return kind === 'email' ? 'email_otp' : 'sms_otp';
  return type;
}

/** The method of a session's newest first factor. */
export function firstMethodOf({ authentication_factors }: MemberSession): string | undefined {
  const newest = newestOf(authentication_factors.filter(({ sequence_order }) => sequence_order === 'PRIMARY'));
  return newest && methodOf(newest);
}

/**
 * When a factor was last proved, in milliseconds since 1970: of one method, else any second factor if the session has
 * one, else any at all.
 */
export function lastProved({ authentication_factors: all }: MemberSession, method?: string): number | undefined {
  const second = all.filter(({ sequence_order }) => sequence_order !== 'PRIMARY');
  const counted = method ? all.filter((each) => methodOf(each) === method) : second.length > 0 ? second : all;
  const newest = newestOf(counted);
  return newest && Date.parse(newest.last_authenticated_at);
}

/** Whether there is a second factor among them; two first ones make none. */
export function hasSecond({ authentication_factors }: MemberSession): boolean {
  return authentication_factors.some(({ sequence_order }) => sequence_order !== 'PRIMARY');
}

function newestOf(factors: readonly Factor[]): Factor | undefined {
  const newer = (one: Factor, other: Factor) => one.last_authenticated_at.localeCompare(other.last_authenticated_at);
  return factors.toSorted(newer).at(-1);
}
