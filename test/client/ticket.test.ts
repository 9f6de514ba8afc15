import { expect } from '@open-wc/testing';
import { takeTicket } from '../../src/client/ticket.js';
import type { StytchElementsError } from '../../src/flows/errors.js';

const before = location.href;

/** The page at an address with these parameters (and more), as after a link. */
function at(search: string, more: { hash?: string; state?: unknown } = {}): void {
  const url = new URL(before);
  url.search = search;
  url.hash = more.hash ?? '';
  history.replaceState(more.state ?? null, '', url);
}

/** What is said of a link that cannot be used. */
function refusal(): string {
  try {
    takeTicket();
    return 'nothing';
  } catch (error) {
    return (error as StytchElementsError).message;
  }
}

describe('takeTicket', () => {
  afterEach(() => history.replaceState(null, '', before));

  const links: [search: string, ticket: object | undefined, left: string][] = [
    ['', undefined, ''],
    ['?page=2', undefined, '?page=2'],
    ['?token=t', undefined, '?token=t'],
    ['?stytch_token_type=oauth', undefined, '?stytch_token_type=oauth'],
    ['?token=&stytch_token_type=oauth', undefined, '?token=&stytch_token_type=oauth'],
    ['?stytch_token_type=oauth&token=t', { type: 'oauth', token: 't', resets: false }, ''],
    [
      '?stytch_token_type=oauth&token=t&stytch_redirect_type=reset_password',
      { type: 'oauth', token: 't', resets: false },
      '',
    ],
    ['?token=t&stytch_token_type=sso&token=u', { type: 'sso', token: 't', resets: false }, ''],
    ['?t%6Fken=t&stytch_token_type=sso', { type: 'sso', token: 't', resets: false }, ''],
    ['?a=1&stytch_token_type=discovery&token=t&b=2', { type: 'discovery', token: 't', resets: false }, '?a=1&b=2'],
    [
      '?q=a+b%20c&e&token=t&stytch_token_type=discovery',
      { type: 'discovery', token: 't', resets: false },
      '?q=a+b%20c&e',
    ],
    [
      '?stytch_token_type=multi_tenant_passwords&token=t&stytch_redirect_type=reset_password',
      { type: 'multi_tenant_passwords', token: 't', resets: true },
      '',
    ],
    [
      '?stytch_token_type=multi_tenant_magic_links&token=t&stytch_redirect_type=reset_password',
      { type: 'multi_tenant_magic_links', token: 't', resets: true },
      '',
    ],
    [
      '?stytch_token_type=multi_tenant_magic_links&token=t&stytch_redirect_type=login',
      { type: 'multi_tenant_magic_links', token: 't', resets: false },
      '',
    ],
    ['?stytch_token_type=discovery_oauth&token=t%2B%3D', { type: 'discovery_oauth', token: 't+=', resets: false }, ''],
    [
      '?stytch_token_type=multi_tenant_impersonation&token=t',
      { type: 'multi_tenant_impersonation', token: 't', resets: false },
      '',
    ],
    ['?error=mine', undefined, '?error=mine'],
  ];
  for (const [search, ticket, left] of links)
    it(`finds ${ticket ? JSON.stringify(ticket) : 'nothing'} in “${search}” and leaves “${left}”`, () => {
      at(search);
      expect(takeTicket()).to.deep.equal(ticket);
      expect(location.search).to.equal(left);
    });

  it('gives it only once where the address cannot be changed', () => {
    at('?stytch_token_type=oauth&token=stuck');
    const { replaceState } = history;
    history.replaceState = () => {
      throw new DOMException('too often', 'SecurityError');
    };
    try {
      expect([takeTicket()?.token, takeTicket()]).to.deep.equal(['stuck', undefined]);
    } finally {
      history.replaceState = replaceState;
    }
  });

  it('gives what a link has brought only once', () => {
    at('?stytch_token_type=oauth&token=t');
    expect([takeTicket()?.token, takeTicket()]).to.deep.equal(['t', undefined]);
  });

  it('leaves the rest of the address and what a router keeps in the history', () => {
    at('?stytch_token_type=oauth&token=t', { hash: '#/inbox?token=x', state: { key: 7 } });
    const { length } = history;
    takeTicket();
    expect([location.pathname, location.hash]).to.deep.equal([new URL(before).pathname, '#/inbox?token=x']);
    expect([history.state, history.length]).to.deep.equal([{ key: 7 }, length]);
  });

  it('refuses a kind of token that it does not know, and takes it out of the address as well', () => {
    at('?stytch_token_type=toString&token=t&page=2');
    expect(refusal()).to.equal('misconfigured (link-type)');
    expect(location.search).to.equal('?page=2');
  });

  it('says that the other service was left without signing in', () => {
    at('?page=2&error=access_denied&error_description=No%2C+thanks');
    expect([refusal(), location.search]).to.deep.equal(['cancelled (refused)', '?page=2']);
    expect(refusal()).to.equal('nothing');
  });
});
