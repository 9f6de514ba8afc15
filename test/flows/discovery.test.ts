import { expect } from '@open-wc/testing';
import type { Authentication } from '../../src/flows/call.js';
import { soleOrganization } from '../../src/flows/discovery.js';
import type { Owing } from '../../src/flows/flow.js';
import type { DiscoveredOrganization, Member, MemberSession } from '../../src/flows/types.js';
import { NOW, Walk, organization } from './walk.js';

type Kind = DiscoveredOrganization['membership']['type'];

const member = { member_id: 'm', totp_registration_id: 't' } as Member;
const HOUR = 3_600_000;

/** An organization as Stytch lists it. */
function entry(id: string, type: Kind = 'active_member', allowed?: readonly string[]): DiscoveredOrganization {
  const membership = { type, details: null, member: type === 'active_member' ? member : null };
  const primary_required = allowed ? { allowed_auth_methods: [...allowed] } : null;
  const more = { member_authenticated: !allowed, primary_required, mfa_required: null };
  return { organization: organization(id), membership, ...more } as unknown as DiscoveredOrganization;
}

const ORGANIZATIONS = [entry('acme'), entry('umbrella', 'active_member', ['sso']), entry('wayne', 'invited_member')];

/** A session in an organization, or what it wants instead. */
function answer(id: string, more: Partial<Authentication> = {}): Authentication {
  const expires_at = new Date(NOW + HOUR).toISOString();
  const member_session = { member_session_id: `session-${id}`, organization_id: id, expires_at } as MemberSession;
  return { member_session, member, organization: organization(id), ...more };
}

const owed = { member_session: null, mfa_required: { member_options: null, secondary_auth_initiated: null } };

/** Somebody has proved an address. */
function found(discovered_organizations = ORGANIZATIONS, walk = new Walk()): Walk {
  walk.take({ type: 'send-code', email: 'ada@example.com' }).answer('send-code', null);
  walk.take({ type: 'submit-code', secret: '123456' });
  const email_address = 'ada@example.com';
  return walk.answer('email-code', { member_session: null, email_address, discovered_organizations });
}

/** The same, by a response that the page has got while somebody is signed in. */
function foundWithin(): Walk {
  const walk = new Walk();
  const { member_session, ...who } = answer('home');
  const signed = { session: member_session!, member, organization: who.organization! };
  walk.take({ type: 'found', signed, verified: true, reason: 'load' });
  const value = { member_session: null, email_address: 'ada@example.com', discovered_organizations: ORGANIZATIONS };
  return walk.take({ type: 'accept', value });
}

const choose = (walk: Walk, organization_id: string) => walk.take({ type: 'choose-organization', organization_id });
const whereabouts = ({ state: { auth } }: Walk) =>
  auth.status === 'signed-in' ? auth.organization.organization_id : auth.status;

