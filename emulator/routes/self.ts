import { amend } from '../amend.js';
import { email, optionalNumber, optionalText, type Call } from '../call.js';
import { normalized } from '../directory.js';
import { ApiError } from '../errors.js';
import { memberAnswer } from '../lookup.js';
import { mailLink } from '../mail.js';
import { self, updateMember } from '../members.js';
import { without } from './factor-removal.js';
import { browser, type Route } from './route.js';

const OWN = '/b2b/organizations/members';

/** What members may do to themselves. */
export const selfService: Route[] = [
  browser('GET', `${OWN}/me`, get),
  browser('PUT', `${OWN}/update`, update),
  browser('DELETE', `${OWN}/deletePhoneNumber`, without('mfa-phone', self)),
  browser('DELETE', `${OWN}/deleteTOTP`, without('mfa-totp', self)),
  browser('POST', `${OWN}/unlink_retired_email`, unlinkEmail),
  browser('POST', `${OWN}/start_email_update`, startEmailUpdate),
  browser('GET', `${OWN}/connected_apps`, () => ({ connected_apps: [] })),
];

async function get(call: Call) {
  const { member, organization } = await self(call);
  return memberAnswer(member, organization);
}

async function update(call: Call) {
  const { member, organization } = await self(call);
  await updateMember(call, member, organization);
  return memberAnswer(member, organization);
}

async function unlinkEmail(call: Call) {
  const { member, organization } = await self(call);
  const id = optionalText(call, 'email_id');
  const address = optionalText(call, 'email_address');
  const kept = member.retired_email_addresses.filter((each) => each.email_id !== id && each.email_address !== address);
  return memberAnswer(amend(call.world, member, { retired_email_addresses: kept }), organization);
}

/** Mails a link to the new address, which becomes the member's when the link is used. */
async function startEmailUpdate(call: Call) {
  const { member, organization } = await self(call);
  const email_address = email(call);
  const { organization_id } = organization;
  if (call.world.directory.memberByEmail(organization_id, normalized(email_address)))
    throw new ApiError('duplicate_email');
  mailLink(call, {
    kind: 'magic_link',
    purpose: 'email_update',
    email_address,
    organization_id,
    member_id: member.member_id,
    redirects: ['login_redirect_url'],
    minutes: optionalNumber(call, 'login_expiration_minutes'),
  });
  return memberAnswer(member, organization);
}
