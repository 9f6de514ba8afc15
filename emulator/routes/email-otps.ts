import { email, optionalNumber, text, type Call } from '../call.js';
import { checkCarried } from '../caller.js';
import { CODE_MINUTES, issueCode, redeemCode } from '../codes.js';
import { attemptOf, conclude } from '../conclude.js';
import { normalized } from '../directory.js';
import { ApiError } from '../errors.js';
import { discoveryAnswer, recipient, sentAnswer } from '../login.js';
import { bodyOrganization } from '../lookup.js';
import { sends } from '../mail.js';
import { post } from '../outbox.js';
import { emailProof } from '../proofs.js';
import { both, type Route } from './route.js';

/** Codes by e-mail, for logging in and for discovery. */
export const emailOtps: Route[] = [
  both('POST', '/b2b/otps/email/login_or_signup', send),
  both('POST', '/b2b/otps/email/authenticate', authenticate),
  both('POST', '/b2b/otps/email/discovery/send', sendDiscovery),
  both('POST', '/b2b/otps/email/discovery/authenticate', authenticateDiscovery),
];

function send(call: Call) {
  const { member, organization, member_created } = recipient(call, 'email_otp');
  const minutes = optionalNumber(call, 'login_expiration_minutes');
  mailCode(call, member.email_address, organization.organization_id, minutes);
  return sentAnswer(call, member, organization, member_created);
}

async function authenticate(call: Call) {
  const { world } = call;
  const organization = bodyOrganization(call);
  const { organization_id } = organization;
  const email_address = email(call);
  await checkCarried(call);
  redeem(call, email_address, organization_id);
  const member = world.directory.memberByEmail(organization_id, email_address);
  if (!member) throw new ApiError('member_not_found');
  const proof = emailProof(world.now(), 'email_otp', email_address, organization_id);
  const answer = await conclude(call, await attemptOf(call, member, organization, proof));
  return { ...answer, method_id: `member-email-test-${email_address}` };
}

function sendDiscovery(call: Call) {
  mailCode(call, email(call), null, optionalNumber(call, 'discovery_expiration_minutes'));
  return {};
}

function authenticateDiscovery(call: Call) {
  const email_address = email(call);
  redeem(call, email_address, null);
  return discoveryAnswer(call, email_address, [emailProof(call.world.now(), 'email_otp', email_address, null)]);
}

function mailCode(
  { world }: Call,
  to: string,
  organization_id: string | null,
  minutes: number = CODE_MINUTES.email,
): void {
  world.limits.spend(sends(to));
  post(world, { to, kind: 'email_otp', code: issueCode(world, keyOf(to, organization_id), minutes) });
}

function redeem(call: Call, email_address: string, organization_id: string | null): void {
  redeemCode(call.world, keyOf(email_address, organization_id), text(call, 'code'));
  call.world.limits.clear(sends(email_address));
}

function keyOf(email_address: string, organization_id: string | null): string {
  return `email:${organization_id ?? 'discovery'}:${normalized(email_address)}`;
}
