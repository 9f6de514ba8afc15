import { newId } from './ids.js';

/** The errors the emulator answers with: status and message by Stytch's `error_type`. */
const ERRORS = {
  invalid_request: [400, 'The request is missing a field, or a field has the wrong type.'],
  invalid_email: [400, 'Email format is invalid.'],
  invalid_phone_number: [400, 'Phone number format is invalid. Use E.164, such as +15555550100.'],
  invalid_session_duration_minutes: [400, 'Session duration must be between 5 and 527040 minutes.'],
  invalid_organization_slug: [400, 'The organization slug must have 2 to 128 letters, digits, "-", ".", "_" and "~".'],
  invalid_organization_name: [400, 'The organization name must have 1 to 128 characters.'],
  invalid_rbac_role_id: [400, 'A role does not exist.'],
  invalid_domain: [400, 'An e-mail domain is not valid.'],
  no_match_for_provided_magic_link_url: [400, 'The redirect URL must be an absolute http or https URL.'],
  organization_slug_already_used: [400, 'The organization slug is already in use.'],
  duplicate_email: [400, 'A member with this email already exists in the organization.'],
  duplicate_member_phone_number: [400, 'The member already has another phone number.'],
  invalid_intermediate_session_token_for_organization: [400, 'The intermediate session belongs to another email.'],
  member_session_member_id_mismatch: [400, 'The session belongs to another member.'],
  too_many_session_arguments: [400, 'Pass either a session token or a session JWT, not both.'],
  no_session_arguments: [400, 'A session token, a session JWT or an intermediate session token is required.'],
  no_session_revoke_arguments: [400, 'One of session_token, session_jwt, member_session_id, member_id is required.'],
  active_totp_exists: [400, 'The member already has an authenticator app.'],
  operation_restricted_by_organization_auth_methods: [400, 'The organization does not allow this auth method.'],
  operation_restricted_by_organization_mfa_methods: [400, 'The organization does not allow this MFA method.'],
  weak_password: [400, 'The password is too weak.'],
  breached_password: [400, 'The password is in a list of breached passwords.'],
  invalid_pkce_code_challenge: [400, 'The project requires PKCE: a code challenge is missing.'],
  pkce_expected_code_verifier: [400, 'A PKCE code verifier is required.'],
  pkce_mismatch: [400, 'The PKCE code verifier does not match the code challenge.'],
  unauthorized_credentials: [401, 'Unauthorized credentials.'],
  endpoint_not_authorized_for_sdk: [401, 'The project does not let pages do this.'],
  unable_to_auth_otp_code: [401, 'The code is expired or was already used. Request another one.'],
  unable_to_auth_magic_link: [401, 'The magic link is expired or was already used. Request another one.'],
  unable_to_auth_password_reset_token: [401, 'The password reset token is expired or was already used.'],
  unable_to_auth_impersonation_token: [401, 'The impersonation token is expired or was already used.'],
  unable_to_parse_session_jwt: [401, 'The session JWT could not be verified.'],
  totp_code_already_authenticated: [401, 'The TOTP code was already used. Wait for the next one.'],
  session_authorization_error: [403, 'The member is not authorized to perform this action.'],
  session_authorization_tenancy_error: [403, 'The member belongs to another organization.'],
  session_too_old_to_reset_password: [403, 'The session is too old to reset the password with.'],
  email_jit_provisioning_not_allowed: [403, 'The organization lets nobody join by email.'],
  invalid_email_for_jit_provisioning: [403, 'The organization does not let this email join.'],
  invalid_connection_for_jit_provisioning: [403, 'The organization lets nobody join by this SSO connection.'],
  invites_not_allowed: [403, 'The organization does not allow inviting this email.'],
  session_not_found: [404, 'Session could not be found.'],
  intermediate_session_not_found: [404, 'Intermediate session could not be found.'],
  organization_not_found: [404, 'Organization could not be found.'],
  member_not_found: [404, 'Member could not be found.'],
  email_not_found: [404, 'Email could not be found.'],
  member_password_not_found: [404, 'The member has no password.'],
  totp_not_found: [404, 'The member has no authenticator app.'],
  recovery_codes_not_found: [404, 'The member has no recovery codes.'],
  member_phone_number_not_found: [404, 'The member has no phone number.'],
  oauth_token_not_found: [404, 'The OAuth token is unknown, expired or was already used.'],
  sso_token_not_found: [404, 'The SSO token is unknown, expired or was already used.'],
  sso_connection_not_found: [404, 'The SSO connection could not be found.'],
  project_not_found: [404, 'Project could not be found.'],
  route_not_found: [404, 'The emulator does not have this endpoint.'],
  too_many_requests: [429, 'Too many requests have been made.'],
  internal_server_error: [500, 'The emulator failed.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

/** Every `error_type` the emulator itself can answer with. */
export type ErrorType = keyof typeof ERRORS;

/** The status that goes with an `error_type`, if the emulator knows it. */
export function statusOf(error_type: string): number | undefined {
  return error_type in ERRORS ? ERRORS[error_type as ErrorType][0] : undefined;
}

/** A refusal that is answered in Stytch's error format. */
export class ApiError extends Error {
  readonly status: number;

  constructor(
    readonly error_type: ErrorType,
    message: string = ERRORS[error_type][1],
  ) {
    super(message);
    this.status = ERRORS[error_type][0];
  }
}

/** The body of an error answer, flat as both SDKs expect it. */
export function errorBody(status_code: number, error_type: string, error_message: string) {
  return {
    status_code,
    request_id: newId('request-id'),
    error_type,
    error_message,
    error_url: `https://stytch.com/docs/b2b/api/errors/${status_code}#${error_type}`,
    error_details: {},
  };
}

/** The value, unless it is null or undefined: then the refusal. */
export function found<T>(value: T | null | undefined, error_type: ErrorType): T {
  if (value === null || value === undefined) throw new ApiError(error_type);
  return value;
}
