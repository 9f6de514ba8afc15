import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Intent, SignedIn } from '../../src/flows/flow.js';
import { next } from '../../src/flows/next.js';
import { Model, type Outcome, type Step } from './model.js';

const organizations = ['home', 'globex', 'initech', 'hooli'];

const intents = fc.oneof<fc.Arbitrary<Intent>[]>(
  fc.constantFrom(...organizations).map((organization_id) => ({ type: 'switch', organization_id })),
  fc.constantFrom<Intent>(
    { type: 'cancel' },
    { type: 'refresh' },
    { type: 'submit-code', secret: '123456' },
    { type: 'submit-recovery-code', secret: 'abcd' },
    { type: 'choose-method', method: 'sms_otp' },
    { type: 'choose-method', method: 'totp' },
    { type: 'choose-recovery' },
    { type: 'resend-code' },
    { type: 'back' },
    { type: 'retry' },
    { type: 'codes-saved' },
  ),
  fc.constantFrom<Intent>(
    { type: 'redeem', ticket: { type: 'discovery', token: 't', resets: false } },
    { type: 'redeem', ticket: { type: 'oauth', token: 't', resets: false } },
    { type: 'send-link', email: 'ada@example.com' },
    { type: 'send-code', email: 'ada@example.com' },
    { type: 'submit-password', email: 'ada@example.com', secret: 's' },
    { type: 'start-sso' },
    { type: 'choose-organization', organization_id: 'globex' },
    { type: 'choose-organization', organization_id: 'initech' },
    { type: 'create-organization' },
    { type: 'choose-again' },
  ),
);
const leaving = fc.constantFrom<Intent>({ type: 'logout', forceClear: false }, { type: 'logout', forceClear: true });
const outcomes = fc.constantFrom<Outcome>('session', 'mfa', 'primary', 'refused', 'unreachable', 'silent');

/** Anything a person, the server and the clock may do, in any order. */
function steps(asked: fc.Arbitrary<Intent>): fc.Arbitrary<Step[]> {
  const step = fc.oneof<fc.Arbitrary<Step>[]>(
    asked.map((ask) => ({ ask })),
    outcomes.map((answer) => ({ answer })),
    outcomes.map((answer) => ({ answer })),
    fc.nat(9).map((minutes) => ({ minutes })),
  );
  return fc.array(step, { maxLength: 40, size: 'max' });
}

const organizationOf = ({ state: { auth } }: Model) =>
  auth.status === 'signed-in' ? auth.organization.organization_id : undefined;

function play(sequence: readonly Step[], check: (model: Model) => void, isSignedIn = true): Model {
  const model = new Model(isSignedIn);
  for (const step of sequence) {
    model.play(step);
    check(model);
  }
  return model;
}

const always = { numRuns: 2000 };

describe('next', () => {
  it('never loses a session that could be restored', () => {
    const kept = ({ state, left }: Model) => {
      const { auth } = state;
      const there = auth.status === 'signed-in' || (auth.status === 'pending' && auth.home !== null);
      expect(there || left, JSON.stringify(auth)).to.equal(true);
    };
    fc.assert(
      fc.property(steps(intents), (sequence) => void play(sequence, kept)),
      always,
    );
  });

  it('brings a person back to the session they came from, whenever they cancel', () => {
    const property = (sequence: readonly Step[]) => {
      const model = play(sequence, () => undefined);
      model.finish();
      if (model.state.auth.status !== 'pending' || model.left) return;
      const { home } = model.state.auth;
      model.play({ ask: { type: 'cancel' } });
      model.finish();
      expect(organizationOf(model)).to.equal(home?.organization_id);
    };
    fc.assert(fc.property(steps(intents), property), always);
  });

  it('shows nobody as signed in without a session that holds', () => {
    const honest = ({ state, now }: Model) => {
      const { auth } = state;
      if (auth.status === 'signed-in') expect(Date.parse(auth.session.expires_at)).to.be.above(now);
    };
    fc.assert(
      fc.property(steps(fc.oneof(intents, leaving)), (sequence) => void play(sequence, honest)),
      always,
    );
  });

  it('ends with the SDK holding what is shown: an old answer never wins', () => {
    const property = (sequence: readonly Step[]) => {
      const model = play(sequence, () => undefined);
      model.finish();
      const { auth, busy } = model.state;
      const shown = auth.status === 'signed-in' ? auth.session.member_session_id : null;
      const saving = auth.status === 'pending' && auth.place.at === 'save-codes';
      expect(busy).to.equal(null);
      if (!saving) expect(model.valid).to.equal(shown);
    };
    fc.assert(fc.property(steps(fc.oneof(intents, leaving)), property), always);
  });

  it('ends so as well when nobody was signed in to begin with', () => {
    const property = (sequence: readonly Step[]) => {
      const model = play(sequence, () => undefined, false);
      model.finish();
      const { auth } = model.state;
      const shown = auth.status === 'signed-in' ? auth.session.member_session_id : null;
      const saving = auth.status === 'pending' && auth.place.at === 'save-codes';
      if (!saving) expect(model.valid).to.equal(shown);
    };
    fc.assert(fc.property(steps(fc.oneof(intents, leaving)), property), always);
  });

  it('stays signed out after a log-out, whatever arrives later', () => {
    const property = (sequence: readonly Step[]) => {
      const model = play(sequence, () => undefined);
      model.play({ ask: { type: 'logout', forceClear: true } });
      model.finish();
      expect(model.state.auth.status).to.equal('signed-out');
      expect(model.held).to.equal(null);
    };
    fc.assert(fc.property(steps(intents), property), always);
  });

  for (const ask of [{ type: 'refresh' }, { type: 'extend', minutes: 60 }, { type: 'tick' }] as const)
    it(`asks Stytch about a session that seems to be over, when told to ${ask.type}: another tab may have extended it`, () => {
      const model = new Model();
      const { auth } = model.state;
      const now = auth.status === 'signed-in' ? Date.parse(auth.session.expires_at) : NaN;
      const [state, call] = next(model.state, { ...ask, now });
      expect([state.auth.status, state.busy, call?.call]).to.deep.equal(['signed-out', call, 'authenticate']);
    });

  for (const type of ['close', 'missed'] as const)
    it(`shows nobody after ${type}, and asks nothing by itself; what comes then counts`, () => {
      const model = new Model();
      const { auth } = model.state;
      const [state, call] = next(model.state, { type, now: 0 });
      expect([state.auth, call]).to.deep.equal([{ status: 'loading' }, undefined]);
      const found = { type: 'found', signed: auth as SignedIn, verified: true, reason: 'other-tab' } as const;
      expect(next(state, { ...found, now: 0 })[0].auth).to.deep.include({ status: 'signed-in' });
    });
});
