import { expect } from '@open-wc/testing';
import { StytchElementsError } from '../../src/flows/errors.js';
import { type Permitted, type Requirement, type Surroundings, requirementOf } from '../../src/flows/requirement.js';
import type { MemberSession, Organization, Snapshot } from '../../src/flows/types.js';

type Factor = MemberSession['authentication_factors'][number];

const NOW = Date.parse('2026-05-04T12:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

const factor = (type: string, delivery_method: string, sequence_order: string, seconds: number) =>
  ({ type, delivery_method, sequence_order, last_authenticated_at: ago(seconds) }) as Factor;

const link = (seconds: number) => factor('magic_link', 'email', 'PRIMARY', seconds);
const google = (seconds: number) => factor('oauth', 'oauth_google', 'PRIMARY', seconds);
const totp = (seconds: number) => factor('totp', 'authenticator_app', 'SECONDARY', seconds);
const text = (seconds: number) => factor('otp', 'sms', 'SECONDARY', seconds);

const session = {
  member_session_id: 's',
  organization_id: 'organization-acme',
  roles: ['stytch_member', 'editor'],
  authentication_factors: [link(600), totp(60)],
} as unknown as MemberSession;

const organization = { organization_id: 'organization-acme', organization_slug: 'acme' } as Organization;

const SIGNED_IN: Snapshot = {
  status: 'signed-in',
  isInitialized: true,
  fromCache: false,
  online: true,
  session,
  member: null,
  organization,
  pending: null,
  error: null,
};

const NOTHING: Requirement = {
  verified: false,
  mfa: false,
  factors: null,
  maxAge: null,
  roles: null,
  resource: null,
  action: null,
  organization: null,
};

/** What the outcome is, as a word: `met`, `met until <seconds from now>`, or why not. */
function outcome(
  requirement: Partial<Requirement>,
  snapshot: Partial<Snapshot> = {},
  more: Partial<Surroundings> = {},
) {
  const around: Surroundings = { now: NOW, hasHeld: false, permits: () => undefined, ...more };
  const found = requirementOf({ ...SIGNED_IN, ...snapshot }, { ...NOTHING, ...requirement }, around);
  if (!found.met) return found.reason;
  return found.until === undefined ? 'met' : `met until ${(found.until - NOW) / 1000}`;
}

const proved = (...authentication_factors: Factor[]) => ({ session: { ...session, authentication_factors } });

/** Every requirement, in a form that the session above meets. */
const each: Record<string, Partial<Requirement>> = {
  'a session': {},
  verified: { verified: true },
  mfa: { mfa: true },
  factor: { factors: ['totp'] },
  'max-age': { maxAge: 900 },
  role: { roles: ['editor'] },
  permission: { resource: 'documents', action: 'read' },
  organization: { organization: 'acme' },
};
const permits = () => true;

describe('requirementOf', () => {
  for (const [name, requirement] of Object.entries(each)) {
    it(`is met for ${name}, with a session`, () => {
      expect(outcome(requirement, {}, { permits })).to.match(/^met/);
    });

    for (const status of ['loading', 'signed-out', 'pending', 'error'] as const)
      it(`is not met for ${name} while ${status}, whatever else there is`, () => {
        expect(outcome(requirement, { status }, { permits })).to.equal(status);
        const gone = { status, session: null, organization: null };
        expect(outcome(requirement, gone, { permits, hasHeld: true })).to.equal(status);
      });
  }

  it('is not met where half of a session is missing', () => {
    expect([outcome({}, { session: null }), outcome({}, { organization: null })]).to.deep.equal(['loading', 'loading']);
  });

  it('takes a session from the cache, but not as confirmed', () => {
    const fromCache = true;
    expect(outcome({}, { fromCache })).to.equal('met');
    expect(outcome({ verified: true }, { fromCache })).to.equal('unverified');
    expect(outcome({ verified: true }, { fromCache, online: false })).to.equal('error');
    const error = new StytchElementsError('timeout', { detail: 'unverified' });
    expect(outcome({ verified: true }, { fromCache, error })).to.equal('error');
    expect(outcome({ verified: true }, { error })).to.equal('met');
  });

  const factors: [what: string, requirement: Partial<Requirement>, factors: Factor[], expected: string][] = [
    ['two factors', { mfa: true }, [link(0), totp(0)], 'met'],
    ['one factor', { mfa: true }, [link(0)], 'stale'],
    ['two first factors', { mfa: true }, [link(0), google(0)], 'met'],
    ['no factor', { mfa: true }, [], 'stale'],
    ['the method', { factors: ['totp'] }, [link(0), totp(0)], 'met'],
    ['another method', { factors: ['totp'] }, [link(0), text(0)], 'stale'],
    ['a text', { factors: ['sms_otp'] }, [link(0), text(0)], 'met'],
    ['a code by e-mail, for one by text', { factors: ['sms_otp'] }, [factor('otp', 'email', 'PRIMARY', 0)], 'stale'],
    ['a code by e-mail', { factors: ['email_otp'] }, [factor('email_otp', 'email', 'PRIMARY', 0)], 'met'],
    ['a provider', { factors: ['google_oauth'] }, [google(0)], 'met'],
    ['another provider', { factors: ['github_oauth'] }, [google(0)], 'stale'],
    ['single sign-on', { factors: ['sso'] }, [factor('sso', 'sso_saml', 'PRIMARY', 0)], 'met'],
    [
      'a recovery code',
      { factors: ['recovery_codes'] },
      [factor('recovery_codes', 'recovery_code', 'SECONDARY', 0)],
      'met',
    ],
    ['a password', { factors: ['password'] }, [factor('password', 'knowledge', 'PRIMARY', 0)], 'met'],
    ['both methods', { factors: ['totp', 'magic_link'] }, [link(0), totp(0)], 'met'],
    ['one of two methods', { factors: ['totp', 'password'] }, [link(0), totp(0)], 'stale'],
    ['no method that is named', { factors: [] }, [link(0), totp(0)], 'stale'],
  ];
  for (const [what, requirement, held, expected] of factors)
    it(`is ${expected} with ${what}`, () => {
      expect(outcome(requirement, proved(...held))).to.equal(expected);
    });

  const ages: [what: string, requirement: Partial<Requirement>, factors: Factor[], expected: string][] = [
    ['the second factor, not the first', { maxAge: 900 }, [link(10_000), totp(60)], 'met until 840'],
    ['the newest second factor', { maxAge: 900 }, [link(0), totp(5000), text(100)], 'met until 800'],
    ['an old second factor in spite of a new first', { maxAge: 900 }, [link(0), totp(901)], 'stale'],
    ['the only factor', { maxAge: 900 }, [link(300)], 'met until 600'],
    ['the newest of the first factors', { maxAge: 900 }, [link(5000), google(300)], 'met until 600'],
    ['the factor that is named', { maxAge: 900, factors: ['magic_link'] }, [link(300), totp(0)], 'met until 600'],
    [
      'the oldest that is named',
      { maxAge: 900, factors: ['totp', 'magic_link'] },
      [link(300), totp(1)],
      'met until 600',
    ],
    ['a named factor that is too old', { maxAge: 900, factors: ['magic_link'] }, [link(901), totp(0)], 'stale'],
    ['no factor at all', { maxAge: 900 }, [], 'stale'],
    ['two factors and their age', { maxAge: 900, mfa: true }, [link(9999), totp(0)], 'met until 900'],
    ['a clock of the server that is ahead', { maxAge: 900 }, [totp(-5)], 'met until 905'],
    ['a clock of the page that is slow, which makes every proof seem new', { maxAge: 900 }, [totp(-46)], 'stale'],
    [
      'each factor that is named, of which one seems new',
      { maxAge: 900, factors: ['totp', 'magic_link'] },
      [totp(-300), link(60)],
      'stale',
    ],
    ['an age that is no number', { maxAge: NaN }, [totp(0)], 'stale'],
    ['an age below nothing', { maxAge: -1 }, [totp(0)], 'stale'],
    ['a time that is none', { maxAge: 900 }, [{ ...totp(0), last_authenticated_at: 'yesterday' }], 'stale'],
  ];
  for (const [what, requirement, held, expected] of ages)
    it(`goes by ${what}`, () => {
      expect(outcome(requirement, proved(...held))).to.equal(expected);
    });

  it('waits for the API to say what time it is where a proof from the cache is of a time to come', () => {
    const ahead = { ...proved(totp(-3600)), fromCache: true };
    expect(outcome({ maxAge: 900 }, ahead)).to.equal('unverified');
    expect(outcome({ maxAge: 900 }, { ...ahead, online: false })).to.equal('error');
    expect(outcome({ factors: ['totp'] }, ahead)).to.equal('met');
  });

  it('is over a millisecond after the age, and not before', () => {
    const at = (now: number) => outcome({ maxAge: 900 }, proved(totp(900)), { now });
    expect([at(NOW - 1), at(NOW), at(NOW + 1)]).to.deep.equal(['met until 0', 'met until 0', 'stale']);
  });

  it('wants every role', () => {
    expect(outcome({ roles: ['stytch_member', 'editor'] })).to.equal('met');
    expect(outcome({ roles: ['editor', 'stytch_admin'] })).to.equal('denied');
    expect(outcome({ roles: [] })).to.equal('denied');
    const old = { ...session, roles: undefined as unknown as string[] };
    expect(outcome({ roles: ['editor'] }, { session: old })).to.equal('denied');
    expect(outcome({}, { session: old })).to.equal('met');
  });

  it('asks the policy about what is named, and waits for it', () => {
    const asked: unknown[] = [];
    const answer = (value: Permitted) => (of: MemberSession, resource: string, action: string) => {
      asked.push([of.member_session_id, resource, action]);
      return value;
    };
    const all = ([true, false, undefined, 'error'] as const).map((value) =>
      outcome(each['permission']!, {}, { permits: answer(value) }),
    );
    expect(all).to.deep.equal(['met', 'denied', 'loading', 'error']);
    expect(asked[0]).to.deep.equal(['s', 'documents', 'read']);
  });

  for (const half of [{ resource: 'documents' }, { action: 'read' }, { resource: '', action: 'read' }])
    it(`lets nobody in who is asked for half a permission: ${JSON.stringify(half)}`, () => {
      expect(outcome(half, {}, { permits })).to.equal('denied');
    });

  it('knows an organization by slug and by identifier', () => {
    expect(outcome({ organization: 'acme' })).to.equal('met');
    expect(outcome({ organization: 'organization-acme' })).to.equal('met');
    for (const name of ['globex', 'Acme', '']) expect(outcome({ organization: name }), name).to.equal('denied');
  });

  it('tells whoever was in the organization that they are in another one', () => {
    expect(outcome({ organization: 'globex' }, {}, { hasHeld: true })).to.equal('organization-changed');
    expect(outcome({ roles: ['stytch_admin'] }, {}, { hasHeld: true })).to.equal('denied');
  });

  it('names of several reasons the one to deal with first', () => {
    const all = { ...each['permission'], verified: true, organization: 'globex', roles: ['x'], factors: ['sms_otp'] };
    const none = { permits: () => undefined };
    expect(outcome(all, { fromCache: true }, none)).to.equal('denied');
    expect(outcome({ ...all, organization: null }, { fromCache: true }, none)).to.equal('unverified');
    expect(outcome({ ...all, organization: null }, {}, none)).to.equal('denied');
    expect(outcome({ ...all, organization: null, roles: null }, {}, none)).to.equal('loading');
    expect(outcome({ ...all, organization: null, roles: null }, {}, { permits })).to.equal('stale');
  });
});
