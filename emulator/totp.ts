import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import { ApiError, found } from './errors.js';
import { newId } from './ids.js';
import type { Member, Organization } from './types.js';
import type { World } from './world.js';

/** An authenticator app of a member; it counts only once a code has confirmed it. */
export interface TotpRegistration {
  totp_registration_id: string;
  secret: string;
  confirmed: boolean;
  /** When an unconfirmed registration is forgotten. */
  expires: number;
  usedSteps: number[];
  /** Recovery codes that become the member's on confirmation. */
  recovery_codes?: string[];
}

const PERIOD_MS = 30_000;
const DAY_MINUTES = 24 * 60;

/** Starts a registration with a new secret; an earlier unconfirmed one is forgotten. */
export function registerTotp(world: World, member: Member, minutes = DAY_MINUTES): TotpRegistration {
  const registration = {
    totp_registration_id: newId('member-totp'),
    secret: new Secret({ size: 20 }).base32,
    confirmed: false,
    expires: world.now() + minutes * 60_000,
    usedSteps: [],
  };
  world.totps.set(member.member_id, registration);
  return registration;
}

/** Checks a code against the server's clock: one step either way, and no code twice. */
export function redeemTotp(world: World, { member_id }: Member, code: string): TotpRegistration {
  const attempts = `totp:${member_id}`;
  world.limits.check(attempts);
  const registration = found(world.totps.get(member_id), 'totp_not_found');
  if (!registration.confirmed && world.now() >= registration.expires) throw new ApiError('totp_not_found');
  const timestamp = world.now();
  const secret = Secret.fromBase32(registration.secret);
  const delta = new TOTP({ secret }).validate({ token: code, timestamp, window: 1 });
  if (delta === null) {
    world.limits.spend(attempts);
    throw new ApiError('unauthorized_credentials');
  }
  const step = Math.floor(timestamp / PERIOD_MS) + delta;
  if (registration.usedSteps.includes(step)) throw new ApiError('totp_code_already_authenticated');
  registration.usedSteps.push(step);
  world.limits.clear(attempts);
  return registration;
}

/** A data URL of the QR code that authenticator apps scan. */
export function qrCode(secret: string, issuer: Organization, label: Member): string {
  const totp = new TOTP({
    issuer: issuer.organization_name,
    label: label.email_address,
    secret: Secret.fromBase32(secret),
  });
  return `data:image/svg+xml;base64,${btoa(renderSVG(totp.toString(), { border: 2 }))}`;
}
