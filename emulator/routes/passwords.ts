import { allowsMethod } from '../assess.js';
import { email, optionalNumber, optionalText, text, type Call } from '../call.js';
import { checkCarried, requireSession } from '../caller.js';
import { attemptOf, conclude } from '../conclude.js';
import { ApiError, found } from '../errors.js';
import { LINK_MINUTES, redeemLink } from '../links.js';
import { discoveryAnswer } from '../login.js';
import { bodyOrganization, organizationBy } from '../lookup.js';
import { mailLink, sends } from '../mail.js';
import { checkPassword, checkStrength, setPassword, strengthOf } from '../passwords.js';
import { challengeIn } from '../pkce.js';
import { emailProof, passwordProof } from '../proofs.js';
import { grantOf, touchSession } from '../sessions.js';
import type { Member, Organization } from '../types.js';
import { both, browser, server, type Route } from './route.js';

const FRESH_MS = 5 * 60_000;
const LANDING = { stytch_redirect_type: 'reset_password' };

/** How the two kinds of reset spell the fields they share. */
const RESETS = {
  password_reset: {
    challenge: 'code_challenge',
    verifier: 'code_verifier',
    redirects: ['reset_password_redirect_url', 'login_redirect_url'],
  },
  discovery_password_reset: {
    challenge: 'pkce_code_challenge',
    verifier: 'pkce_code_verifier',
    redirects: ['reset_password_redirect_url', 'discovery_redirect_url'],
  },
} as const;

type Reset = keyof typeof RESETS;

/** Passwords: logging in with them, resetting them, and how strong they are. */
export const passwords: Route[] = [
  both('POST', '/b2b/passwords/authenticate', (call) => withPassword(call, 'password')),
  both('POST', '/b2b/passwords/existing_password/reset', (call) => withPassword(call, 'existing_password')),
  both('POST', '/b2b/passwords/email/reset/start', startReset),
  both('POST', '/b2b/passwords/email/reset', reset),
  both('POST', '/b2b/passwords/session/reset', resetBySession),
  both('POST', '/b2b/passwords/strength_check', strengthCheck),
  both('POST', '/b2b/passwords/discovery/authenticate', authenticateDiscovery),
  browser('POST', '/b2b/passwords/discovery/reset/start', startDiscoveryReset),
  browser('POST', '/b2b/passwords/discovery/reset', resetDiscovery),
  server('POST', '/b2b/passwords/discovery/email/reset/start', startDiscoveryReset),
  server('POST', '/b2b/passwords/discovery/email/reset', resetDiscovery),
];

/** Logs a member in with a password, and changes it when the call names a new one. */
async function withPassword(call: Call, field: 'password' | 'existing_password') {
  const organization = bodyOrganization(call);
  const email_address = email(call);
  checkPassword(call.world, email_address, text(call, field));
  const member = call.world.directory.memberByEmail(organization.organization_id, email_address);
  if (!member) throw new ApiError('unauthorized_credentials');
  if (field === 'existing_password') setPassword(call.world, email_address, text(call, 'new_password'));
  return enter(call, member, organization);
}

async function enter(call: Call, member: Member, organization: Organization, readEmail = false) {
  const { world } = call;
  const { organization_id } = organization;
  if (!allowsMethod(organization, 'password')) throw new ApiError('operation_restricted_by_organization_auth_methods');
  const proofs = [passwordProof(world.now(), organization_id)];
  if (readEmail) proofs.push(emailProof(world.now(), 'magic_link', member.email_address, organization_id));
  return conclude(call, await attemptOf(call, member, organization, ...proofs));
}

function startReset(call: Call) {
  const organization = bodyOrganization(call);
  const member = call.world.directory.memberByEmail(organization.organization_id, email(call));
  mailReset(call, 'password_reset', found(member, 'email_not_found').email_address, organization.organization_id);
  return {};
}

function startDiscoveryReset(call: Call) {
  mailReset(call, 'discovery_password_reset', email(call), '');
  return {};
}

function mailReset(call: Call, purpose: Reset, to: string, org: string): void {
  const { challenge, redirects } = RESETS[purpose];
  mailLink(call, {
    kind: 'password_reset',
    purpose,
    email_address: to,
    organization_id: org,
    code_challenge: challengeIn(call, challenge),
    redirects,
    minutes: optionalNumber(call, 'reset_password_expiration_minutes') ?? LINK_MINUTES,
    parameters: LANDING,
  });
}

async function reset(call: Call) {
  await checkCarried(call);
  const { email_address, organization_id } = await redeemReset(call, 'password_reset');
  const organization = organizationBy(call.world, organization_id);
  const member = call.world.directory.memberByEmail(organization_id, email_address);
  return enter(call, found(member, 'member_not_found'), organization, true);
}

async function resetDiscovery(call: Call) {
  const { email_address } = await redeemReset(call, 'discovery_password_reset');
  const now = call.world.now();
  const proofs = [passwordProof(now, null), emailProof(now, 'magic_link', email_address, null)];
  return { ...discoveryAnswer(call, email_address, proofs), organization_id_hint: null };
}

async function redeemReset(call: Call, purpose: Reset) {
  const { world } = call;
  const password = text(call, 'password');
  const token = text(call, 'password_reset_token');
  checkStrength(password, world.links.get(token)?.email_address); // first: a weak try does not use the link up
  const link = await redeemLink(world, token, [purpose], optionalText(call, RESETS[purpose].verifier));
  setPassword(world, link.email_address, password);
  world.limits.clear(sends(link.email_address));
  return link;
}

async function resetBySession(call: Call) {
  const { world } = call;
  const current = await requireSession(call);
  const grant = await grantOf(world, current);
  const newest = Math.max(...current.proofs.map(({ factor }) => Date.parse(factor.last_authenticated_at)));
  if (world.now() - newest > FRESH_MS) throw new ApiError('session_too_old_to_reset_password');
  setPassword(world, grant.member.email_address, text(call, 'password'));
  touchSession(world, current, { proofs: [passwordProof(world.now(), grant.organization_id)] });
  return grantOf(world, current);
}

function strengthCheck(call: Call) {
  return strengthOf(text(call, 'password'), optionalText(call, 'email_address'));
}

function authenticateDiscovery(call: Call) {
  const email_address = email(call);
  checkPassword(call.world, email_address, text(call, 'password'));
  const answer = discoveryAnswer(call, email_address, [passwordProof(call.world.now(), null)]);
  return { ...answer, organization_id_hint: null };
}
