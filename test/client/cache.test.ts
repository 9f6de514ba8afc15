import { expect } from '@open-wc/testing';
import { forgetSession, stateKey, storedSession } from '../../src/client/cache.js';
import { leftSession } from '../../src/client/left.js';

const publicToken = 'public-token-test-cache';
const session = { member_session_id: 'session-1' };

describe('what is kept of a session, when it is to be forgotten without the SDK', () => {
  afterEach(() => localStorage.clear());

  it('is gone also where the entry is damaged', () => {
    localStorage.setItem(stateKey(publicToken), '{"session":');
    expect(storedSession(publicToken)).to.equal(undefined);
    forgetSession({ publicToken });
    expect(localStorage.getItem(stateKey(publicToken))).to.equal('null');
  });

  it('goes with its cookies, whatever their names', () => {
    document.cookie = 'mine=token; path=/';
    forgetSession({ publicToken, cookieOptions: { opaqueTokenCookieName: 'mine' } });
    expect(document.cookie).not.to.contain('mine=');
  });

  it('is not taken up again where the names of its cookies are not known', () => {
    localStorage.setItem(stateKey(publicToken), JSON.stringify({ session }));
    forgetSession({ publicToken, unknownCookies: true });
    expect([leftSession(publicToken), storedSession(publicToken)]).to.deep.equal(['session-1', null]);
  });

  it('hurts nobody where storage is blocked', () => {
    const blocked = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      expect(() => forgetSession({ publicToken })).not.to.throw();
    } finally {
      Object.defineProperty(window, 'localStorage', blocked);
    }
  });
});
