/** What went wrong, as a page can act on it. */
export type ErrorCode =
  | 'offline'
  | 'timeout'
  | 'rate-limited'
  | 'invalid-code'
  | 'code-expired'
  | 'pending-expired'
  | 'not-allowed'
  | 'session-ended'
  | 'misconfigured'
  | 'cancelled'
  | 'unavailable'
  | 'unknown';

/** More than the code where a person can do something about it; each has a sentence of its own. */
export type ErrorDetail =
  | 'cookies'
  | 'storage'
  | 'sdk'
  | 'no-token'
  | 'emulator-needs-test-token'
  | 'redirect'
  | 'address'
  | 'phone-number'
  | 'unverified'
  | 'expired'
  | 'revoked'
  | 'verify-again'
  | 'not-restored'
  | 'email'
  | 'password'
  | 'no-password'
  | 'weak-password'
  | 'breached-password'
  | 'organization'
  | 'no-access'
  | 'slug'
  | 'slug-taken'
  | 'domain-claimed'
  | 'link'
  | 'other-browser'
  | 'link-type'
  | 'back-end'
  | 'occupied'
  | 'refused'
  | 'keep-alive'
  | 'old-log-in';

const RETRYABLE: ReadonlySet<ErrorCode> = new Set(['offline', 'timeout', 'rate-limited', 'unknown']);

/**
 * Every failure an element shows or announces. The message is the code: it never carries a token, a code that was
 * typed, or the server's text.
 */
export class StytchElementsError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail | undefined;
  /** Stytch's own `error_type`, when its API refused. */
  readonly errorType: string | undefined;
  /** True when asking again unchanged may succeed. */
  readonly retryable: boolean;

  constructor(code: ErrorCode, more: { detail?: ErrorDetail | undefined; errorType?: string | undefined } = {}) {
    super(more.detail ? `${code} (${more.detail})` : code);
    this.name = 'StytchElementsError';
    this.code = code;
    this.detail = more.detail;
    this.errorType = more.errorType;
    this.retryable = RETRYABLE.has(code);
  }
}
