import { expect } from '@open-wc/testing';
import { arrive } from '../../src/flows/arrive.js';
import type { Authentication } from '../../src/flows/call.js';
import type { Member, MemberSession } from '../../src/flows/types.js';
import { NOW, organization } from './walk.js';

const session = { member_session_id: 's', expires_at: '2027-01-01T00:00:00Z' } as MemberSession;

const member = (more: Partial<Member> = {}) =>
  ({ member_id: 'm', mfa_phone_number_verified: false, totp_registration_id: '', ...more }) as Member;

const both = { totp_registration_id: 't', mfa_phone_number_verified: true };

/** Where an answer without a session puts a person, and the call that follows. */
function placeOf(answer: Partial<Authentication>) {
  const move = arrive(
    { member_session: null, member: member(), organization: organization('o'), ...answer },
    null,
    NOW,
  );
  const place = move.auth.status === 'pending' ? move.auth.place : undefined;
  return { status: move.auth.status, place, call: move.call?.call };
}

describe('arrive', () => {
  it('takes a session before everything else', () => {
    const primary_required = { allowed_auth_methods: ['sso'] };
    expect(placeOf({ member_session: session, primary_required }).status).to.equal('signed-in');
  });

  it('asks for a first factor before a second one', () => {
    const mfa_required = { member_options: null, secondary_auth_initiated: 'sms_otp' as const };
    const primary_required = { allowed_auth_methods: [] };
    expect(placeOf({ primary_required, mfa_required }).place).to.deep.equal({ at: 'methods' });
  });

  it('waits for a text that has been sent already, whatever the default method is', () => {
    const mfa_required = { member_options: null, secondary_auth_initiated: 'sms_otp' as const };
    const known = member({ ...both, default_mfa_method: 'totp' });
    const sent = { at: 'code', method: 'sms_otp', sentAt: NOW };
    expect(placeOf({ member: known, mfa_required }).place).to.deep.equal({ ...sent, enrolling: false });
    expect(placeOf({ mfa_required }).place).to.deep.equal({ ...sent, enrolling: true });
  });

  it('asks for the default method, else for an authenticator app before a text', () => {
    const asked = (more: Partial<Member>) => placeOf({ member: member(more) });
    expect(asked({ ...both, default_mfa_method: 'sms_otp' })).to.deep.include({ call: 'send-sms' });
    expect(asked(both).place).to.include({ at: 'code', method: 'totp' });
    expect(asked({ mfa_phone_number_verified: true }).place).to.include({ at: 'code', method: 'sms_otp' });
  });

  it('does not ask for a method that the organization does not accept', () => {
    const only = organization('o', { mfa_methods: 'RESTRICTED', allowed_mfa_methods: ['sms_otp'] });
    const known = member({ ...both, default_mfa_method: 'totp' });
    expect(placeOf({ member: known, organization: only }).place).to.include({ at: 'code', method: 'sms_otp' });
  });

  it('sets a method up where there is none: the only one at once, one of two by choice', () => {
    const only = organization('o', { mfa_methods: 'RESTRICTED', allowed_mfa_methods: ['totp'] });
    expect(placeOf({ organization: only })).to.deep.include({ call: 'create-totp' });
    expect(placeOf({}).place).to.deep.equal({ at: 'choose' });
  });

  it('lets an organization be chosen after a discovery', () => {
    const answer = { organization: null, email_address: 'a@example.com', discovered_organizations: [] };
    expect(placeOf(answer).place).to.deep.equal({ at: 'discovery', isNew: true, isRead: true });
  });
});
