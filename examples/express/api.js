import { Router } from 'express';
import { byJwt, byToken, fresh } from './guards.js';
import { optionalAmountIn, optionalTextIn } from './input.js';
import { keepMember, keepOrganization, recordOf, sessionsOf } from './records.js';
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
  const { member, organization } = await recordOf(session);
  response.json({ ...member, organization: session.organization_slug, plan: organization.plan, roles: session.roles });
});

api.get('/session', byToken, (_request, response) => {
  const { organization_slug, member_id, expires_at, authentication_factors } = response.locals.session;
  const factors = authentication_factors.map((/** @type {{ type: string }} */ { type }) => type);
  response.json({ organization: organization_slug, expires_at, factors, sessions: sessionsOf(member_id) });
});

api.get('/members', byToken, async (request, response) => {
  const { organization_id } = response.locals.session;
  const of = { organization_ids: [organization_id] };
  const { members } = await stytch.organizations.members.search(of, onBehalf(request));
  response.json(members.map(({ member_id, name, email_address: email }) => ({ member_id, name, email })));
});

// Another member, or oneself. Anybody may change their own title, which nothing depends on: untrusted metadata. Only
// administrators may change a limit, which this server goes by: trusted metadata. What is not named stays as it is.
api.put('/member', byToken, async (request, response) => {
  const { organization_id, member_id: self } = response.locals.session;
  const [title, limit] = [optionalTextIn(request, 'title'), optionalAmountIn(request, 'limit')];
  const change = {
    organization_id,
    member_id: optionalTextIn(request, 'member_id') ?? self,
    name: optionalTextIn(request, 'name'),
    ...(title !== undefined && { untrusted_metadata: { title } }),
    ...(limit !== undefined && { trusted_metadata: { limit } }),
  };
  const { member } = await stytch.organizations.members.update(change, onBehalf(request));
  response.json(keepMember(member));
});

// organizations have trusted metadata alone
api.put('/organization', byToken, async (request, response) => {
  const { organization_id } = response.locals.session;
  const [organization_name, plan] = [optionalTextIn(request, 'name'), optionalTextIn(request, 'plan')];
  const change = { organization_id, organization_name, ...(plan !== undefined && { trusted_metadata: { plan } }) };
  const { organization } = await stytch.organizations.update(change, onBehalf(request));
  response.json(keepOrganization(organization));
});

api.post('/transfers', byToken, fresh(300), async (request, response) => {
  const { member } = await recordOf(response.locals.session);
  const amount = optionalAmountIn(request, 'amount') ?? 0;
  if (amount <= member.limit) return void response.status(201).json({ sent: amount });
  response.status(403).json({ error: 'over_limit', message: `Your limit is ${member.limit}.` });
});
