import { StytchElementsError, type ErrorCode, type ErrorDetail } from '../flows/errors.js';
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
  member_not_found: 'not-allowed',
  session_authorization_error: 'not-allowed',
  insufficient_factors_for_session_exchange: 'not-allowed',
  invalid_phone_number: 'not-allowed',
  invalid_phone_number_country_code: 'not-allowed',
  unsubscribed_phone_number: 'not-allowed',
  duplicate_member_phone_number: 'not-allowed',
};

/** `error_type`s that a person can do something particular about. */
const DETAILS: Readonly<Record<string, readonly [ErrorCode, ErrorDetail]>> = {
  invalid_email: ['not-allowed', 'email'],
  inactive_email: ['not-allowed', 'email'],
  email_not_found: ['not-allowed', 'no-access'],
  email_jit_provisioning_not_allowed: ['not-allowed', 'no-access'],
  invalid_email_for_jit_provisioning: ['not-allowed', 'no-access'],
  invalid_connection_for_jit_provisioning: ['not-allowed', 'no-access'],
  member_password_not_found: ['invalid-code', 'no-password'],
  no_user_password: ['invalid-code', 'no-password'],
  reset_password: ['invalid-code', 'no-password'],
  member_reset_password: ['invalid-code', 'no-password'],
  weak_password: ['not-allowed', 'weak-password'],
  breached_password: ['not-allowed', 'breached-password'],
  organization_not_found: ['not-allowed', 'organization'],
  invalid_organization_slug: ['not-allowed', 'slug'],
  organization_slug_already_used: ['not-allowed', 'slug-taken'],
  action_not_allowed_email_domain_is_claimed: ['not-allowed', 'domain-claimed'],
  unable_to_auth_magic_link: ['code-expired', 'link'],
  magic_link_not_found: ['code-expired', 'link'],
  oauth_token_not_found: ['code-expired', 'link'],
  sso_token_not_found: ['code-expired', 'link'],
  unable_to_auth_impersonation_token: ['code-expired', 'link'],
  unable_to_auth_password_reset_token: ['code-expired', 'link'],
  pkce_expected_code_verifier: ['not-allowed', 'other-browser'],
  pkce_mismatch: ['not-allowed', 'other-browser'],
  oauth_flow_callback_error: ['cancelled', 'refused'],
};

/** What wrong credentials are about in calls that prove something; in any other the session has ended. */
const PROOFS: { readonly [K in CallName]?: ErrorDetail | 'code' } = {
  verify: 'code',
  recover: 'code',
  'email-code': 'code',
  password: 'password',
  redeem: 'link',
  'set-password': 'link',
};

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
  const [code, detail] = meaningOf(errorType, status_code, call);
  return new StytchElementsError(code, { errorType, detail });
}

function meaningOf(
  errorType: string,
  status: number | undefined,
  call: CallName | undefined,
): readonly [ErrorCode, ErrorDetail?] {
  const proof = call && PROOFS[call];
  if (errorType === 'unauthorized_credentials' && proof)
    return proof === 'code' ? ['invalid-code'] : ['invalid-code', proof];
  const particular = DETAILS[errorType];
  if (particular) return particular;
  const code = codeOf(errorType, status);
  return errorType.includes('phone_number') ? [code, 'phone-number'] : [code];
}

function codeOf(errorType: string, status: number | undefined): ErrorCode {
  if (errorType === 'unauthorized_credentials') return 'session-ended';
  const known = CODES[errorType];
  if (known) return known;
  if (errorType.startsWith('no_match_for_provided_')) return 'misconfigured'; // an address that the project does not know
  if (status === 429) return 'rate-limited';
  if (status === 403 || /restricted|not_allowed/.test(errorType)) return 'not-allowed';
  return 'unknown';
}
