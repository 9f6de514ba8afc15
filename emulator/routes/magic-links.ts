import { email, optionalNumber, optionalText, text, type Call } from '../call.js';
import { checkCarried } from '../caller.js';
import { attemptOf, conclude } from '../conclude.js';
import { domainOf } from '../directory.js';
import { joining } from '../discovery.js';
import { ApiError, found } from '../errors.js';
import { redeemLink } from '../links.js';
import { discoveryAnswer, recipient, sentAnswer } from '../login.js';
import { memberAnswer, organizationBy } from '../lookup.js';
import { mailLink, sends } from '../mail.js';
import { callOrganization, rolesIn } from '../members.js';
import { challengeIn } from '../pkce.js';
import { emailProof } from '../proofs.js';
import { authorize } from '../rbac.js';
import { assignedRoles } from '../shapes.js';
import type { Member, Organization } from '../types.js';
import { amend } from '../amend.js';
import { both, type Route } from './route.js';

/** E-mail links, for logging in, for invitations and for discovery. */
export const magicLinks: Route[] = [
  both('POST', '/b2b/magic_links/email/login_or_signup', send),
  both('POST', '/b2b/magic_links/email/invite', invite),
  both('POST', '/b2b/magic_links/email/discovery/send', sendDiscovery),
  both('POST', '/b2b/magic_links/authenticate', authenticate),
  both('POST', '/b2b/magic_links/discovery/authenticate', authenticateDiscovery),
];

function send(call: Call) {
  const code_challenge = challengeIn(call, 'pkce_code_challenge');
  const { member, organization, member_created } = recipient(call, 'magic_link');
  const signsUp = member.status !== 'active';
  const redirects = ['login_redirect_url', 'signup_redirect_url'];
  mailLink(call, {
    kind: 'magic_link',
    purpose: 'magic_link',
    email_address: member.email_address,
    organization_id: organization.organization_id,
    code_challenge,
    redirects: signsUp ? redirects.reverse() : redirects,
    minutes: optionalNumber(call, signsUp ? 'signup_expiration_minutes' : 'login_expiration_minutes'),
  });
  return sentAnswer(call, member, organization, member_created);
}

async function invite(call: Call) {
  const organization = await callOrganization(call, optionalText(call, 'organization_id'));
  await authorize(call, organization, 'stytch.member', ['create']);
  const member = invited(call, organization);
  mailLink(call, {
    kind: 'magic_link',
    purpose: 'magic_link',
    email_address: member.email_address,
    organization_id: organization.organization_id,
    redirects: ['invite_redirect_url'],
    minutes: optionalNumber(call, 'invite_expiration_minutes') ?? 7 * 24 * 60,
  });
  return memberAnswer(member, organization);
}

/** The member an invitation is for; inviting somebody twice only sends another link. */
function invited(call: Call, organization: Organization): Member {
  const { world } = call;
  const email_address = email(call);
  if (!mayInvite(organization, email_address)) throw new ApiError('invites_not_allowed');
  const known = world.directory.memberByEmail(organization.organization_id, email_address);
  if (known?.status === 'active') throw new ApiError('duplicate_email');
  const member = known ?? world.directory.addMember(joining(world, organization, email_address));
  const roles = assignedRoles(rolesIn(call, organization));
  return amend(world, member, { status: 'invited', roles, name: optionalText(call, 'name') ?? member.name });
}

function mayInvite({ email_invites, email_allowed_domains }: Organization, email_address: string): boolean {
  if (email_invites === 'RESTRICTED') return email_allowed_domains.includes(domainOf(email_address));
  return email_invites === 'ALL_ALLOWED';
}

function sendDiscovery(call: Call) {
  mailLink(call, {
    kind: 'magic_link',
    purpose: 'discovery',
    email_address: email(call),
    organization_id: '',
    code_challenge: challengeIn(call, 'pkce_code_challenge'),
    redirects: ['discovery_redirect_url'],
    minutes: optionalNumber(call, 'discovery_expiration_minutes'),
  });
  return {};
}

async function authenticate(call: Call) {
  const { world } = call;
  const token = text(call, 'magic_links_token');
  await checkCarried(call);
  const link = await redeemLink(world, token, ['magic_link', 'email_update'], optionalText(call, 'pkce_code_verifier'));
  const { organization_id, email_address } = link;
  const organization = organizationBy(world, organization_id);
  const named = link.member_id && world.directory.member(organization_id, link.member_id);
  const member = named || found(world.directory.memberByEmail(organization_id, email_address), 'member_not_found');
  if (link.purpose === 'email_update') world.directory.changeEmail(member, email_address);
  world.limits.clear(sends(email_address));
  const proof = emailProof(world.now(), 'magic_link', email_address, organization_id);
  const answer = await conclude(call, await attemptOf(call, member, organization, proof));
  return { ...answer, method_id: emailId(email_address), reset_sessions: false };
}

async function authenticateDiscovery(call: Call) {
  const { world } = call;
  const token = text(call, 'discovery_magic_links_token');
  const { email_address } = await redeemLink(world, token, ['discovery'], optionalText(call, 'pkce_code_verifier'));
  world.limits.clear(sends(email_address));
  return discoveryAnswer(call, email_address, [emailProof(world.now(), 'magic_link', email_address, null)]);
}

function emailId(email_address: string): string {
  return `member-email-test-${email_address}`;
}
