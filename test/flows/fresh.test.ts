import { expect } from '@open-wc/testing';
import type { Signed } from '../../src/flows/flow.js';
import type { Member, MemberSession } from '../../src/flows/types.js';
import { NOW, Walk, organization } from './walk.js';

const iso = (time: number) => new Date(time).toISOString();

const app = { type: 'totp', delivery_method: 'authenticator_app' };
const text = { type: 'otp', delivery_method: 'sms' };

const factors = (secondsAgo: number, second = app) => [
  { type: 'password', delivery_method: 'knowledge', sequence_order: 'PRIMARY', last_authenticated_at: iso(NOW) },
  { ...second, sequence_order: 'SECONDARY', last_authenticated_at: iso(NOW - secondsAgo * 1000) },
];

function signed(more: Partial<Member> = {}, secondsAgo = 3600, org = {}, second = app): Signed {
  const member = { member_id: 'm', totp_registration_id: 't', mfa_phone_number_verified: true, ...more } as Member;
  const session = { member_session_id: 's', organization_id: 'o', expires_at: '2027-01-01T00:00:00Z' };
  const authentication_factors = factors(secondsAgo, second);
  return {
    session: { ...session, authentication_factors } as unknown as MemberSession,
    member,
    organization: organization('o', org),
  };
}

/** Somebody who is signed in. */
const inside = (who = signed()) => new Walk().take({ type: 'found', signed: who, verified: true, reason: 'load' });

const again = ({ state: { auth } }: Walk) => (auth.status === 'signed-in' ? auth.again : undefined);

const proof = (who = signed({}, 0)) => ({
  member_session: who.session,
  member: who.member,
  organization: who.organization,
});

