import { expect } from '@open-wc/testing';
import { useFakeTimers, type SinonFakeTimers as Clock } from 'sinon';
import { storeFor } from '../../src/client/store-for.js';
import type { Fault } from '../../emulator/index.js';
import { StytchElementsError } from '../../src/flows/errors.js';
import type { State } from '../../src/flows/flow.js';
import { next } from '../../src/flows/next.js';
import { type Stage, stage, totpCode } from '../stage.js';

const SECRET = 'JBSWY3DPEHPK3PXP';
const EXCHANGE = '/b2b/sessions/exchange';

const whereabouts = ({ store }: Stage) => {
  const { status, organization, error } = store.getSnapshot();
  return [status, organization?.organization_name, error?.code].filter(Boolean).join(' ');
};

const soon = setTimeout;

/** Waits, on the real clock, until the server has seen a request. */
async function seen(on: Stage, path: string): Promise<void> {
  while (!on.world.requests().some((request) => request.path.endsWith(path))) await new Promise((go) => soon(go, 5));
}

/** What a promise was rejected with. */
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: { code: string }) => error.code,
  );

/** As frameworks wrap what is kept in their state. */
function reactive<T extends object>(value: T): T {
  const get = (target: T, key: string | symbol) => {
    const part: unknown = Reflect.get(target, key);
    return typeof part === 'object' && part !== null ? reactive(part) : part;
  };
  return new Proxy(value, { get });
}

async function switchUnder(fault: Omit<Fault, 'path'>): Promise<{ on: Stage; code: string | undefined }> {
  const on = await stage();
  on.world.faults([{ path: EXCHANGE, ...fault }]);
  return { on, code: await failure(on.store.actions.switchOrganization(on.id('Globex'))) };
}

