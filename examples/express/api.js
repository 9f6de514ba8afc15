import { Router } from 'express';
import { byJwt, byToken, fresh } from './guards.js';
import { recordOf, remember } from './people.js';
import { stytch } from './stytch.js';

/** @import { Request } from 'express' */

/** What the page may ask of this server, each in the way that suits it. */
export const api = Router();

/**
 * With it Stytch lets a member do what their roles allow, and refuses the rest with 403. Without it the server may do
 * everything: then checking would be up to you.
 * @param {Request} request
 */
const onBehalf = (request) => ({ authorization: { session_token: request.cookies.stytch_session } });

api.get('/me', byJwt, async (_request, response) => {
  const { session } = response.locals;
  const { name, email } = await recordOf(session);
  response.json({ name, email, organization: session.organization_slug, roles: session.roles });
});

api.get('/session', byToken, (_request, response) => {
  const { organization_slug, expires_at, authentication_factors } = response.locals.session;
  const factors = authentication_factors.map((/** @type {{ type: string }} */ { type }) => type);
  response.json({ organization: organization_slug, expires_at, factors });
});

api.get('/members', byToken, async (request, response) => {
  const { organization_id } = response.locals.session;
  const of = { organization_ids: [organization_id] };
  const { members } = await stytch.organizations.members.search(of, onBehalf(request));
  response.json(members.map(({ member_id, name, email_address: email }) => ({ member_id, name, email })));
});

// another member, or oneself
api.put('/member', byToken, async (request, response) => {
  const { organization_id, member_id } = response.locals.session;
  const { name, member_id: other = member_id } = request.body;
  const change = { organization_id, member_id: other, name };
  const { member } = await stytch.organizations.members.update(change, onBehalf(request));
  remember(member);
  response.json({ name: member.name });
});

api.put('/organization', byToken, async (request, response) => {
  const { organization_id } = response.locals.session;
  const change = { organization_id, organization_name: request.body.name };
  const { organization } = await stytch.organizations.update(change, onBehalf(request));
  response.json({ name: organization.organization_name });
});

api.post('/transfers', byToken, fresh(300), (request, response) => {
  response.status(201).json({ sent: Number(request.body.amount) });
});

// all sessions of this member, on all devices
api.post('/revoke', byToken, async (_request, response) => {
  await stytch.sessions.revoke({ member_id: response.locals.session.member_id });
  response.json({ revoked: true });
});
