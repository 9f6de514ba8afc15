import { expect } from '@open-wc/testing';
import { choicesOf, fold, matching } from '../../src/controllers/choices.js';
import { nameOf } from '../../src/controllers/names.js';
import type { DiscoveredOrganization } from '../../src/flows/types.js';

type Parts = Omit<Partial<DiscoveredOrganization>, 'membership' | 'organization'> & { type?: string };

/** An organization as Stytch lists it, as far as a choice reads it. */
function listed(name: string, { type = 'active_member', ...more }: Parts = {}): DiscoveredOrganization {
  const organization_slug = fold(name).replaceAll(' ', '-');
  const organization = {
    organization_id: `organization-${organization_slug}`,
    organization_name: name,
    organization_slug,
  };
  const owed = { member_authenticated: false, primary_required: null, mfa_required: null };
  return { organization, membership: { type }, ...owed, ...more } as unknown as DiscoveredOrganization;
}

const primary = (...allowed_auth_methods: string[]) => ({ primary_required: { allowed_auth_methods } });
const mfa_required = { member_options: null, secondary_auth_initiated: null };
const names = (choices: readonly { name: string }[]) => choices.map(({ name }) => name);

describe('choicesOf', () => {
  it('says what each organization will ask for', () => {
    const cases: [Parts, string | null][] = [
      [{}, null],
      [{ mfa_required }, 'requiresVerification'],
      [primary('sso'), 'requiresSso'],
      [primary('sso', 'password'), 'requiresAuthentication'],
      [primary(), 'requiresAuthentication'],
      [{ ...primary('sso'), mfa_required }, 'requiresSso'],
      [{ type: 'invited_member' }, 'invited'],
      [{ type: 'invited_member', mfa_required }, 'requiresVerification'],
      [{ type: 'pending_member' }, 'join'],
      [{ type: 'eligible_to_join_by_email_domain' }, 'join'],
      [{ type: 'eligible_to_join_by_oauth_tenant' }, 'join'],
    ];
    for (const [parts, need] of cases) expect(choicesOf([listed('A', parts)])[0]!.need).to.equal(need);
  });

  it('puts a person’s own first, then invitations, each in the order of the list', () => {
    const list = [
      listed('Open', { type: 'pending_member' }),
      listed('Two'),
      listed('Invited', { type: 'invited_member' }),
      listed('One'),
    ];
    expect(names(choicesOf(list))).to.deep.equal(['Two', 'One', 'Invited', 'Open']);
    expect(choicesOf(list)).to.equal(choicesOf(list));
  });
});

describe('nameOf', () => {
  const named = (organization_name: string, organization_slug = 'slug') =>
    nameOf({ ...listed('A').organization, organization_name, organization_slug });

  it('takes out what reverses, hides or breaks a name', () => {
    expect(named('\u202eemcA\u202c')).to.equal('emcA');
    expect(named('Ac\u200bme\nInc')).to.equal('Ac me Inc');
    expect(named('شركة النور')).to.equal('شركة النور');
  });

  it('falls back to the slug, then the identifier', () => {
    expect([named('  '), named('\u200f', '')]).to.deep.equal(['slug', 'organization-a']);
  });
});

describe('matching', () => {
  const choices = choicesOf(['Der Öhler', 'Kohler', 'Ohlers', 'Zebra öhl', 'Łódź', 'Νίκη'].map((name) => listed(name)));

  it('finds whatever the case and the accents, best first', () => {
    expect(names(matching(choices, 'OHL'))).to.deep.equal(['Ohlers', 'Der Öhler', 'Zebra öhl', 'Kohler']);
    expect(names(matching(choices, 'νικη'))).to.deep.equal(['Νίκη']);
    expect(names(matching(choices, 'łodz'))).to.deep.equal(['Łódź']);
  });

  it('finds by slug and identifier, after names', () => {
    expect(names(matching(choices, 'der-o'))).to.deep.equal(['Der Öhler']);
    expect(names(matching(choices, 'organization-zebra'))).to.deep.equal(['Zebra öhl']);
  });

  it('finds all for nothing typed, and none for what is nowhere', () => {
    expect(matching(choices, ' \u200e ')).to.equal(choices);
    expect(matching(choices, 'xyz')).to.deep.equal([]);
  });
});