describe('discovery', () => {
  it('arrives with the list, as somebody new', () => {
    const walk = found();
    expect(walk.place).to.deep.equal({ at: 'discovery', isNew: true, isRead: true });
    expect(walk.pending).to.deep.include({ kind: 'discovery', email: 'ada@example.com', organizations: ORGANIZATIONS });
    expect(Date.parse(walk.pending!.expiresAt) - NOW).to.equal(10 * 60_000);
  });

  it('joins by an exchange of the intermediate session', () => {
    for (const id of ['acme', 'wayne']) {
      const walk = choose(found(), id);
      expect(walk.call).to.deep.equal({ call: 'join', organization_id: id });
      expect(walk.place).to.include({ isNew: false });
      expect(whereabouts(walk.answer('join', answer(id)))).to.equal(id);
    }
  });

  it('keeps the list, and the time it has, where an organization wants a second factor', () => {
    const walk = choose(found(), 'acme');
    const until = walk.pending!.expiresAt;
    walk.now += 60_000;
    walk.answer('join', answer('acme', owed));
    expect([walk.pending?.kind, walk.pending?.expiresAt]).to.deep.equal(['mfa', until]);
    expect((walk.state.auth as Owing).list?.organizations).to.equal(ORGANIZATIONS);
  });

  it('does not exchange first where another first factor is wanted', () => {
    const walk = choose(found(), 'umbrella');
    expect([walk.call, walk.place]).to.deep.equal([undefined, { at: 'methods' }]);
    expect(walk.pending).to.deep.include({ kind: 'primary', allowedAuthMethods: ['sso'], canCancel: false });
  });

  it('explains an organization that wants nothing that could be proved', () => {
    const walk = choose(found([entry('acme', 'active_member', [])]), 'acme');
    expect([walk.call, walk.place]).to.deep.equal([undefined, { at: 'methods' }]);
    expect(walk.pending).to.deep.include({ kind: 'primary', allowedAuthMethods: [] });
  });

  it('leads back from there, to the same list and not as somebody new', () => {
    const walk = choose(found(), 'umbrella').take({ type: 'choose-again' });
    expect(walk.place).to.deep.equal({ at: 'discovery', isNew: false, isRead: true });
    expect(walk.call).to.equal(undefined);
    choose(walk, 'acme').answer('join', answer('acme', owed));
    expect(walk.take({ type: 'choose-again' }).pending).to.deep.include({ organizations: ORGANIZATIONS });
  });

  it('stays at the list when somebody may not join', () => {
    const walk = choose(found(), 'wayne').fail('join', 'not-allowed');
    expect([walk.place?.at, walk.state.problem?.code]).to.deep.equal(['discovery', 'not-allowed']);
    expect(choose(walk, 'acme').call).to.deep.equal({ call: 'join', organization_id: 'acme' });
  });

  it('knows no organization that is not in the list', () => {
    const walk = choose(found(), 'elsewhere');
    expect([walk.call, walk.state.problem?.detail]).to.deep.equal([undefined, 'organization']);
  });

  it('takes one choice at a time', () => {
    const walk = choose(found(), 'acme');
    expect(choose(walk, 'wayne').call).to.equal(undefined);
    expect(walk.state.busy).to.deep.equal({ call: 'join', organization_id: 'acme' });
  });

  it('creates an organization, with what is given', () => {
    const walk = found([]).take({ type: 'create-organization', name: 'New', slug: 'new' });
    expect(walk.call).to.deep.equal({ call: 'create', name: 'New', slug: 'new' });
    expect(whereabouts(walk.answer('create', answer('new')))).to.equal('new');
    const bare = found([]).take({ type: 'create-organization' });
    expect(bare.call).to.deep.equal({ call: 'create', name: undefined, slug: undefined });
    expect(bare.fail('create', 'not-allowed').place).to.deep.include({ at: 'discovery', isNew: false });
  });

  it('goes on with what a new organization asks for; there is no list to go back to', () => {
    const walk = found([]).take({ type: 'create-organization' });
    walk.answer('create', answer('new', { member_session: null, primary_required: { allowed_auth_methods: ['sso'] } }));
    expect([walk.pending?.kind, (walk.state.auth as Owing).list]).to.deep.equal(['primary', undefined]);
  });

  it('reads the list anew after a reload, not as somebody new', () => {
    const { pending } = found();
    const walk = new Walk();
    const place = { at: 'discovery', isNew: false, isRead: false } as const;
    const bare = { ...pending!, organizations: [] } as typeof pending & object;
    walk.take({ type: 'resumed', ours: true, pending: bare, home: null, place });
    expect([walk.call, walk.place]).to.deep.equal([{ call: 'list' }, place]);
    walk.fail('list', 'offline');
    expect([walk.place, walk.state.problem?.code]).to.deep.equal([place, 'offline']);
    expect(walk.take({ type: 'retry' }).call).to.deep.equal({ call: 'list' });
    walk.answer('list', { email_address: 'ada@example.com', discovered_organizations: ORGANIZATIONS });
    expect(walk.place).to.deep.equal({ at: 'discovery', isNew: false, isRead: true });
    expect(walk.pending).to.deep.include({ organizations: ORGANIZATIONS });
  });

  it('ends with its time, and with an intermediate session that is gone', () => {
    const late = found();
    late.now += 10 * 60_000;
    expect(late.take({ type: 'tick' }).place).to.deep.equal({ at: 'expired' });
    expect(choose(found(), 'acme').fail('join', 'pending-expired').place).to.deep.equal({ at: 'expired' });
  });

  it('leaves nobody signed in where nobody was', () => {
    const walk = found().take({ type: 'cancel' });
    expect([whereabouts(walk), walk.call]).to.deep.equal(['signed-out', { call: 'revoke', forceClear: true }]);
  });

  describe('while signed in', () => {
    it('costs no session: cancelling goes back to it', () => {
      const walk = foundWithin();
      expect(walk.place).to.deep.equal({ at: 'discovery', isNew: true, isRead: true });
      walk.take({ type: 'cancel' });
      expect(walk.call).to.deep.include({ call: 'restore' });
      expect(whereabouts(walk.answer('restore', answer('home')))).to.equal('home');
    });

    it('waits for the way back where the server cannot be reached', () => {
      const walk = foundWithin().take({ type: 'cancel' }).fail('restore', 'offline');
      expect(walk.place).to.deep.equal({ at: 'return' });
      expect(walk.take({ type: 'retry' }).call).to.deep.include({ call: 'restore' });
    });

    it('can be given up from a step-up, too', () => {
      const walk = choose(foundWithin(), 'umbrella');
      expect(walk.pending).to.include({ canCancel: true });
      expect(walk.take({ type: 'cancel' }).call).to.deep.include({ call: 'restore' });
    });
  });
});

describe('soleOrganization', () => {
  const strict = { ignoreInvites: false, ignoreJit: false };
  const sole = (types: readonly Kind[], options = strict) =>
    soleOrganization(
      types.map((type, index) => entry(`o${index}`, type)),
      options,
    )?.organization.organization_id;

  it('is the only membership that is active', () => {
    expect(sole(['active_member'])).to.equal('o0');
    expect(sole([])).to.equal(undefined);
    expect(sole(['active_member', 'active_member'])).to.equal(undefined);
    expect(sole(['invited_member'])).to.equal(undefined);
  });

  for (const [type, option] of [
    ['invited_member', 'ignoreInvites'],
    ['pending_member', 'ignoreInvites'],
    ['eligible_to_join_by_email_domain', 'ignoreJit'],
    ['eligible_to_join_by_oauth_tenant', 'ignoreJit'],
  ] as const)
    it(`minds a membership that is ${type}, unless ${option}`, () => {
      expect(sole(['active_member', type])).to.equal(undefined);
      expect(sole(['active_member', type], { ...strict, [option]: true })).to.equal('o0');
      const other = option === 'ignoreJit' ? 'ignoreInvites' : 'ignoreJit';
      expect(sole(['active_member', type], { ...strict, [other]: true })).to.equal(undefined);
    });
});
