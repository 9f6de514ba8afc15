import { StytchElementsError, type ErrorCode } from '../flows/errors.js';
import type { CallName } from '../flows/call.js';

/** Stytch's `error_type`s by what they mean to a person. `unauthorized_credentials` means two things, see below. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  too_many_requests: 'rate-limited',
  user_lock_limit_reached: 'rate-limited',
  invalid_code: 'invalid-code',
  unable_to_auth_otp_code: 'code-expired', // expired, or used before
  otp_code_not_found: 'invalid-code',
  invalid_totp_code: 'invalid-code',
  unable_to_authenticate_totp: 'invalid-code',
  totp_code_already_authenticated: 'invalid-code',
  invalid_recovery_code: 'invalid-code',
  unable_to_authenticate_recovery_code: 'invalid-code',
  otp_code_expired: 'code-expired',
  intermediate_session_not_found: 'pending-expired',
  invalid_intermediate_session_token: 'pending-expired',
  invalid_intermediate_session_token_for_organization: 'not-allowed',
  session_not_found: 'session-ended',
  user_unauthenticated: 'session-ended',
  invalid_secret_authentication: 'session-ended',
  organization_not_found: 'not-allowed',
  member_not_found: 'not-allowed',
  session_authorization_error: 'not-allowed',
  insufficient_factors_for_session_exchange: 'not-allowed',
  invalid_phone_number: 'not-allowed',
  invalid_phone_number_country_code: 'not-allowed',
  unsubscribed_phone_number: 'not-allowed',
  duplicate_member_phone_number: 'not-allowed',
};

/** Calls in which wrong credentials are a wrong code, not an ended session. */
const PROOFS: ReadonlySet<CallName> = new Set(['verify', 'recover']);

/**
 * The typed error for whatever the SDK threw. It reads shapes, not classes: two copies of the SDK defeat
 * `instanceof`, and only Chromium's wording of a network failure is wrapped by it.
 */
export function toProblem(thrown: unknown, call?: CallName): StytchElementsError {
  if (thrown instanceof StytchElementsError) return thrown;
  const {
    name,
    error_type: errorType,
    status_code,
  } = Object(thrown) as {
    name?: string;
    error_type?: string;
    status_code?: number;
  };
  if (!errorType) {
    const unreachable = name === 'StytchAPIUnreachableError' || name === 'TypeError';
    return new StytchElementsError(unreachable ? 'offline' : 'unknown');
  }
  const detail = errorType.includes('phone_number') ? 'phone-number' : undefined;
  return new StytchElementsError(codeOf(errorType, status_code, call), { errorType, detail });
}

function codeOf(errorType: string, status: number | undefined, call: CallName | undefined): ErrorCode {
  if (errorType === 'unauthorized_credentials') return call && PROOFS.has(call) ? 'invalid-code' : 'session-ended';
  const known = CODES[errorType];
  if (known) return known;
  if (status === 429) return 'rate-limited';
  if (status === 403 || /restricted|not_allowed/.test(errorType)) return 'not-allowed';
  return 'unknown';
}
