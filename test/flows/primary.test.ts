import { expect } from '@open-wc/testing';
import type { Member, MemberSession } from '../../src/flows/types.js';
import { NOW, Walk, organization } from './walk.js';

const email = 'ada@example.com';
const member = { member_id: 'm', email_address: email, totp_registration_id: 't' } as Member;
const session = { member_session_id: 's', expires_at: '2027-01-01T00:00:00Z' } as MemberSession;
const connection = (connection_id: string) => ({
  connection_id,
  display_name: connection_id,
  identity_provider: 'okta',
});

/** Somebody whom an organization asks for a first factor of its own. */
function owing(more = {}): Walk {
  const value = { member_session: null, member, organization: organization('umbrella', more) };
  return new Walk().take({ type: 'accept', value: { ...value, primary_required: { allowed_auth_methods: ['sso'] } } });
}

/** Both people who prove a first factor. */
const people = {
  'in a log-in': { begin: () => new Walk(), organization_id: null },
  'for an organization': { begin: () => owing(), organization_id: 'umbrella' },
};

for (const [who, { begin, organization_id }] of Object.entries(people))
  describe(`a first factor ${who}`, () => {
    it('is proved by an e-mail link, which can be sent again', () => {
      const walk = begin().take({ type: 'send-link', email });
      expect(walk.call).to.deep.equal({ call: 'send-link', organization_id, email });
      walk.answer('send-link', null);
      expect(walk.place).to.deep.equal({ at: 'sent', what: 'magic_link', email, sentAt: NOW });
      expect(walk.take({ type: 'resend-code' }).call).to.deep.equal({ call: 'send-link', organization_id, email });
      walk.now += 20_000;
      walk.answer('send-link', null);
      expect(walk.place).to.include({ at: 'sent', sentAt: NOW + 20_000 });
      expect(walk.take({ type: 'back' }).place).to.deep.equal({ at: 'methods' });
    });

    it('is proved by the code of an e-mail, also instead of a link', () => {
      const walk = begin().take({ type: 'send-link', email }).answer('send-link', null);
      expect(walk.take({ type: 'send-code', email }).call).to.deep.equal({ call: 'send-code', organization_id, email });
      walk.answer('send-code', null);
      expect(walk.place).to.deep.equal({ at: 'email-code', email, sentAt: NOW });
      const { call } = walk.take({ type: 'submit-code', secret: '123456' });
      expect(call).to.deep.equal({ call: 'email-code', organization_id, email, secret: '123456' });
      expect(walk.fail('email-code', 'invalid-code').place).to.include({ at: 'email-code' });
    });

    it('is proved by a password, of which a new one can be asked for', () => {
      const walk = begin().take({ type: 'ask-password', email });
      expect(walk.place).to.deep.equal({ at: 'password', email });
      const { call } = walk.take({ type: 'submit-password', email, secret: 's' });
      expect(call).to.deep.equal({ call: 'password', organization_id, email, secret: 's' });
      walk.fail('password', 'invalid-code').take({ type: 'forgot-password', email });
      expect(walk.place).to.deep.equal({ at: 'forgot', email });
      expect(walk.take({ type: 'reset-password', email }).call).to.deep.equal({
        call: 'start-reset',
        organization_id,
        email,
      });
      walk.answer('start-reset', null);
      expect(walk.place).to.deep.equal({ at: 'sent', what: 'password_reset', email, sentAt: NOW });
      expect(walk.take({ type: 'resend-code' }).call).to.deep.include({ call: 'start-reset' });
    });

    it('is proved elsewhere, and whoever comes back with the browser’s button is where they were', () => {
      const walk = begin().take({ type: 'start-oauth', method: 'google_oauth' });
      expect(walk.call).to.deep.equal({ call: 'start-oauth', organization_id, method: 'google_oauth' });
      walk.answer('start-oauth', null);
      expect(walk.state.busy).to.equal(null);
      expect(walk.take({ type: 'send-code', email }).call).to.deep.include({ call: 'send-code' });
    });

    it('ends with a session', () => {
      const walk = begin().take({ type: 'submit-password', email, secret: 's' });
      walk.answer('password', { member_session: session, member, organization: organization('umbrella') });
      expect(walk.state.auth.status).to.equal('signed-in');
    });

    it('goes on with a second factor, and with another first one', () => {
      const where = { member_session: null, member, organization: organization('umbrella') };
      const code = () => begin().take({ type: 'send-code', email }).answer('send-code', null);
      const walk = code().take({ type: 'submit-code', secret: '123456' }).answer('email-code', where);
      expect(walk.place).to.include({ at: 'code', method: 'totp' });
      const again = code().take({ type: 'submit-code', secret: '123456' });
      again.answer('email-code', { ...where, primary_required: { allowed_auth_methods: ['password'] } });
      expect(again.pending).to.deep.include({ kind: 'primary', allowedAuthMethods: ['password'] });
      expect(again.place).to.deep.equal({ at: 'methods' });
    });
  });

