import { latent } from './many.js';
import { newMember, newOrganization } from './shapes.js';
import type { Member, Organization } from './types.js';
import type { World } from './world.js';

/** The password of every seeded address. */
export const SEED_PASSWORD = 'correct horse battery staple';

/** The secret of Ada's authenticator app in Globex. */
export const SEED_TOTP_SECRET = 'JBSWY3DPEHPK3PXP';

/** Ada's phone number in Initech. */
export const SEED_PHONE_NUMBER = '+15555550100';

/** Ada's unused recovery codes in Globex. */
export const SEED_RECOVERY_CODES: readonly string[] = [
  'abcd-efgh-ijkl',
  'bcde-fghi-jklm',
  'cdef-ghij-klmn',
  'defg-hijk-lmno',
  'efgh-ijkl-mnop',
  'fghi-jklm-nopq',
  'ghij-klmn-opqr',
  'hijk-lmno-pqrs',
  'ijkl-mnop-qrst',
  'jklm-nopq-rstu',
];

const ADA = 'ada@example.com';
const SEEDED_AT = '2026-01-02T03:04:05Z'; // fixed, so that created_at never differs between two resets

/** Fills a world with the organizations and people that the README describes. */
export function seed(world: World): void {
  for (const email of [ADA, 'solo@example.com', 'new@example.com', 'several@example.com', 'many@example.com']) {
    world.passwords.set(email, SEED_PASSWORD);
  }
  plain(world);
  secondFactors(world);
  waysIn(world);
  for (const key of ['several', 'many'] as const) {
    world.directory.addLatent(latent(key, world.directory, SEEDED_AT));
  }
}

function plain(world: World): void {
  const acme = organization(world, 'Acme');
  member(world, acme, { email_address: ADA, name: 'Ada Lovelace' }, ['stytch_member', 'stytch_admin']);
  member(world, acme, { email_address: 'solo@example.com', name: 'Solo Soledad' });
}

function secondFactors(world: World): void {
  const ada = { email_address: ADA, name: 'Ada Lovelace' };
  const required = { mfa_policy: 'REQUIRED_FOR_ALL' } as const;
  const totp = {
    mfa_enrolled: true,
    default_mfa_method: 'totp',
    totp_registration_id: 'member-totp-test-ada',
  } as const;
  const inGlobex = member(world, organization(world, 'Globex', required), { ...ada, ...totp });
  world.totps.set(inGlobex.member_id, {
    totp_registration_id: totp.totp_registration_id,
    secret: SEED_TOTP_SECRET,
    confirmed: true,
    expires: Infinity,
    usedSteps: [],
  });
  world.recoveryCodes.set(inGlobex.member_id, [...SEED_RECOVERY_CODES]);
  const phone = { mfa_phone_number: SEED_PHONE_NUMBER, mfa_phone_number_verified: true };
  const sms = { mfa_enrolled: true, default_mfa_method: 'sms_otp', ...phone } as const;
  member(world, organization(world, 'Initech', required), { ...ada, ...sms });
  member(world, organization(world, 'Hooli', required), ada);
}

function waysIn(world: World): void {
  const ada = { email_address: ADA, name: 'Ada Lovelace' };
  const connection_id = 'saml-connection-test-umbrella';
  const umbrella = organization(world, 'Umbrella', {
    auth_methods: 'RESTRICTED',
    allowed_auth_methods: ['sso'],
    sso_default_connection_id: connection_id,
    sso_active_connections: [{ connection_id, display_name: 'Umbrella Okta', identity_provider: 'okta' }],
  });
  member(world, umbrella, ada);
  member(world, organization(world, 'Stark'), { ...ada, status: 'invited' });
  const byDomain: Partial<Organization> = {
    email_jit_provisioning: 'RESTRICTED',
    email_allowed_domains: ['example.com'],
  };
  const wayne = organization(world, 'Wayne', byDomain);
  world.admitted.set(wayne.organization_id, [ADA]); // the seeded people share a domain, but only Ada may join
}

function organization(world: World, organization_name: string, fields: Partial<Organization> = {}): Organization {
  const organization_slug = organization_name.toLowerCase();
  const organization_id = `organization-test-${organization_slug}`;
  const names = { organization_id, organization_name, organization_slug };
  return world.directory.addOrganization(newOrganization(SEEDED_AT, { ...names, ...fields }));
}

function member(
  world: World,
  { organization_id, organization_slug }: Organization,
  fields: Partial<Member> & { email_address: string },
  roles?: readonly string[],
): Member {
  const person = fields.email_address.split('@')[0];
  const standing = { status: 'active', email_address_verified: true } as const;
  const ids = {
    organization_id,
    member_id: `member-test-${person}-${organization_slug}`,
    member_password_id: `member-password-test-${person}`,
  };
  return world.directory.addMember(newMember(SEEDED_AT, { ...ids, ...standing, ...fields }, roles));
}