describe('a factor that is wanted again', () => {
  it('is not asked for while it is recent, to the second', () => {
    expect(again(inside(signed({}, 900)).take({ type: 'step-up', maxAge: 900 }))).to.equal(undefined);
    expect(again(inside(signed({}, 901)).take({ type: 'step-up', maxAge: 900 }))?.place).to.include({ at: 'code' });
  });

  it('is a second one where there is one, however recent the first one is', () => {
    expect(again(inside().take({ type: 'step-up', maxAge: 60 }))).to.not.equal(undefined);
    expect(again(inside().take({ type: 'step-up', maxAge: 60, factor: 'sms_otp' }))?.place).to.include({
      method: 'sms_otp',
    });
  });

  it('is a second one where two are wanted and there is but one, however recent that is', () => {
    const who = signed({}, 0);
    const alone = { ...who, session: { ...who.session, authentication_factors: factors(0).slice(0, 1) } } as Signed;
    const two = { type: 'step-up', maxAge: Infinity, mfa: true } as const;
    expect(again(inside(alone).take({ type: 'step-up', maxAge: Infinity }))).to.equal(undefined);
    expect(again(inside(alone).take(two))?.place).to.include({ at: 'code', method: 'totp' });
    const firstOnly = [factors(0)[0], { ...factors(0)[0], type: 'magic_link', delivery_method: 'email' }];
    const twice = { ...who, session: { ...who.session, authentication_factors: firstOnly } } as Signed;
    expect(again(inside(twice).take(two))?.place).to.include({ at: 'code', method: 'totp' });
    expect(again(inside(signed({}, 86_400)).take(two))).to.equal(undefined);
    expect(again(inside(signed({}, 901)).take({ ...two, maxAge: 900 }))?.place).to.include({ at: 'code' });
  });

  it('is asked for while the session stays, and proved', () => {
    const walk = inside().take({ type: 'step-up', maxAge: 60 });
    expect(walk.state.auth.status).to.equal('signed-in');
    const { call } = walk.take({ type: 'submit-code', secret: '123456' });
    expect(call).to.deep.include({ call: 'verify', method: 'totp', enrolling: false });
    walk.fail('verify', 'invalid-code');
    expect([again(walk)?.place.at, walk.state.problem?.code]).to.deep.equal(['code', 'invalid-code']);
    walk.take({ type: 'submit-code', secret: '654321' }).answer('verify', proof());
    expect([walk.state.auth.status, again(walk)]).to.deep.equal(['signed-in', undefined]);
  });

  it('is not proved by anything else that is done meanwhile, nor by codes that were looked at', () => {
    const walk = inside().take({ type: 'step-up', maxAge: 60 });
    walk.take({ type: 'show-codes' }).take({ type: 'enroll', method: 'totp' });
    expect(again(walk)?.place.at).to.equal('code');
    const looking = inside().take({ type: 'show-codes' }).answer('get-codes', ['a']).take({ type: 'codes-saved' });
    expect('provedAt' in looking.state.auth && looking.state.auth.provedAt).to.not.be.a('number');
  });

  it('is wanted anew where only a new one will do, and where the clock is slow', () => {
    expect(again(inside(signed({}, 0)).take({ type: 'step-up', maxAge: 0 }))).to.not.equal(undefined);
    expect(again(inside(signed({}, -300)).take({ type: 'step-up', maxAge: 60 }))).to.not.equal(undefined);
    expect(again(inside(signed({}, -2)).take({ type: 'step-up', maxAge: 60 }))).to.equal(undefined);
  });

  it('is not asked for any more when the person does not want to', () => {
    const walk = inside().take({ type: 'step-up', maxAge: 60 }).take({ type: 'cancel' });
    expect([walk.state.auth.status, again(walk), walk.call]).to.deep.equal(['signed-in', undefined, undefined]);
  });

  it('is never replaced by another one', () => {
    const walk = inside().take({ type: 'step-up', maxAge: 60, factor: 'totp' });
    walk.take({ type: 'choose-recovery' }).take({ type: 'choose-method', method: 'sms_otp' });
    expect(again(walk)?.place).to.include({ at: 'code', method: 'totp' });
    expect(again(inside().take({ type: 'step-up', maxAge: 60 }).take({ type: 'choose-recovery' }))?.place.at).to.equal(
      'recovery',
    );
  });

  it('is set up first where there is none, by choice or at once', () => {
    const nobody = signed({ totp_registration_id: '', mfa_phone_number_verified: false });
    expect(again(inside(nobody).take({ type: 'step-up', maxAge: 60 }))?.place).to.deep.equal({ at: 'choose' });
    const walk = inside(nobody).take({ type: 'step-up', maxAge: 60, factor: 'totp' });
    expect(walk.call).to.deep.include({ call: 'create-totp' });
    walk.answer('create-totp', { secret: 's', recovery_codes: ['c'] });
    walk.take({ type: 'submit-code', secret: '123456' }).answer('verify', proof());
    expect([walk.state.auth.status, again(walk)?.place.at]).to.deep.equal(['signed-in', 'save-codes']);
    expect(again(walk.take({ type: 'codes-saved' }))).to.equal(undefined);
  });

  it('is set up only once a factor that there is has been proved, now or a short while ago', () => {
    const phoneOnly = (secondsAgo: number) => signed({ totp_registration_id: '' }, secondsAgo, {}, text);
    const wanted = { type: 'step-up', maxAge: 600, factor: 'totp' } as const;
    const walk = inside(phoneOnly(301)).take(wanted);
    expect([walk.call?.call, again(walk)?.place]).to.deep.equal([
      'send-sms',
      { at: 'code', method: 'sms_otp', sentAt: null, enrolling: false },
    ]);
    walk.answer('send-sms', null).take({ type: 'choose-method', method: 'totp' }).take({ type: 'choose-recovery' });
    expect(again(walk)?.place).to.include({ at: 'code', method: 'sms_otp' });
    walk.take({ type: 'submit-code', secret: '123456' }).answer('verify', proof(phoneOnly(0)));
    expect([walk.call?.call, again(walk)?.place.at]).to.deep.equal(['create-totp', 'enroll-totp']);
    expect('provedAt' in walk.state.auth && walk.state.auth.provedAt, 'proved').to.not.be.a('number');
    walk.answer('create-totp', { secret: 's', recovery_codes: ['c'] });
    walk.take({ type: 'submit-code', secret: '123456' }).answer('verify', proof()).take({ type: 'codes-saved' });
    expect(again(walk)).to.equal(undefined);
    expect(inside(phoneOnly(60)).take(wanted).call?.call).to.equal('create-totp');
    expect(inside(phoneOnly(60)).take({ ...wanted, maxAge: 30 }).call?.call).to.equal('send-sms');
    expect(inside(phoneOnly(301)).take({ ...wanted, maxAge: Infinity }).call?.call).to.equal('send-sms');
  });

  it('is unavailable where the organization does not accept it', () => {
    const only = { mfa_methods: 'RESTRICTED', allowed_mfa_methods: ['totp'] } as const;
    const walk = inside(signed({ mfa_phone_number_verified: false }, 3600, only));
    walk.take({ type: 'step-up', maxAge: 60, factor: 'sms_otp' });
    expect([again(walk), walk.state.problem?.code]).to.deep.equal([undefined, 'unavailable']);
  });

  it('is still asked for when the session is refreshed, and not any more in another session', () => {
    const walk = inside().take({ type: 'step-up', maxAge: 60 });
    walk.take({ type: 'found', signed: signed({ name: 'Ada' }), verified: true, reason: 'refresh' });
    expect(again(walk)?.place.at).to.equal('code');
    const other = signed();
    const session = { ...other.session, member_session_id: 'other' };
    walk.take({ type: 'found', signed: { ...other, session }, verified: true, reason: 'other-tab' });
    expect(again(walk)).to.equal(undefined);
  });
});