describe('AuthStore, when things go wrong', () => {
  let clock: Clock | undefined;
  const fakeClock = () =>
    (clock = useFakeTimers({ now: Date.now(), shouldAdvanceTime: true, shouldClearNativeTimers: true }));
  afterEach(() => {
    clock?.restore();
    clock = undefined;
  });

  const refusals: [string, Omit<Fault, 'path'>, string][] = [
    ['a broken connection', { drop: true }, 'offline'],
    ['500', { status: 500, errorType: 'internal_server_error' }, 'unknown'],
    ['429', { status: 429, errorType: 'too_many_requests' }, 'rate-limited'],
    ['an answer that is not JSON', { status: 200, body: '<html>' }, 'offline'],
    ['403', { status: 403, errorType: 'session_authorization_error' }, 'not-allowed'],
  ];
  for (const [name, fault, code] of refusals)
    it(`stays in Acme after ${name}, with a typed error, and can try again`, async () => {
      const { on, code: thrown } = await switchUnder(fault);
      expect([thrown, whereabouts(on)]).to.deep.equal([code, `signed-in Acme ${code}`]);
      on.world.faults([]);
      await on.store.actions.switchOrganization(on.id('Globex'));
      expect(on.store.getSnapshot()).to.include({ status: 'pending', error: null, online: true });
    });

  it('gives up after 15 s of silence, and undoes the answer that comes later', async () => {
    const on = await stage();
    const { session } = on.store.getSnapshot();
    fakeClock();
    on.world.faults([{ path: EXCHANGE, delayMs: 20_000 }]);
    const switched = failure(on.store.actions.switchOrganization(on.id('Globex')));
    await seen(on, EXCHANGE);
    await clock!.tickAsync(15_500);
    expect(await switched).to.equal('timeout');
    expect(whereabouts(on)).to.equal('signed-in Acme timeout');
    await clock!.tickAsync(6_000);
    await on.until(({ error, online }) => !error && online);
    expect(whereabouts(on)).to.equal('signed-in Acme');
    expect(on.store.getSnapshot().session?.member_session_id).to.equal(session?.member_session_id);
  });

  it('keeps the newer switch when the answer to an older one arrives after it', async () => {
    const on = await stage();
    fakeClock();
    on.world.faults([{ path: EXCHANGE, delayMs: 20_000 }]);
    const first = failure(on.store.actions.switchOrganization(on.id('Globex')));
    await seen(on, EXCHANGE);
    await clock!.tickAsync(15_500);
    await first;
    await on.store.actions.switchOrganization(on.id('Initech'));
    await clock!.tickAsync(6_000);
    while (on.store.view.busy) await new Promise((go) => soon(go, 5));
    await on.store.actions.submitCode(on.lastCode());
    expect(whereabouts(on)).to.equal('signed-in Initech');
  });

  it('ends a session at its time, not later', async () => {
    fakeClock();
    const on = await stage({ minutes: 5 });
    await clock!.tickAsync(4 * 60_000);
    expect(on.store.getSnapshot().status).to.equal('signed-in');
    await clock!.tickAsync(62_000);
    expect(whereabouts(on)).to.equal('signed-out session-ended');
    expect(on.store.reason).to.equal('expired');
  });

  it('ends a session that was revoked elsewhere', async () => {
    const on = await stage();
    const { member_session_id } = on.store.getSnapshot().session!;
    const { projectId, secret } = on.world.world;
    await on.world.control('/v1/b2b/sessions/revoke', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${projectId}:${secret}`)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ member_session_id }),
    });
    expect(await failure(on.store.actions.refresh())).to.equal('session-ended');
    expect(whereabouts(on)).to.equal('signed-out session-ended');
    expect([on.store.reason, on.store.getSnapshot().error?.detail]).to.deep.equal(['revoked', 'revoked']);
  });

  it('says when verification took too long, and can begin again or go back', async () => {
    const on = await stage();
    await on.store.actions.switchOrganization(on.id('Globex'));
    on.world.clock(601);
    expect(await failure(on.store.actions.submitCode(totpCode(SECRET, Date.now() + 601_000)))).to.equal(
      'pending-expired',
    );
    expect(on.store.view.place?.at).to.equal('expired');
    await on.store.send({ type: 'retry' });
    expect(on.store.view.place?.at).to.equal('code');
    await on.store.actions.submitCode(totpCode(SECRET, Date.now() + 601_000));
    expect(whereabouts(on)).to.equal('signed-in Globex');
  });

  it('tells an expired code from a wrong one, and sends another', async () => {
    const on = await stage();
    await on.store.actions.switchOrganization(on.id('Initech'));
    const old = on.lastCode();
    expect(await failure(on.store.actions.submitCode(old === '000000' ? '000001' : '000000'))).to.equal('invalid-code');
    on.world.clock(130);
    expect(await failure(on.store.actions.submitCode(old))).to.equal('code-expired');
    await on.store.actions.resendCode();
    await on.store.actions.submitCode(on.lastCode());
    expect(whereabouts(on)).to.equal('signed-in Initech');
  });

  it('stays in Acme when a late answer has to be undone and the network fails on that, too', async () => {
    const on = await stage();
    fakeClock();
    on.world.faults([{ path: EXCHANGE, delayMs: 20_000 }]);
    const switched = failure(on.store.actions.switchOrganization(on.id('Globex')));
    await seen(on, EXCHANGE);
    await clock!.tickAsync(15_500);
    await switched;
    on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true }]);
    await clock!.tickAsync(6_000);
    await on.until(({ error }) => error?.code === 'offline');
    await clock!.tickAsync(100);
    expect(on.store.getSnapshot()).to.include({ status: 'signed-in', fromCache: true });
    await clock!.tickAsync(6_000);
    await on.until(({ fromCache }) => !fromCache);
    expect(on.store.getSnapshot().organization?.organization_name).to.equal('Acme');
  });

  it('asks once in a while for what is not confirmed, however often somebody returns to the tab', async () => {
    const on = await stage();
    on.store.subscribe(() => undefined);
    fakeClock();
    on.world.faults([{ path: EXCHANGE, delayMs: 20_000 }]);
    const switched = failure(on.store.actions.switchOrganization(on.id('Globex')));
    await seen(on, EXCHANGE);
    await clock!.tickAsync(15_500);
    await switched;
    on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true }]);
    await clock!.tickAsync(6_000);
    await on.until(({ error }) => error?.code === 'offline');
    const asked = async () => {
      const before = on.world.requests().length;
      for (let times = 0; times < 30; times += 1) await clock!.tickAsync(1_000);
      return on.world.requests().filter(({ path }) => path.endsWith('/sessions/authenticate')).length - before;
    };
    const inPeace = await asked();
    for (let times = 0; times < 8; times += 1) {
      document.dispatchEvent(new Event('visibilitychange'));
      await clock!.tickAsync(50);
    }
    expect((await asked()) - inPeace).to.be.below(3);
  });

  it('says when a session cannot be confirmed at all, and shows it when it is', async () => {
    fakeClock();
    const on = await stage({}, {}, [{ path: '/b2b/sessions/authenticate', delayMs: 30_000 }]);
    await clock!.tickAsync(100);
    expect(on.store.getSnapshot().status).to.equal('loading');
    await seen(on, '/sessions/authenticate');
    await clock!.tickAsync(15_500);
    expect(whereabouts(on)).to.equal('error timeout');
    await clock!.tickAsync(31_000);
    await on.until(({ status }) => status === 'signed-in');
    expect(whereabouts(on)).to.equal('signed-in Acme');
  });

  it('forgets the session on this device though the server says nothing, and stays out', async () => {
    const on = await stage();
    await on.until(({ fromCache }) => !fromCache); // else its answer may bring the cookies back
    fakeClock();
    on.world.faults([{ path: '/b2b/sessions/revoke', delayMs: 60_000 }]);
    const left = on.store.actions.logout({ forceClear: true });
    await seen(on, '/sessions/revoke');
    await clock!.tickAsync(5_100);
    expect(await left).to.deep.equal({ confirmed: false });
    const { opaqueTokenCookieName, jwtCookieName } = on.store.options.cookieOptions!;
    for (const name of [opaqueTokenCookieName!, jwtCookieName!]) expect(document.cookie).not.to.contain(name);
    await clock!.tickAsync(61_000);
    expect(on.store.getSnapshot().status).to.equal('signed-out');
  });

  it('keeps the tokens of now when those that are handed over are not confirmed in time', async () => {
    const on = await stage();
    await on.until(({ fromCache }) => !fromCache);
    fakeClock();
    const tokens = () => document.cookie.split('; ').sort().join('; ');
    const before = tokens();
    const { session_token: sessionToken, session_jwt: sessionJwt } = await on.world.session(
      'ada@example.com',
      'Globex',
    );
    on.world.faults([{ path: '/b2b/sessions/authenticate', delayMs: 60_000 }]);
    const handed = failure(on.store.actions.hydrate({ sessionToken, sessionJwt }));
    while (tokens() === before) await new Promise((go) => soon(go, 5));
    await clock!.tickAsync(15_500);
    expect([await handed, tokens()]).to.deep.equal(['timeout', before]);
  });

  it('takes an answer that a page has wrapped in a proxy', async () => {
    const on = await stage();
    await on.store.actions.accept(reactive({ member_session: null, ...owedBy(on) }));
    expect(on.store.getSnapshot().status).to.equal('pending');
  });

  it('forgets what was half-finished, too, though the server says nothing', async () => {
    const on = await stage();
    await on.store.actions.switchOrganization(on.id('Globex'));
    expect(document.cookie).to.match(/\bi-\w+=/);
    fakeClock();
    on.world.faults([{ path: '/b2b/sessions/revoke', delayMs: 60_000 }]);
    const left = on.store.actions.logout({ forceClear: true });
    await seen(on, '/sessions/revoke');
    await clock!.tickAsync(5_100);
    expect(await left).to.deep.equal({ confirmed: false });
    expect(document.cookie).not.to.match(/\bi-\w+=/);
  });

  it('says that a way back is refused, instead of trying for ever', () => {
    const { organization, home } = { organization: { organization_id: 'b' }, home: { organization_id: 'a' } };
    const pending = { kind: 'primary', organization, expiresAt: '2100-01-01T00:00:00Z' };
    const auth = { status: 'pending', pending, home, place: { at: 'methods' } };
    const state = { auth, turn: 1, busy: { call: 'restore', home }, problem: null } as unknown as State;
    const error = new StytchElementsError('not-allowed');
    const [after] = next(state, { type: 'failed', turn: 1, to: 'restore', error, now: 0 });
    expect([after.auth.status, after.problem?.detail]).to.deep.equal(['signed-out', 'not-restored']);
  });

  it('does not have whoever went back wait for what they went back from', async () => {
    const on = await stage(null);
    on.world.faults([{ path: '/b2b/magic_links/email/discovery/send', delayMs: 14_000 }]);
    const first = failure(on.store.actions.sendLink('ada@example.com'));
    await seen(on, '/discovery/send');
    await on.store.send({ type: 'back' });
    const began = Date.now();
    await on.store.actions.sendCode('ada@example.com');
    expect([on.store.view.place?.at, Date.now() - began < 5_000]).to.deep.equal(['email-code', true]);
    await on.store.actions.submitCode(on.lastCode());
    expect(whereabouts(on)).to.equal('pending');
    void first;
  });

  it('does not lose the way back when the network fails on it', async () => {
    const on = await stage();
    await on.store.actions.switchOrganization(on.id('Globex'));
    on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true }]);
    expect(await failure(on.store.actions.cancelPending())).to.equal('offline');
    expect(on.store.view.place?.at).to.equal('return');
    on.world.faults([]);
    await on.store.send({ type: 'retry' });
    expect(whereabouts(on)).to.equal('signed-in Acme');
  });

  it('stays signed in when a log-out does not reach the server, unless asked to forget', async () => {
    const on = await stage();
    on.world.faults([{ path: '/b2b/sessions/revoke', drop: true }]);
    expect(await failure(on.store.actions.logout())).to.equal('offline');
    expect(whereabouts(on)).to.equal('signed-in Acme offline');
    on.world.faults([{ path: '/b2b/sessions/revoke', drop: true }]);
    expect(await on.store.actions.logout({ forceClear: true })).to.deep.equal({ confirmed: false });
    expect(on.store.getSnapshot().status).to.equal('signed-out');
  });

  it('is in error without a public token, and with an emulator for a live one', async () => {
    for (const options of [
      { publicToken: '' },
      { publicToken: 'public-token-live-1', emulatorUrl: 'http://127.0.0.1:1' },
      { publicToken: 'public-token-test-9', emulatorUrl: 'javascript:1' },
    ]) {
      const store = storeFor(options);
      await store.ready;
      expect(store.getSnapshot()).to.include({ status: 'error', isInitialized: false });
      expect(store.getSnapshot().error).to.include({ code: 'misconfigured' });
    }
  });

  it('takes over a response that the page got from the SDK itself, with the way back', async () => {
    const on = await stage();
    const response = { member_session: null, ...owedBy(on) };
    await on.store.actions.accept(response);
    expect(on.store.getSnapshot().pending).to.include({ kind: 'mfa', canCancel: true });
    expect((await on.store.actions.cancelPending()).restored).to.equal(true);
    expect(whereabouts(on)).to.equal('signed-in Acme');
  });
});

/** What Stytch answers to an exchange into an organization that wants a code. */
function owedBy(on: Stage) {
  const { member, organization } = on.store.getSnapshot();
  return {
    member: { ...member, totp_registration_id: 'member-totp-test-1' },
    organization,
    mfa_required: { member_options: null, secondary_auth_initiated: null },
  };
}

describe('AuthStore, as a page sees it', () => {
  it('calls a subscriber at once and on every change, and survives one that throws', async () => {
    const on = await stage();
    const reported: unknown[] = [];
    const onError = (event: ErrorEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      reported.push(event.error);
    };
    addEventListener('error', onError, { capture: true });
    const mocha = window.onerror;
    window.onerror = null;
    const seen: string[] = [];
    const stop = [
      on.store.subscribe(() => {
        throw new Error('a stranger');
      }),
      on.store.subscribe(({ status }) => seen.push(status)),
    ];
    await on.store.actions.logout();
    stop.forEach((each) => each());
    removeEventListener('error', onError, { capture: true });
    window.onerror = mocha;
    expect(seen).to.deep.equal(['signed-in', 'signed-out']);
    expect(reported).to.have.length(2);
  });

  it('gives the same snapshot until something changes, also after a refresh', async () => {
    const { store } = await stage();
    const before = store.getSnapshot();
    await store.actions.refresh();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.getSnapshot()).to.equal(before);
    expect(Object.isFrozen(before)).to.equal(true);
  });

  it('stores what is needed to resume, and nothing secret', async () => {
    const on = await stage();
    const tokens = JSON.stringify(document.cookie);
    await on.store.actions.switchOrganization(on.id('Initech'));
    const stored = JSON.stringify(Object.entries(sessionStorage));
    expect(stored).to.contain('Initech').and.to.contain('0100');
    expect(stored).not.to.contain('15555550100');
    expect(stored).not.to.contain(on.lastCode());
    for (const [, value = ''] of tokens.matchAll(/=([\w.-]{20,})/g)) expect(stored).not.to.contain(value);
    await on.store.actions.cancelPending();
    expect(Object.keys(sessionStorage)).to.deep.equal([]);
  });

  it('ends a session that another tab ends while recovery codes are being kept', async () => {
    const on = await stage();
    await on.store.actions.switchOrganization(on.id('Hooli'));
    await on.store.actions.chooseMethod('totp');
    const { place } = on.store.view;
    if (place?.at !== 'enroll-totp') throw new Error(`at ${place?.at}`);
    await on.store.actions.submitCode(totpCode(place.registration!.secret));
    expect(on.store.view.place?.at).to.equal('save-codes');
    await on.store.actions.logout();
    expect(on.store.getSnapshot().status).to.equal('signed-out');
  });

  it('waits for calls under way instead of dropping what is asked meanwhile', async () => {
    const on = await stage();
    const [, extended] = await Promise.all([on.store.actions.refresh(), on.store.actions.extend(120)]);
    const left = Date.parse(extended.session!.expires_at) - Date.now();
    expect(left / 60_000).to.be.within(115, 121);
  });
});
