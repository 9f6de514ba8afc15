import { timestamp } from './shapes.js';
import type { AuthMethod, Factor, Member, Proof } from './types.js';

/** A proof that needs only the address, as a link or a code sent to it gives. */
export function emailProof(now: number, method: 'magic_link' | 'email_otp', email: string, org: string | null): Proof {
  const email_factor = { email_id: `member-email-test-${email}`, email_address: email };
  return { method, organization_id: org, factor: primary(now, method, 'email', { email_factor }) };
}

/** A proof by password. */
export function passwordProof(now: number, organization_id: string | null): Proof {
  return { method: 'password', organization_id, factor: primary(now, 'password', 'knowledge', {}) };
}

/** A proof by an OAuth provider, such as `google`. */
export function oauthProof(now: number, provider: string, email: string, organization_id: string | null): Proof {
  const identity = {
    id: `member-oauth-registration-test-${provider}-${email}`,
    email_id: `member-email-test-${email}`,
    provider_subject: `${provider}|${email}`,
  };
  const method = `${provider}_oauth` as AuthMethod;
  const factor = primary(now, 'oauth', `oauth_${provider}`, { [`${provider}_oauth_factor`]: identity });
  return { method, organization_id, factor };
}

/** A proof by an organization's identity provider. */
export function ssoProof(now: number, connection_id: string, email: string, organization_id: string): Proof {
  const protocol = connection_id.startsWith('oidc') ? 'oidc' : 'saml';
  const identity = { id: `sso-registration-test-${email}`, provider_id: connection_id, external_id: email };
  const factor = primary(now, 'sso', `sso_${protocol}`, { [`${protocol}_sso_factor`]: identity });
  return { method: 'sso', organization_id, factor };
}

/** A proof by a code that was sent to the member's phone. */
export function smsProof(now: number, { organization_id, member_id }: Member, phone_number: string): Proof {
  const phone_number_factor = { phone_id: `member-phone-number-test-${member_id}`, phone_number };
  return { method: 'sms_otp', organization_id, factor: secondary(now, 'otp', 'sms', { phone_number_factor }) };
}

/** A proof by authenticator app. */
export function totpProof(now: number, { organization_id, totp_registration_id }: Member): Proof {
  const authenticator_app_factor = { totp_id: totp_registration_id };
  const factor = secondary(now, 'totp', 'authenticator_app', { authenticator_app_factor });
  return { method: 'totp', organization_id, factor };
}

/** What stands in for a proof in a session of somebody who impersonates the member. */
export function impersonationProof(now: number, organization_id: string): Proof {
  const impersonated_factor = {
    impersonator_id: 'workspace-member-test-support',
    impersonator_email_address: 'support@example.com',
  };
  const factor = primary(now, 'impersonated', 'impersonation', { impersonated_factor });
  return { method: 'impersonated', organization_id, factor };
}

/** A proof by recovery code. */
export function recoveryProof(now: number, { organization_id, totp_registration_id }: Member): Proof {
  const recovery_code_factor = { totp_recovery_code_id: `${totp_registration_id}-recovery` };
  const factor = secondary(now, 'recovery_codes', 'recovery_code', { recovery_code_factor });
  return { method: 'recovery_codes', organization_id, factor };
}

/** Adds proofs to those a session or intermediate session holds; a factor proved again replaces the older proof. */
export function withProofs(held: readonly Proof[], added: readonly Proof[]): Proof[] {
  const fresh = new Set(added.map(nameOf));
  return [...held.filter((proof) => !fresh.has(nameOf(proof))), ...added];
}

/** Whether a proof shows that its owner can read the address it names. */
export function provesEmail({ method, factor }: Proof): boolean {
  return method === 'sso' || 'email_factor' in factor || method === 'google_oauth' || method === 'microsoft_oauth';
}

function nameOf({ factor }: Proof): string {
  return `${factor.type} ${factor.delivery_method}`;
}

function primary(now: number, type: string, delivery_method: string, details: object): Factor {
  return { type, delivery_method, last_authenticated_at: timestamp(now), sequence_order: 'PRIMARY', ...details };
}

function secondary(now: number, type: string, delivery_method: string, details: object): Factor {
  return { type, delivery_method, last_authenticated_at: timestamp(now), sequence_order: 'SECONDARY', ...details };
}
