import { expect } from '@open-wc/testing';
import { useFakeTimers, type SinonFakeTimers as Clock } from 'sinon';
import { html } from 'lit';
import '../../src/define/gate.js';
import '../../src/define/keep-alive.js';
import '../../src/define/logout.js';
import { isPast } from '../../src/client/presence.js';
import type { StytchKeepAlive } from '../../src/elements/stytch-keep-alive.js';
import { type Role, type Stage, shown, stage, still } from '../stage.js';

const AUTHENTICATE = '/b2b/sessions/authenticate';
const later = setTimeout; // the real one
const EVENTS = [
  'stytch-session-warning',
  'stytch-session-extended',
  'stytch-session-expired',
  'stytch-logout',
  'stytch-error',
  'stytch-redirect',
] as const;

let clock: Clock;

beforeEach(() => {
  clock = useFakeTimers({ now: Date.now(), shouldAdvanceTime: true, shouldClearNativeTimers: true });
});

afterEach(() => {
  clock.restore();
});

/** Waits on the real clock, for locks and the like, which no fake one moves. */
async function until(holds: () => unknown): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 400) throw new Error(`still not: ${holds.toString()}`);
    await new Promise((go) => later(go, 5));
  }
}

/** Waits until no element is at work: on a clock that jumps, a call that is under way would take too long. */
async function settled(): Promise<void> {
  do await new Promise((go) => later(go, 20));
  while ((await (navigator as { locks?: LockManager }).locks?.query())?.held?.length);
}