describe('a member’s own wish', () => {
  it('sets up another factor, and nothing else is wanted then', () => {
    const walk = inside().take({ type: 'enroll', method: 'sms_otp' });
    expect(again(walk)).to.deep.equal({ want: null, place: { at: 'enroll-phone' } });
    walk.take({ type: 'submit-phone', phone: '+15555550123' }).answer('send-sms', null);
    expect(again(walk)?.place).to.include({ at: 'code', enrolling: true });
    walk.take({ type: 'submit-code', secret: '123456' }).answer('verify', proof());
    expect(again(walk)).to.equal(undefined);
  });

  it('shows the recovery codes, or makes new ones', () => {
    const walk = inside().take({ type: 'show-codes' });
    expect([walk.call, again(walk)?.place.at]).to.deep.equal([{ call: 'get-codes' }, 'save-codes']);
    walk.answer('get-codes', ['a']);
    expect(again(walk)?.place).to.deep.include({ codes: ['a'] });
    expect(again(walk.take({ type: 'codes-saved' }))).to.equal(undefined);
    walk.take({ type: 'rotate-codes' }).answer('rotate-codes', ['b']);
    expect(again(walk)?.place).to.deep.include({ codes: ['b'] });
  });

  it('leaves the session as it has become while the codes were shown', () => {
    const walk = inside().take({ type: 'show-codes' }).answer('get-codes', ['a']);
    const longer = signed();
    const session = { ...longer.session, expires_at: '2028-01-01T00:00:00Z' };
    walk.take({ type: 'found', signed: { ...longer, session }, verified: true, reason: 'refresh' });
    const { auth } = walk.take({ type: 'codes-saved' }).state;
    expect(auth.status === 'signed-in' && auth.session.expires_at).to.equal('2028-01-01T00:00:00Z');
  });

  it('takes a factor away, or makes it the first to be asked for', () => {
    const walk = inside().take({ type: 'remove-factor', method: 'sms_otp' });
    expect(walk.call).to.deep.equal({ call: 'remove-factor', method: 'sms_otp' });
    walk.answer('remove-factor', null).take({ type: 'set-default', method: 'totp' });
    expect(walk.call).to.deep.equal({ call: 'set-default', method: 'totp' });
  });
});
