import { expect } from '@open-wc/testing';
import type { Requirement } from '../../src/flows/requirement.js';
import { wantsOf } from '../../src/flows/wants.js';

const wants = (part: Partial<Requirement>) => wantsOf({ mfa: false, factors: null, maxAge: null, ...part });

describe('what opens a gate that is stale', () => {
  it('is a proof of the age that is wanted, by the factors that are named', () => {
    expect(wants({ maxAge: 900 })).to.deep.equal([{ maxAge: 900, mfa: false }]);
    expect(wants({ maxAge: 900, factors: ['totp', 'sms_otp'] })).to.deep.equal([
      { maxAge: 900, factor: 'totp' },
      { maxAge: 900, factor: 'sms_otp' },
    ]);
  });

  it('is a proof of any age where none is named', () => {
    expect(wants({ factors: ['totp'] })).to.deep.equal([{ maxAge: Infinity, factor: 'totp' }]);
  });

  it('is a second factor, where two are wanted', () => {
    expect(wants({ mfa: true })).to.deep.equal([{ maxAge: Infinity, mfa: true }]);
    expect(wants({ mfa: true, maxAge: 60 })).to.deep.equal([{ maxAge: 60, mfa: true }]);
    expect(wants({ mfa: true, factors: ['totp'], maxAge: 60 })).to.deep.equal([
      { maxAge: 60, factor: 'totp' },
      { maxAge: Infinity, mfa: true },
    ]);
  });

  it('is nothing where nothing would do', () => {
    for (const maxAge of [NaN, 0, -1]) expect(wants({ maxAge })).to.deep.equal([]);
    for (const mfa of [false, true]) expect(wants({ factors: [], mfa })).to.deep.equal([]);
  });
});