async function keepAlive(content: unknown = html`<stytch-keep-alive></stytch-keep-alive>`, role: Role | null = {}) {
  const on = await stage(role);
  const element = await shown<StytchKeepAlive>(on, content);
  await element.updateComplete;
  const told: { type: string; detail: Record<string, unknown> }[] = [];
  for (const type of EVENTS)
    element.parentElement!.addEventListener(type, (event) => {
      if (type === 'stytch-redirect') event.preventDefault();
      told.push({ type, detail: (event as CustomEvent<Record<string, unknown>>).detail });
    });
  const dialog = () => element.shadowRoot!.querySelector('dialog');
  const button = (name: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
  return {
    ...{ on, element, told, dialog, button },
    of: (type: (typeof EVENTS)[number]) => told.filter((each) => each.type === type).map(({ detail }) => detail),
    /** How often the session was extended; the SDK's own refreshes ask for no duration. */
    extensions: () =>
      on.world
        .requests()
        .filter(({ path, body }) => path === AUTHENTICATE && /session_duration/.test(JSON.stringify(body))),
    /** Time passes, with somebody typing each minute if `active`. */
    pass: async (minutes: number, { active = false } = {}) => {
      if (!active) return jump(minutes);
      for (let minute = 0; minute < minutes; minute += 1) {
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
        await jump(1);
      }
    },
  };
}

/** Moves the clock on at once, as a browser does that has other things to do; then there is a moment for everything. */
async function jump(minutes: number): Promise<void> {
  clock.jump(minutes * 60_000);
  await settled();
}

/** What the tabs of the site have noted; `tell` is what another tab notes. */
function notes({ store }: Stage) {
  const key = `stytch-elements:${store.options.publicToken}:presence`;
  const read = () => JSON.parse(localStorage.getItem(key)!) as { since: Record<string, string | number> };
  const tell = (facts: object) => {
    localStorage.setItem(key, JSON.stringify({ ...read(), ...facts }));
    dispatchEvent(new StorageEvent('storage', { key }));
  };
  return { read, tell };
}

const left = ({ store }: Stage) => (Date.parse(store.getSnapshot().session!.expires_at) - Date.now()) / 60_000;

describe('<stytch-keep-alive>', () => {
  it('extends the session while the member is there', async () => {
    const { on, element, pass, extensions, of } = await keepAlive();
    expect(element.dataset.state).to.equal('watching');
    await pass(19, { active: true });
    expect(extensions()).to.have.length(0);
    await pass(2, { active: true });
    await until(() => of('stytch-session-extended').length);
    expect(extensions()).to.have.length(1);
    expect(left(on)).to.be.within(58, 60);
    expect(of('stytch-session-extended')).to.deep.equal([{ expiresAt: on.store.getSnapshot().session!.expires_at }]);
    await pass(17, { active: true });
    expect(extensions()).to.have.length(1);
    await pass(3, { active: true });
    await until(() => extensions().length === 2);
  });

  it('gives the session the minutes of the attribute, as often as it says', async () => {
    const content = html`<stytch-keep-alive extend-minutes="90" every-minutes="5"></stytch-keep-alive>`;
    const { on, pass, of } = await keepAlive(content);
    await pass(4, { active: true });
    expect(of('stytch-session-extended')).to.have.length(0);
    await pass(2, { active: true });
    await until(() => of('stytch-session-extended').length === 1);
    expect(left(on)).to.be.within(88, 90);
  });

  it('extends nothing for nobody, and warns', async () => {
    const { on, element, pass, extensions, of, dialog } = await keepAlive();
    await pass(57);
    expect(element.dataset.state).to.equal('watching');
    expect(dialog()).to.equal(null);
    await pass(1.2);
    expect(extensions()).to.have.length(0);
    expect(element.dataset.state).to.equal('warning');
    expect(of('stytch-session-warning')).to.have.length(1);
    const { expiresAt, skewSeconds } = of('stytch-session-warning')[0]!;
    expect(Date.parse(String(expiresAt))).to.equal(Date.parse(on.store.getSnapshot().session!.expires_at));
    expect(skewSeconds).to.equal(0);
  });

  it('says what is about to happen, in a dialog that counts down', async () => {
    const { element, pass, dialog } = await keepAlive();
    await pass(58.2);
    expect(dialog()!.open).to.equal(true);
    expect(dialog()!.getAttribute('role')).to.equal('alertdialog');
    const countdown = () => element.shadowRoot!.querySelector('[part~=countdown]')!.textContent;
    expect(countdown()).to.match(/^1:[34]\d$/);
    await pass(0.5);
    expect(countdown()).to.match(/^1:[01]\d$/);
    still(element);
    await expect(element).to.be.accessible();
  });

  it('says the time left when a minute, half a minute and ten seconds are left', async () => {
    const { element, pass } = await keepAlive();
    const said = () => element.shadowRoot!.querySelector('[aria-live=assertive]')!.textContent;
    await pass(58.2);
    expect(said()).to.equal('');
    const heard = new Set<string>();
    for (let second = 0; second < 105; second += 1) {
      await clock.tickAsync(1000);
      await element.updateComplete;
      if (element.dataset.state === 'warning') heard.add(said());
    }
    expect([...heard].filter(Boolean)).to.deep.equal([
      'You will be signed out in one minute.',
      'You will be signed out in 30 seconds.',
      'You will be signed out in 10 seconds.',
    ]);
  });

  it('says as well when two minutes are left, where it warns before', async () => {
    const { element, pass } = await keepAlive(html`<stytch-keep-alive warn-seconds="180"></stytch-keep-alive>`);
    const said = () => element.shadowRoot!.querySelector('[aria-live=assertive]')!.textContent;
    await pass(57.5);
    await until(() => element.dataset.state === 'warning');
    expect(said()).to.equal('');
    for (let second = 0; second < 40; second += 1) await clock.tickAsync(1000);
    await element.updateComplete;
    expect(said()).to.equal('You will be signed out in 2 minutes.');
  });

  it('stays when asked, and gives the focus back', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    const { on, element, pass, dialog, button, extensions, told } = await keepAlive();
    await pass(58.2);
    await until(() => element.shadowRoot!.activeElement === button('Stay signed in'));
    button('Stay signed in')!.click();
    await until(() => !dialog());
    expect(extensions()).to.have.length(1);
    expect(left(on)).to.be.within(59, 60);
    expect(element.dataset.state).to.equal('watching');
    expect(told.map(({ type }) => type)).to.deep.equal(['stytch-session-warning', 'stytch-session-extended']);
    await until(() => document.activeElement === field);
    field.remove();
  });

  it('stays on Escape', async () => {
    const { pass, dialog, extensions } = await keepAlive();
    await pass(58.2);
    dialog()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => !dialog());
    expect(extensions()).to.have.length(1);
  });

  it('takes nothing else than an answer, once it asks', async () => {
    const { pass, dialog, extensions } = await keepAlive();
    await pass(58.2);
    await pass(1, { active: true });
    expect(dialog()!.open).to.equal(true);
    expect(extensions()).to.have.length(0);
  });

  it('signs out when asked', async () => {
    const { on, element, pass, dialog, button, told } = await keepAlive(
      html`<stytch-keep-alive redirect-to="/bye"></stytch-keep-alive>`,
    );
    await pass(58.2);
    button('Sign out')!.click();
    await until(() => told.length === 3);
    expect(on.store.getSnapshot().status).to.equal('signed-out');
    expect(told.slice(1)).to.deep.equal([
      { type: 'stytch-logout', detail: { confirmed: true } },
      { type: 'stytch-redirect', detail: { url: `${location.origin}/bye?reason=user` } },
    ]);
    expect(dialog()).to.equal(null);
    expect(element.dataset.state).to.equal('idle');
  });

  it('signs out once for a double click, and says meanwhile that it is at it', async () => {
    const { on, element, pass, button, of } = await keepAlive();
    await pass(58.2);
    on.world.faults([{ path: '/b2b/sessions/revoke', delayMs: 1000 }]);
    const way = button('Sign out')!;
    way.click();
    way.click();
    await until(() => way.textContent.trim() === 'One moment…');
    expect(way.getAttribute('aria-disabled')).to.equal('true');
    button('Stay signed in')!.click();
    await until(() => of('stytch-logout').length);
    await settled();
    expect(of('stytch-logout')).to.deep.equal([{ confirmed: true }]);
    expect(on.world.requests().filter(({ path }) => path.endsWith('/revoke'))).to.have.length(1);
    expect(of('stytch-session-extended')).to.have.length(0);
    expect(element.dataset.state).to.equal('idle');
  });

  it('ends the session of a member who is not there', async () => {
    const { on, element, pass, told, dialog } = await keepAlive(
      html`<stytch-keep-alive idle-minutes="10" redirect-to="/login?next=%2Fa"></stytch-keep-alive>`,
    );
    await pass(5, { active: true });
    await pass(8.2);
    expect(dialog()!.textContent).to.contain('Are you still there?');
    await pass(2);
    await until(() => on.store.getSnapshot().status === 'signed-out');
    await until(() => told.length === 3);
    expect(on.world.requests().filter(({ path }) => path.endsWith('/revoke'))).to.have.length(1);
    expect(told.slice(1)).to.deep.equal([
      { type: 'stytch-session-expired', detail: { reason: 'idle' } },
      { type: 'stytch-redirect', detail: { url: `${location.origin}/login?next=%2Fa&reason=idle` } },
    ]);
    expect(element.dataset.state).to.equal('ended');
    expect(dialog()).to.equal(null);
  });

  it('ends it even when the server cannot be reached', async () => {
    const { on, pass, of } = await keepAlive(html`<stytch-keep-alive idle-minutes="10"></stytch-keep-alive>`);
    on.world.faults([{ path: '/b2b/sessions/revoke', drop: true, times: 5 }]);
    await pass(10.2);
    await until(() => of('stytch-session-expired').length);
    expect(on.store.getSnapshot().status).to.equal('signed-out');
  });

  it('keeps the session of a member who says that they are there', async () => {
    const { on, pass, button, dialog, of } = await keepAlive(
      html`<stytch-keep-alive idle-minutes="10"></stytch-keep-alive>`,
    );
    await pass(8.2);
    button('Stay signed in')!.click();
    await until(() => !dialog() && of('stytch-session-extended').length);
    await pass(7);
    expect(on.store.getSnapshot().status).to.equal('signed-in');
    expect(left(on)).to.be.within(51, 54);
  });

  it('ends the session when its longest time is over, whoever is there', async () => {
    const { on, element, pass, of, button, dialog } = await keepAlive(
      html`<stytch-keep-alive absolute-minutes="30" redirect-to="/login"></stytch-keep-alive>`,
    );
    await pass(28.2, { active: true });
    expect(dialog()!.textContent).to.contain('Save your work');
    expect(button('Stay signed in')).to.equal(undefined);
    button('OK')!.click();
    await element.updateComplete;
    await until(() => !dialog());
    await pass(1, { active: true });
    expect(dialog()).to.equal(null);
    await pass(1);
    await until(() => of('stytch-redirect').length);
    expect(on.store.getSnapshot().status).to.equal('signed-out');
    expect(of('stytch-session-expired')).to.deep.equal([{ reason: 'expired' }]);
    expect(of('stytch-redirect')).to.deep.equal([{ url: `${location.origin}/login?reason=absolute` }]);
  });

  it('extends no further than the longest time', async () => {
    const { on, pass, of } = await keepAlive(
      html`<stytch-keep-alive absolute-minutes="70" every-minutes="20"></stytch-keep-alive>`,
    );
    await pass(21, { active: true });
    await until(() => of('stytch-session-extended').length);
    expect(left(on)).to.be.within(47, 49);
  });

  it('says that the session has expired', async () => {
    const { on, pass, of } = await keepAlive(html`<stytch-keep-alive redirect-to="/login"></stytch-keep-alive>`);
    await pass(60.2);
    await until(() => of('stytch-redirect').length);
    expect(on.store.getSnapshot().status).to.equal('signed-out');
    expect(of('stytch-session-expired')).to.deep.equal([{ reason: 'expired' }]);
    expect(of('stytch-redirect')).to.deep.equal([{ url: `${location.origin}/login?reason=expired` }]);
  });

  it('says that the session was revoked', async () => {
    const { on, of } = await keepAlive(html`<stytch-keep-alive redirect-to="/login"></stytch-keep-alive>`);
    on.world.faults([{ path: AUTHENTICATE, status: 404, errorType: 'session_not_found' }]);
    await on.store.actions.refresh().catch(() => undefined);
    await until(() => of('stytch-redirect').length);
    expect(of('stytch-session-expired')).to.deep.equal([{ reason: 'revoked' }]);
    expect(of('stytch-redirect')).to.deep.equal([{ url: `${location.origin}/login?reason=revoked` }]);
  });

  it('goes along when somebody logs out elsewhere, and does not call that an end', async () => {
    const { on, element, told, pass } = await keepAlive(
      html`<stytch-keep-alive redirect-to="/login"></stytch-keep-alive>`,
    );
    await on.store.actions.logout();
    await pass(70);
    expect(told).to.deep.equal([{ type: 'stytch-redirect', detail: { url: `${location.origin}/login?reason=user` } }]);
    expect(element.dataset.state).to.equal('idle');
  });

  it('leaves it to the log-out of the page where that leads', async () => {
    const { told, element, pass } = await keepAlive(
      html`<stytch-keep-alive redirect-to="/login"></stytch-keep-alive><stytch-logout redirect-to="/bye"></stytch-logout>`,
    );
    element.parentElement!.querySelector('stytch-logout')!.shadowRoot!.querySelector('button')!.click();
    await until(() => told.length === 2);
    await pass(1);
    expect(told).to.deep.equal([
      { type: 'stytch-logout', detail: { confirmed: true } },
      { type: 'stytch-redirect', detail: { url: `${location.origin}/bye?reason=user` } },
    ]);
  });

  it('sends a member who signs out to one place, beside a gate that would, too', async () => {
    const { told, pass, button } = await keepAlive(
      html`<stytch-keep-alive redirect-to="/login"></stytch-keep-alive><stytch-gate redirect-to="/login"></stytch-gate>`,
    );
    await pass(58.2);
    button('Sign out')!.click();
    await until(() => told.length === 3);
    await pass(1);
    expect(told.map(({ type }) => type).sort()).to.deep.equal([
      'stytch-logout',
      'stytch-redirect',
      'stytch-session-warning',
    ]);
    const { detail } = told.find(({ type }) => type === 'stytch-redirect')!;
    expect(detail).to.deep.equal({ url: `${location.origin}/login?reason=user` });
  });

  it('shows no dialog where it is silent, and takes activity for an answer', async () => {
    const { pass, dialog, of, extensions } = await keepAlive(html`<stytch-keep-alive silent></stytch-keep-alive>`);
    await pass(58.5);
    expect(of('stytch-session-warning')).to.have.length(1);
    expect(dialog()).to.equal(null);
    await pass(1, { active: true });
    await until(() => extensions().length === 1);
  });

  it('waits longer after each failure, and tells of each', async () => {
    const { on, pass, of, extensions } = await keepAlive();
    await pass(10, { active: true });
    on.world.faults([{ path: AUTHENTICATE, status: 500, errorType: 'internal_server_error', times: 50 }]);
    await pass(12, { active: true });
    expect(extensions().length).to.be.within(3, 10);
    expect(of('stytch-error').length).to.equal(extensions().length);
  });

  it('says in the dialog what went wrong, and goes on trying', async () => {
    const { on, element, pass, button, dialog } = await keepAlive();
    await pass(58.2);
    on.world.faults([{ path: AUTHENTICATE, status: 500, errorType: 'internal_server_error', times: 50 }]); // some may go to the SDK
    button('Stay signed in')!.click();
    const problem = () => element.shadowRoot!.querySelector('[part~=error]')!.textContent.trim();
    await until(() => problem() !== '');
    expect(problem()).to.equal('Something went wrong. Try again.');
    on.world.faults([]);
    await pass(0.1);
    await until(() => !dialog());
  });

  it('says that the session cannot be extended, as for somebody who impersonates a member', async () => {
    const { on, pass, of, button, dialog, extensions } = await keepAlive(undefined, null);
    const { token } = on.world.impersonation('ada@example.com', 'Acme');
    const ticket = { type: 'multi_tenant_impersonation', token, resets: false } as const;
    await on.store.send({ type: 'redeem', ticket });
    await until(() => on.store.getSnapshot().status === 'signed-in');
    await settled();
    await pass(58.2);
    button('Stay signed in')!.click();
    await until(() => of('stytch-error').length);
    expect((of('stytch-error')[0]!.error as { code: string }).code).to.equal('not-allowed');
    expect(dialog()!.textContent).to.contain('This is not allowed for your account.');
    expect(extensions()).to.have.length(1);
  });

  it('waits for the network', async () => {
    const { element, pass, button, dialog, extensions } = await keepAlive();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      await pass(58.2);
      button('Stay signed in')!.click();
      await pass(0.2);
      expect(extensions()).to.have.length(0);
      expect(element.shadowRoot!.querySelector('[part~=error]')!.textContent).to.contain('offline');
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
    dispatchEvent(new Event('online'));
    await until(() => !dialog());
    expect(extensions()).to.have.length(1);
  });

  it('extends nothing in a page that is hidden, and catches up', async () => {
    const { pass, extensions } = await keepAlive();
    await pass(10, { active: true });
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    await pass(30);
    delete (document as { visibilityState?: string }).visibilityState;
    expect(extensions()).to.have.length(0);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => extensions().length === 1);
  });

  it('does without locks where there are none', async () => {
    const { on, pass, button, dialog, of, extensions } = await keepAlive();
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
    try {
      await pass(58.2);
      button('Stay signed in')!.click();
      await until(() => !dialog() && of('stytch-session-extended').length);
      expect(extensions()).to.have.length(1);
      expect(left(on)).to.be.within(59, 60);
    } finally {
      delete (navigator as { locks?: LockManager }).locks;
    }
  });

  it('does not take what the SDK does for the member', async () => {
    const { on, pass, of } = await keepAlive(html`<stytch-keep-alive idle-minutes="10"></stytch-keep-alive>`);
    for (let minute = 0; minute < 10; minute += 2) {
      await on.store.actions.refresh();
      await pass(2.1);
    }
    await until(() => of('stytch-session-expired').length);
  });

  it('knows that the member was away with no page open', async () => {
    const { on, element, pass } = await keepAlive(html`<stytch-keep-alive idle-minutes="10"></stytch-keep-alive>`);
    await pass(2, { active: true });
    element.remove();
    await pass(20);
    const again = await shown<StytchKeepAlive>(on, html`<stytch-keep-alive idle-minutes="10"></stytch-keep-alive>`);
    await until(() => again.dataset.state === 'ended');
    expect(on.store.getSnapshot().status).to.equal('signed-out');
  });

  it('reckons with a clock that is slow', async () => {
    const { on, pass, of } = await keepAlive();
    on.world.clock(600);
    await pass(19, { active: true });
    await pass(2);
    await until(() => of('stytch-session-extended').length);
    await pass(46);
    expect(of('stytch-session-warning')).to.have.length(0);
    await pass(12.2);
    expect(of('stytch-session-warning')).to.have.length(1);
    const { skewSeconds, expiresAt } = of('stytch-session-warning')[0]!;
    expect(skewSeconds).to.be.within(595, 601);
    expect(expiresAt).to.equal(new Date(on.store.getSnapshot().session!.expires_at).toISOString());
    await pass(2);
    await until(() => of('stytch-session-expired').length);
    expect(of('stytch-session-expired')).to.deep.equal([{ reason: 'expired' }]);
  });

  it('warns in time on a device whose clock is slow, whoever has asked Stytch last', async () => {
    const { on, pass, of } = await keepAlive();
    on.world.clock(600);
    await on.store.actions.refresh();
    await pass(47);
    expect(of('stytch-session-warning')).to.have.length(0);
    await pass(1.5);
    expect(of('stytch-session-warning')).to.have.length(1);
  });

  it('counts the longest time from the log-in, whatever organizations are entered', async () => {
    const content = html`<stytch-keep-alive absolute-minutes="60" extend-minutes="60"></stytch-keep-alive>`;
    const { on, pass, of } = await keepAlive(content);
    await pass(50, { active: true });
    const before = on.store.getSnapshot().session!;
    await on.store.actions.switchOrganization(on.id('Stark')); // she is invited: nothing is owed
    const after = on.store.getSnapshot().session!;
    expect(after.member_session_id).not.to.equal(before.member_session_id);
    expect(Date.parse(after.started_at)).to.be.above(Date.parse(before.started_at) + 49 * 60_000);
    await pass(11, { active: true });
    await until(() => of('stytch-session-expired').length);
    expect(on.store.getSnapshot().status).to.equal('signed-out');
  });

  it('does not contradict a tab that reckons with another clock, or is ahead of it', async () => {
    const { on, element } = await keepAlive();
    const { read, tell } = notes(on);
    const { since } = read();
    const later = { ...since, until: Number(since['until']) + 40_000 };
    tell({ since: later });
    await element.updateComplete;
    expect(read().since).to.deep.equal(later);
    const newer = { ...since, session: 'the next', started: new Date(Date.now() + 5000).toISOString() };
    tell({ since: newer });
    await element.updateComplete;
    expect(read().since).to.deep.equal(newer);
    tell({ since: { ...since, until: Number(since['until']) - 40_000 } });
    await element.updateComplete;
    expect(read().since).to.deep.equal(since);
  });

  it('does not count for one person what another has used up', async () => {
    const content = html`<stytch-keep-alive absolute-minutes="60"></stytch-keep-alive>`;
    const { on, element, pass } = await keepAlive(content);
    await pass(50, { active: true });
    element.remove();
    on.world.faults([{ path: AUTHENTICATE, status: 404, errorType: 'session_not_found' }]);
    await on.store.actions.refresh().catch(() => undefined); // ended where no keep-alive saw it
    on.world.faults([]);
    const { session_token: sessionToken, session_jwt: sessionJwt } = await on.world.session('solo@example.com', 'Acme');
    await on.store.actions.hydrate({ sessionToken, sessionJwt });
    const again = await shown<StytchKeepAlive>(on, content);
    await until(() => again.dataset.state === 'watching');
    const { since } = notes(on).read();
    expect(since['at']).to.be.within(Date.now() - 60_000, Date.now() + 1000);
    expect(localStorage.getItem(`stytch-elements:${on.store.options.publicToken}:presence`)).not.to.contain('solo');
  });

  it('goes on counting when the clock is set back', async () => {
    const { on, pass, of } = await keepAlive(html`<stytch-keep-alive idle-minutes="10"></stytch-keep-alive>`);
    const key = `stytch-elements:${on.store.options.publicToken}:presence`;
    const facts = JSON.parse(localStorage.getItem(key)!) as object;
    localStorage.setItem(key, JSON.stringify({ ...facts, activeAt: Date.now() + 3_600_000 }));
    await pass(9);
    await pass(11);
    await until(() => of('stytch-session-expired').length);
    expect(of('stytch-session-expired')).to.deep.equal([{ reason: 'idle' }]);
  });

  it('says that a number cannot be, and takes the default', async () => {
    const on = await stage();
    const errors: string[] = [];
    const listen = ({ detail }: CustomEvent<{ error: Error }>) => errors.push(detail.error.message);
    document.addEventListener('stytch-error', listen as never);
    const element = await shown<StytchKeepAlive>(
      on,
      html`<stytch-keep-alive extend-minutes="2" idle-minutes="soon"></stytch-keep-alive>`,
    );
    await until(() => element.dataset.state === 'watching');
    expect(errors).to.deep.equal(['misconfigured (keep-alive)']);
    document.removeEventListener('stytch-error', listen as never);
  });

  it('hides nobody from the first paint where a limit has no end', async () => {
    const on = await stage();
    const element = await shown<StytchKeepAlive>(
      on,
      html`<stytch-keep-alive idle-minutes="Infinity"></stytch-keep-alive>`,
    );
    await until(() => element.dataset.state === 'watching');
    const { session } = on.store.getSnapshot();
    expect(isPast(on.store.options.publicToken, session!.member_session_id, Date.now())).to.equal(false);
  });

  it('works once per page, however often it is there', async () => {
    const content = html`<stytch-keep-alive></stytch-keep-alive><stytch-keep-alive></stytch-keep-alive>`;
    const { element, pass, of } = await keepAlive(content);
    const other = element.nextElementSibling as StytchKeepAlive;
    await other.updateComplete;
    await pass(58.2);
    expect(of('stytch-session-warning')).to.have.length(1);
    expect([element.dataset.state, other.dataset.state]).to.deep.equal(['warning', 'idle']);
    element.remove();
    await until(() => other.dataset.state === 'warning');
    expect(other.shadowRoot!.querySelector('dialog')!.open).to.equal(true);
  });

  it('leaves nothing behind', async () => {
    const { on, element, pass, told } = await keepAlive(
      html`<stytch-keep-alive idle-minutes="10"></stytch-keep-alive>`,
    );
    await pass(1, { active: true });
    const noted = localStorage.getItem(`stytch-elements:${on.store.options.publicToken}:presence`);
    const timers = clock.countTimers();
    element.remove();
    expect(clock.countTimers()).to.equal(timers - 1);
    await pass(30, { active: true });
    expect(localStorage.getItem(`stytch-elements:${on.store.options.publicToken}:presence`)).to.equal(noted);
    expect(on.store.getSnapshot().status).to.equal('signed-in');
    expect(told).to.deep.equal([]);
  });

  it('is idle where nobody is signed in, and begins when somebody is', async () => {
    const { on, element } = await keepAlive(undefined, null);
    expect(element.dataset.state).to.equal('idle');
    const { session_token: sessionToken, session_jwt: sessionJwt } = await on.world.session('ada@example.com', 'Acme');
    await on.store.actions.hydrate({ sessionToken, sessionJwt });
    await until(() => element.dataset.state === 'watching');
  });
});
