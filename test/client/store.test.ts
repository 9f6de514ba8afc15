import { expect } from '@open-wc/testing';
import { type Stage, stage, totpCode } from '../stage.js';

const SECRET = 'JBSWY3DPEHPK3PXP';

/** Ada in Acme, who has asked for another organization. */
async function switching(to: string): Promise<Stage> {
  const on = await stage();
  await on.store.actions.switchOrganization(on.id(to));
  return on;
}

const whereabouts = ({ store }: Stage) => {
  const { status, organization } = store.getSnapshot();
  return `${status} ${organization?.organization_name ?? ''}`.trim();
};

describe('AuthStore', () => {
  it('says who is signed in', async () => {
    const { store } = await stage();
    const { member, organization, fromCache, isInitialized } = store.getSnapshot();
    expect([member?.email_address, organization?.organization_name]).to.deep.equal(['ada@example.com', 'Acme']);
    expect([fromCache, isInitialized]).to.deep.equal([false, true]);
  });

  it('says that nobody is', async () => {
    const on = await stage(null);
    expect(whereabouts(on)).to.equal('signed-out');
  });

  it('switches to Globex by authenticator app', async () => {
    const on = await switching('Globex');
    const { pending } = on.store.getSnapshot();
    expect(pending?.kind).to.equal('mfa');
    expect(on.store.view.place).to.deep.include({ at: 'code', method: 'totp' });
    await on.store.actions.submitCode(totpCode(SECRET));
    expect(whereabouts(on)).to.equal('signed-in Globex');
  });

  it('switches to Initech by text, sent once', async () => {
    const on = await switching('Initech');
    expect(on.world.outbox().filter(({ kind }) => kind === 'sms_otp')).to.have.length(1);
    await on.store.actions.submitCode(on.lastCode());
    expect(whereabouts(on)).to.equal('signed-in Initech');
  });

  it('sets up an authenticator app for Hooli, and is not done before the recovery codes are kept', async () => {
    const on = await switching('Hooli');
    await on.store.actions.chooseMethod('totp');
    const { place } = on.store.view;
    if (place?.at !== 'enroll-totp') throw new Error(`at ${place?.at}`);
    await on.store.actions.submitCode(totpCode(place.registration!.secret));
    expect(on.store.getSnapshot().status).to.equal('pending');
    expect(on.store.view.place).to.have.property('codes').with.length.above(3);
    await on.store.actions.confirmRecoveryCodes();
    expect(whereabouts(on)).to.equal('signed-in Hooli');
  });

  it('sets up a phone for Hooli', async () => {
    const on = await switching('Hooli');
    await on.store.actions.chooseMethod('sms_otp');
    await on.store.actions.submitPhone('+15555550123');
    await on.store.actions.submitCode(on.lastCode());
    expect(whereabouts(on)).to.equal('signed-in Hooli');
  });

  it('goes back to Acme when the switch is cancelled', async () => {
    const on = await switching('Globex');
    const { restored } = await on.store.actions.cancelPending();
    expect(restored).to.equal(true);
    expect(whereabouts(on)).to.equal('signed-in Acme');
  });

  it('keeps asking after a wrong code', async () => {
    const on = await switching('Globex');
    const error = await on.store.actions.submitCode('000000').catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'invalid-code', retryable: false });
    expect(on.store.getSnapshot().pending?.kind).to.equal('mfa');
    await on.store.actions.submitCode(totpCode(SECRET));
    expect(whereabouts(on)).to.equal('signed-in Globex');
  });

  it('logs out', async () => {
    const on = await stage();
    expect(await on.store.actions.logout()).to.deep.equal({ confirmed: true });
    expect(whereabouts(on)).to.equal('signed-out');
  });

  it('ends where the last of two switches leads', async () => {
    const on = await stage();
    const first = on.store.actions.switchOrganization(on.id('Initech'));
    const second = on.store.actions.switchOrganization(on.id('Globex'));
    await Promise.all([first, second]);
    const { pending } = on.store.getSnapshot();
    expect(pending?.kind === 'mfa' && pending.organization.organization_name).to.equal('Globex');
    expect((await on.store.actions.cancelPending()).restored).to.equal(true);
    expect(whereabouts(on)).to.equal('signed-in Acme');
  });

  it('asks once for a double click', async () => {
    const on = await stage();
    const id = on.id('Globex');
    await Promise.all([on.store.actions.switchOrganization(id), on.store.actions.switchOrganization(id)]);
    expect(on.world.requests().filter(({ path }) => path.endsWith('/sessions/exchange'))).to.have.length(1);
  });

  it('gives a second log-out what becomes of the one under way', async () => {
    const on = await stage();
    on.world.faults([{ path: '/b2b/sessions/revoke', status: 500, errorType: 'internal_server_error' }]);
    const codeOf = (asked: Promise<unknown>) => asked.catch(({ code }: { code: string }) => code);
    const both = [on.store.actions.logout(), on.store.actions.logout()].map(codeOf);
    expect(await Promise.all(both)).to.deep.equal(['unknown', 'unknown']);
    expect(whereabouts(on)).to.equal('signed-in Acme');
    on.world.faults([{ path: '/b2b/sessions/revoke', drop: true }]);
    const cleared = [{ forceClear: true }, { forceClear: true }, {}].map((how) => on.store.actions.logout(how));
    expect(await Promise.all(cleared)).to.deep.equal(Array(3).fill({ confirmed: false }));
    expect(whereabouts(on)).to.equal('signed-out');
  });

  it('confirms no log-out before it is done, though one that is surer has come between', async () => {
    const on = await stage();
    on.world.faults([{ path: '/b2b/sessions/revoke', drop: true, times: 2 }]);
    const both = [on.store.actions.logout(), on.store.actions.logout({ forceClear: true })];
    expect(await Promise.all(both)).to.deep.equal(Array(2).fill({ confirmed: false }));
    expect(whereabouts(on)).to.equal('signed-out');
  });

  it('goes back once for somebody who cancels twice', async () => {
    const on = await switching('Globex');
    const both = [on.store.actions.cancelPending(), on.store.actions.cancelPending()];
    expect(await Promise.all(both)).to.deep.equal(Array(2).fill({ restored: true }));
    expect(whereabouts(on)).to.equal('signed-in Acme');
  });
});