describe('single sign-on', () => {
  const started = (more: object) => owing(more).take({ type: 'start-sso' });

  it('goes to the organization’s default connection, else to its only one', () => {
    const several = [connection('a'), connection('b')];
    const own = started({ sso_active_connections: several, sso_default_connection_id: 'b' });
    expect(own.call).to.deep.equal({ call: 'start-sso', connection_id: 'b' });
    expect(started({ sso_active_connections: [connection('a')] }).call).to.deep.include({ connection_id: 'a' });
  });

  it('lets one of several connections be chosen', () => {
    const walk = started({ sso_active_connections: [connection('a'), connection('b')] });
    expect(walk.place).to.include({ at: 'connections' });
    expect(walk.take({ type: 'start-sso', connection_id: 'b' }).call).to.deep.include({ connection_id: 'b' });
  });

  it('finds the connections of an address where no organization is known', () => {
    const walk = new Walk().take({ type: 'start-sso', email });
    expect(walk.place).to.deep.equal({ at: 'find-sso', email });
    const found = () => new Walk().take({ type: 'find-sso', email });
    expect(found().call).to.deep.equal({ call: 'find-connections', email });
    expect(found().answer('find-connections', [connection('a')]).call).to.deep.include({ connection_id: 'a' });
    expect(found().answer('find-connections', [connection('a'), connection('b')]).place).to.include({
      at: 'connections',
    });
    expect(found().answer('find-connections', []).place).to.deep.equal({
      at: 'find-organization',
      slug: '',
      forSso: true,
    });
  });

  it('is found by the organization’s name, or another way in is', () => {
    const asked = () => {
      const walk = new Walk().take({ type: 'find-sso', email }).answer('find-connections', []);
      return walk.take({ type: 'find-organization', slug: 'umbrella' });
    };
    const one = asked().answer(
      'find-organization',
      organization('umbrella', { sso_active_connections: [connection('a')] }),
    );
    expect(one.call).to.deep.equal({ call: 'start-sso', connection_id: 'a' });
    const none = asked().answer('find-organization', organization('umbrella'));
    expect(none.place).to.deep.equal({ at: 'methods' });
    expect(none.take({ type: 'send-code', email }).call).to.deep.include({ organization_id: 'umbrella' });
    const two = [connection('a'), connection('b')];
    const several = asked().answer('find-organization', organization('umbrella', { sso_active_connections: two }));
    expect(several.place).to.deep.equal({ at: 'connections', connections: two });
    const unknown = asked().answer('find-organization', null);
    expect(unknown.place).to.deep.equal({ at: 'find-organization', slug: 'umbrella', forSso: true });
    expect(unknown.state.problem).to.include({ code: 'not-allowed', detail: 'organization' });
  });
});

describe('a log-in to one organization', () => {
  it('is for the organization of a slug, or for none', () => {
    const walk = new Walk().take({ type: 'begin', slug: 'acme' });
    expect(walk.call).to.deep.equal({ call: 'find-organization', slug: 'acme' });
    walk.answer('find-organization', organization('acme', { sso_active_connections: [connection('a')] }));
    expect(walk.call, 'not at once to its provider').to.equal(undefined);
    expect(walk.take({ type: 'send-link', email }).call).to.deep.include({ organization_id: 'acme' });
    const unknown = new Walk().take({ type: 'begin', slug: 'nowhere' }).answer('find-organization', null);
    expect(unknown.place).to.deep.equal({ at: 'find-organization', slug: 'nowhere', forSso: false });
    unknown.take({ type: 'find-organization', slug: 'acme' });
    const found = organization('acme', { sso_active_connections: [connection('a')] });
    expect([unknown.answer('find-organization', found).call, unknown.place]).to.deep.equal([
      undefined,
      { at: 'methods' },
    ]);
  });

  it('is for the organization of an identifier, without asking', () => {
    const walk = new Walk().take({ type: 'begin', organization_id: 'acme' });
    expect(walk.call).to.equal(undefined);
    expect(walk.take({ type: 'send-code', email }).call).to.deep.include({ organization_id: 'acme' });
  });

  it('goes on where it was when it is begun again', () => {
    const walk = new Walk().take({ type: 'begin', slug: 'acme' }).answer('find-organization', organization('acme'));
    walk.take({ type: 'send-code', email }).answer('send-code', null);
    expect(walk.take({ type: 'begin', slug: 'acme' }).call).to.equal(undefined);
    expect(walk.place).to.include({ at: 'email-code' });
  });

  it('comes back after a reload, unless somebody is signed in by then', () => {
    const entry = { organization: null, place: { at: 'email-code', email, sentAt: NOW } } as const;
    expect(new Walk().take({ type: 'begun', entry }).place).to.deep.equal(entry.place);
    const signed = { session, member, organization: organization('acme') };
    const walk = new Walk().take({ type: 'begun', entry });
    walk.take({ type: 'found', signed, verified: true, reason: 'other-tab' });
    expect(walk.state.auth.status).to.equal('signed-in');
    expect(walk.place).to.equal(undefined);
  });
});

describe('what a link brings', () => {
  const ticket = { type: 'discovery', token: 't', resets: false } as const;

  it('leads to a choice of organizations, with the session before to come back to', () => {
    const walk = new Walk();
    walk.take({
      type: 'found',
      signed: { session, member, organization: organization('acme') },
      verified: true,
      reason: 'load',
    });
    expect(walk.take({ type: 'redeem', ticket }).call).to.deep.equal({ call: 'redeem', ticket });
    walk.answer('redeem', { member_session: null, email_address: email, discovered_organizations: [] });
    expect(walk.pending?.kind).to.equal('discovery');
    expect(walk.take({ type: 'cancel' }).call).to.deep.include({ call: 'restore' });
  });

  it('completes a step-up within its intermediate session, whose end stays', () => {
    const walk = owing();
    const { expiresAt } = walk.pending!;
    walk.now += 5 * 60_000;
    walk.take({ type: 'redeem', ticket: { ...ticket, type: 'sso' } });
    walk.answer('redeem', { member_session: null, member, organization: organization('umbrella') });
    expect(walk.pending).to.deep.include({ kind: 'mfa', expiresAt });
  });

  it('sets a new password, and goes on like any other proof', () => {
    const reset = { ...ticket, resets: true };
    const walk = new Walk().take({ type: 'set-password', ticket: reset, secret: 's' });
    expect(walk.call).to.deep.equal({ call: 'set-password', ticket: reset, secret: 's' });
    walk.answer('set-password', { member_session: session, member, organization: organization('acme') });
    expect(walk.state.auth.status).to.equal('signed-in');
  });
});

describe('a response that the page hands over', () => {
  it('changes nothing when it is that of another call', () => {
    const walk = new Walk();
    const who = { session, member, organization: organization('acme') };
    walk.take({ type: 'found', signed: who, verified: true, reason: 'load' });
    walk.take({ type: 'accept', value: {} as never });
    expect([walk.state.auth.status, walk.state.problem?.code]).to.deep.equal(['signed-in', 'misconfigured']);
  });
});
