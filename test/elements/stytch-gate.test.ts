import { expect, fixture, waitUntil as wait } from '@open-wc/testing';
import { html, render } from 'lit';
import { type SinonFakeTimers as Clock, useFakeTimers } from 'sinon';
import '../../src/define/gate.js';
import { SEED_TOTP_SECRET } from '../../emulator/seed.js';
import type { Fault } from '../../emulator/index.js';
import { stateKey } from '../../src/client/cache.js';
import type { Details } from '../../src/controllers/events.js';
import type { StytchGate } from '../../src/elements/stytch-gate.js';
import { set } from '../../stories/stage.js';
import type { MemberSession } from '../../src/flows/types.js';
import { type Role, type Stage, shown, stage, totpCode } from '../stage.js';

const waitUntil = (holds: () => unknown, what?: string) => wait(holds, what, { interval: 10, timeout: 15_000 });

const slots = html`
  <p slot="loading">Wait</p>
  <p slot="signed-out"><a href="/login">Log in</a></p>
  <p slot="pending">Verify</p>
  <p slot="denied">No</p>
  <p slot="organization-changed">Elsewhere</p>
  <p slot="error">Broken</p>
  <p id="secret">Secret <button>Do it</button></p>
`;
const plain = html`<stytch-gate>${slots}</stytch-gate>`;

/** What a person sees of a gate: the texts of its children that are rendered, and its state. */
const seen = (gate: HTMLElement) => {
  const texts = [...gate.children].filter((each) => each.getClientRects().length > 0).map((each) => each.textContent);
  return `${gate.dataset.state}: ${texts.map((text) => text.trim()).join(', ')}`;
};
const OPEN = 'open: Secret Do it';
/** Whether a person finds a text on the page. */
const find = (text: string) => (window as unknown as { find(text: string): boolean }).find(text);
const isSeen = (gate: ParentNode) => gate.querySelector('#secret')!.getClientRects().length > 0;

async function gate(content: unknown = plain, role?: Role | null) {
  const on = await stage(role);
  const element = await shown<StytchGate>(on, content);
  return { on, element, ...heard(element) };
}

/** The changes that a gate announces. */
function heard(element: HTMLElement) {
  const changes: Details['stytch-gate-change'][] = [];
  element.addEventListener('stytch-gate-change', ({ detail }) => changes.push(detail));
  return { changes };
}

const enter = async (on: Stage, organization: string) => on.store.actions.switchOrganization(on.id(organization));

/** Ada in Globex, by authenticator app. */
async function inGlobex(content: unknown) {
  const on = await stage({ organization: 'Globex' });
  return { on, element: await shown<StytchGate>(on, content) };
}

const struck: { strike(): void }[] = [];

/** Waits until the API has been asked for something. */
const asked = ({ requests }: Stage['world'], what: string) =>
  waitUntil(() => requests().some(({ path }) => path.includes(what)));

/** Gates in a world that no store knows yet, with somebody signed in and what `prepare` makes of it. */
async function raised(content: unknown, prepare: (made: ReturnType<typeof set>) => unknown) {
  const made = set();
  struck.push(made);
  await made.signIn();
  await prepare(made);
  const { publicToken, cookieOptions } = made.options;
  const provider = await fixture(
    html`<stytch-provider public-token=${publicToken} .cookieOptions=${cookieOptions}>${content}</stytch-provider>`,
  );
  return { world: made.world, gates: [...provider.querySelectorAll('stytch-gate')] };
}

/** Gates for somebody whose session is in the cache. */
async function again(content: unknown, faults: readonly Fault[], age = (session: MemberSession): object => session) {
  const { session, member, organization } = (await stage()).store.getSnapshot();
  return raised(content, ({ world }) => {
    world.faults(faults);
    localStorage.setItem(stateKey(world.publicToken), JSON.stringify({ session: age(session!), member, organization }));
  });
}

/** A gate while something is wrong with the project's policy, and the states it goes through. */
async function withoutPolicy(content: unknown, fault: Omit<Fault, 'path'>) {
  const { world, gates } = await raised(content, ({ world }) =>
    world.faults([{ path: `/projects/bootstrap/${world.publicToken}`, ...fault }]),
  );
  const [element] = gates;
  await asked(world, '/bootstrap/');
  const states = new Set([element!.dataset.state]);
  new MutationObserver(() => states.add(element!.dataset.state)).observe(element!, { attributes: true });
  return { element: element!, states };
}

const leave = () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const comeBack = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

describe('<stytch-gate>', () => {
  let clock: Clock | undefined;
  const fakeDate = (now = Date.now()) => (clock = useFakeTimers({ now, toFake: ['Date'] }));
  const fakeTimers = (now = Date.now()) =>
    (clock = useFakeTimers({ now, toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldClearNativeTimers: true }));
  afterEach(() => {
    clock?.restore();
    clock = undefined;
    for (const made of struck.splice(0)) made.strike();
  });

  describe('shows', () => {
    it('what is inside to whoever is signed in', async () => {
      const { element } = await gate();
      expect(seen(element)).to.equal(OPEN);
      expect(find('Secret')).to.equal(true);
      expect(element.matches(':state(open)')).to.equal(true);
    });

    it('where to log in to whoever is not', async () => {
      const { element } = await gate(plain, null);
      expect(seen(element)).to.equal('signed-out: Log in');
      expect(element.matches(':state(signed-out)')).to.equal(true);
    });

    it('that verification is needed, and what is inside once that is done', async () => {
      const { on, element, changes } = await gate();
      await enter(on, 'Globex');
      expect(seen(element)).to.equal('pending: Verify');
      await on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET));
      expect(seen(element)).to.equal(OPEN);
      expect(changes).to.deep.equal([
        { open: false, reason: 'pending' },
        { open: true, reason: null },
      ]);
    });

    it('that something went wrong', async () => {
      const on = await stage(null);
      const provider = await shown<HTMLElement>(on, html`<stytch-provider>${plain}</stytch-provider>`);
      const element = provider.firstElementChild as StytchGate;
      await waitUntil(() => element.dataset.state === 'error');
      expect(seen(element)).to.equal('error: Broken');
    });

    it('nothing of ours, where the page says nothing', async () => {
      const { element } = await gate(html`<stytch-gate><p>Secret</p></stytch-gate>`, null);
      expect([seen(element), element.shadowRoot!.textContent.trim()]).to.deep.equal(['signed-out: ', '']);
    });

    it('what is inside as if it were not there', async () => {
      const { element } = await gate();
      expect(getComputedStyle(element).display).to.equal('contents');
    });
  });

  describe('hides', () => {
    it('what is inside from everybody: it has no box, no place in the order of focus, no way to be found', async () => {
      const { element } = await gate(plain, null);
      const button = element.querySelector('button')!;
      button.focus();
      expect([button.matches(':focus'), button.getClientRects().length]).to.deep.equal([false, 0]);
      expect(button.checkVisibility()).to.equal(false);
      expect(find('Secret')).to.equal(false);
    });

    it('it from the first moment on, when nobody is signed in', async () => {
      const made = set(null);
      const root = document.createElement('div');
      document.body.append(root);
      const shownOnce: string[] = [];
      const { publicToken, cookieOptions } = made.options;
      const look = () => {
        const element = root.querySelector('stytch-gate');
        if (element && isSeen(element)) shownOnce.push(seen(element));
      };
      root.addEventListener('slotchange', look, true);
      new MutationObserver(look).observe(root, { childList: true, subtree: true, attributes: true });
      render(
        html`<stytch-provider public-token=${publicToken} .cookieOptions=${cookieOptions}>${plain}</stytch-provider>`,
        root,
      );
      look();
      const states: string[] = [];
      while (states.at(-1) !== 'signed-out: Log in') {
        await new Promise(requestAnimationFrame);
        look();
        const now = seen(root.querySelector('stytch-gate')!);
        if (now !== states.at(-1)) states.push(now);
      }
      expect([states, shownOnce]).to.deep.equal([['loading: Wait', 'signed-out: Log in'], []]);
      root.remove();
      made.strike();
    });

    it('it in the task in which the session ends', async () => {
      const { on, element } = await gate();
      const atOnce: string[] = [];
      on.store.watch(() => atOnce.push(seen(element))); // after the gate, which came first
      await on.store.actions.logout();
      expect(atOnce.at(-1)).to.equal('signed-out: Log in');
      expect(atOnce.filter((each) => each === OPEN && on.store.getSnapshot().status === 'signed-in')).to.deep.equal([]);
    });

    it('it when the session was revoked elsewhere', async () => {
      const { on, element, changes } = await gate();
      on.world.faults([{ path: '/b2b/sessions/authenticate', status: 401, errorType: 'session_not_found' }]);
      await on.store.actions.refresh().catch(() => undefined);
      expect(seen(element)).to.equal('signed-out: Log in');
      expect(changes).to.deep.equal([{ open: false, reason: 'signed-out' }]);
    });

    it('it when a session in the cache is not as it should be', async () => {
      const { reportError } = window;
      const reported: unknown[] = [];
      window.reportError = (error) => reported.push(error);
      const content = html`<stytch-gate factor="magic_link">${slots}</stytch-gate>`;
      const { gates } = await again(content, [], ({ authentication_factors: _, ...session }) => session);
      expect(gates.map(seen)).to.deep.equal(['error: Broken']);
      expect(reported[0]).to.be.instanceOf(TypeError);
      await waitUntil(() => gates[0]!.dataset.state === 'open');
      window.reportError = reportError;
    });

    it('it outside of any provider', async () => {
      const { on } = await gate(plain, null);
      const element = document.createElement('stytch-gate');
      element.innerHTML = '<p>Secret</p>';
      on.strike();
      document.querySelectorAll('stytch-provider').forEach((each) => each.remove());
      document.body.append(element);
      await element.updateComplete;
      expect(seen(element)).to.equal('loading: ');
      element.remove();
    });

    it('it at once where it is put back after the session has ended', async () => {
      const { on, element } = await gate();
      const provider = element.parentElement!;
      element.remove();
      await on.store.actions.logout();
      provider.append(element);
      expect(seen(element)).to.equal('signed-out: Log in');
    });
  });

  describe('with verified', () => {
    const content = html`<stytch-gate verified>${slots}</stytch-gate><stytch-gate id="plain">${slots}</stytch-gate>`;

    it('waits until the API has confirmed what a plain gate shows from the cache', async () => {
      const states: string[] = [];
      const authenticate = { path: '/b2b/sessions/authenticate', delayMs: 1000 };
      const { gates } = await again(content, [authenticate]);
      const look = () => states.push(gates.map((each) => each.dataset.state).join(' '));
      look();
      await waitUntil(() => (look(), states.at(-1) === 'open open'));
      expect([...new Set(states)]).to.deep.equal(['loading open', 'open open']);
    });

    it('never shows what the session in the cache allowed, and the one of now does not', async () => {
      const { gates, world } = await again(
        html`<stytch-gate verified role="editor">${slots}</stytch-gate>`,
        [{ path: '/b2b/sessions/authenticate', delayMs: 100 }],
        (session) => ({ ...session, roles: ['editor'] }),
      );
      const { changes } = heard(gates[0]!);
      await asked(world, '/authenticate');
      await waitUntil(() => gates[0]!.dataset.state === 'denied');
      expect(changes).to.deep.equal([]);
    });

    it('says that the session could not be confirmed when the API is out of reach', async () => {
      const faults = [{ path: '/b2b/sessions/authenticate', drop: true, times: 99 }];
      const { gates, world } = await again(content, faults);
      await asked(world, '/authenticate');
      dispatchEvent(new Event('offline'));
      await waitUntil(() => gates[0]!.dataset.state === 'error');
      expect(gates.map(seen)).to.deep.equal(['error: Broken', OPEN]);
      dispatchEvent(new Event('online'));
    });

    it('is opened by no answer but one that holds a session', async () => {
      const two = html`<stytch-gate verified>${slots}</stytch-gate><stytch-gate factor="sms_otp">${slots}</stytch-gate>`;
      const { gates, world } = await again(two, [{ path: '/b2b/sessions/authenticate', status: 500, times: 99 }]);
      const { changes } = heard(gates[0]!);
      const { actions } = gates[0]!.closest('stytch-provider')!.store!;
      void gates[1]!.verify();
      await waitUntil(() => gates[1]!.querySelector('[data-state=enroll-phone]'));
      await actions.submitPhone('+15555550123');
      expect([seen(gates[0]!), changes]).to.deep.equal(['loading: Wait', []]);
      await actions.submitCode(world.outbox().at(-1)!.code!);
      expect(seen(gates[0]!)).to.equal(OPEN);
    });
  });

  describe('with factors', () => {
    const cases: [content: unknown, expected: string][] = [
      [html`<stytch-gate mfa>${slots}</stytch-gate>`, OPEN],
      [html`<stytch-gate factor="totp">${slots}</stytch-gate>`, OPEN],
      [html`<stytch-gate factor="totp magic_link">${slots}</stytch-gate>`, OPEN],
      [html`<stytch-gate factor="sms_otp">${slots}</stytch-gate>`, 'stale: No'],
      [html`<stytch-gate factor="totp sms_otp">${slots}</stytch-gate>`, 'stale: No'],
      [html`<stytch-gate factor="">${slots}</stytch-gate>`, 'stale: No'],
      [html`<stytch-gate max-age="900">${slots}</stytch-gate>`, OPEN],
      [html`<stytch-gate max-age="15 minutes">${slots}</stytch-gate>`, 'stale: No'],
      [html`<stytch-gate factor="sms_otp">${slots}<p slot="stale">Again</p></stytch-gate>`, 'stale: Again'],
    ];
    for (const [content, expected] of cases)
      it(`is ${expected} for ${JSON.stringify((content as { strings: string[] }).strings[0])}`, async () => {
        const { element } = await inGlobex(content);
        expect(seen(element)).to.equal(expected);
        expect(element.matches(`:state(${element.dataset.state})`)).to.equal(true);
      });

    it('wants two where there is one', async () => {
      const { element } = await gate(html`<stytch-gate mfa>${slots}</stytch-gate>`);
      expect(seen(element)).to.equal('stale: No');
    });

    it('closes by itself when the age is over, and only then', async () => {
      const { on } = await gate(html`<p></p>`, { organization: 'Globex' });
      const { authentication_factors: factors } = on.store.getSnapshot().session!;
      const at = Date.parse(
        factors.find(({ sequence_order }) => sequence_order === 'SECONDARY')!.last_authenticated_at,
      );
      const timers = fakeTimers(at + 1000);
      const element = await shown<StytchGate>(on, html`<stytch-gate max-age="900">${slots}</stytch-gate>`);
      const { changes } = heard(element);
      timers.tick(899_000);
      expect(seen(element)).to.equal(OPEN);
      timers.tick(1);
      expect(seen(element)).to.equal('stale: No');
      expect(changes).to.deep.equal([{ open: false, reason: 'stale' }]);
    });

    it('looks again when the page wakes up, for timers sleep with it', async () => {
      const content = html`<stytch-gate max-age="900">${slots}</stytch-gate>`;
      for (const [target, name] of [
        [document, 'visibilitychange'],
        [window, 'online'],
      ] as const) {
        const { element } = await inGlobex(content);
        const asleep = fakeDate();
        asleep.setSystemTime(Date.now() + 901_000);
        expect(seen(element)).to.equal(OPEN);
        target.dispatchEvent(new Event(name));
        expect(seen(element), name).to.equal('stale: No');
        asleep.restore();
      }
    });

    it('can hold for longer than a timer does', async () => {
      const { on } = await gate(html`<p></p>`, { organization: 'Globex' });
      const days = 24 * 3600;
      const timers = fakeTimers();
      const element = await shown<StytchGate>(on, html`<stytch-gate max-age=${60 * days}>${slots}</stytch-gate>`);
      const ask = () => [seen(element), timers.countTimers()];
      expect(ask()).to.deep.equal([OPEN, 1]);
      timers.tick(30 * days * 1000); // the session itself is looked after by the store, whose timers are the real ones
      expect(ask()).to.deep.equal([OPEN, 1]);
      timers.tick(31 * days * 1000);
      expect(ask()).to.deep.equal(['stale: No', 0]);
    });

    it('opens again when the factor has been proved again', async () => {
      const { on, element } = await inGlobex(html`<stytch-gate max-age="900">${slots}</stytch-gate>`);
      const { session, member, organization } = on.store.getSnapshot();
      const at = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
      const proved = (seconds: number) =>
        on.store.actions.accept({
          member_session: {
            ...session!,
            authentication_factors: session!.authentication_factors.map((each) => ({
              ...each,
              last_authenticated_at: at(seconds),
            })),
          },
          member,
          organization,
        });
      await proved(1000);
      expect(seen(element)).to.equal('stale: No');
      await proved(0);
      expect(seen(element)).to.equal(OPEN);
    });
  });

  describe('with a role', () => {
    const role = (name: string) => html`<stytch-gate role=${name}>${slots}</stytch-gate>`;

    it('shows it to who has the role, or all of them', async () => {
      expect(seen((await gate(role('stytch_admin'))).element)).to.equal(OPEN);
      expect(seen((await gate(role('stytch_member stytch_admin'))).element)).to.equal(OPEN);
    });

    it('denies it to everybody else', async () => {
      const solo = { email: 'solo@example.com' };
      expect(seen((await gate(role('stytch_admin'), solo)).element)).to.equal('denied: No');
      expect(seen((await gate(role('stytch_member stytch_admin'), solo)).element)).to.equal('denied: No');
      expect(seen((await gate(role(''))).element)).to.equal('denied: No');
    });

    it('moves the attribute to where it is no role of WAI-ARIA, so that a copy keeps it', async () => {
      const { element } = await gate(role('editor'));
      expect(element.getAttribute('role')).to.equal(null);
      const copy = element.cloneNode(true) as StytchGate;
      element.parentElement!.append(copy);
      await copy.updateComplete;
      expect(seen(copy)).to.equal('denied: No');
      copy.setAttribute('role', 'stytch_admin');
      await copy.updateComplete;
      expect(seen(copy)).to.equal(OPEN);
      copy.setAttribute('required-role', 'editor');
      await copy.updateComplete;
      expect(seen(copy)).to.equal('denied: No');
      copy.removeAttribute('required-role');
      await copy.updateComplete;
      expect(seen(copy)).to.equal(OPEN);
    });
  });

  describe('with a permission', () => {
    const may = (action: string) => html`<stytch-gate resource="documents" action=${action}>${slots}</stytch-gate>`;
    const settled = async (content: unknown, role?: Role) => {
      const { element } = await gate(content, role);
      await waitUntil(() => element.dataset.state !== 'loading');
      return seen(element);
    };

    it('shows it to who may', async () => {
      expect(await settled(may('delete'))).to.equal(OPEN);
      expect(await settled(may('read'), { email: 'solo@example.com' })).to.equal(OPEN);
    });

    it('denies it to who may not', async () => {
      expect(await settled(may('write'), { email: 'solo@example.com' })).to.equal('denied: No');
      expect(await settled(html`<stytch-gate resource="documents">${slots}</stytch-gate>`)).to.equal('denied: No');
      expect(await settled(html`<stytch-gate resource="nothing" action="read">${slots}</stytch-gate>`)).to.equal(
        'denied: No',
      );
    });

    it('waits for the policy, and follows it', async () => {
      const { element } = await withoutPolicy(may('write'), { delayMs: 1000 });
      expect(seen(element)).to.equal('loading: Wait');
      await waitUntil(() => element.dataset.state === 'open');
    });

    for (const [what, fault] of Object.entries({
      'is not to be had': { status: 500 },
      'does not come': { drop: true },
      'is not one': { body: '{"data":{"rbac_policy":{}}}' },
    }))
      it(`stays closed, sends nobody away, and asks again when the policy ${what}`, async () => {
        const sendsAway = html`<stytch-gate resource="documents" action="read" redirect-to="/no">${slots}</stytch-gate>`;
        const { element, states } = await withoutPolicy(sendsAway, fault);
        element.addEventListener('stytch-redirect', (event) => (event.preventDefault(), states.add('away')));
        await waitUntil(() => element.dataset.state === 'error');
        states.delete('loading'); // which is over before the first look, where an engine is quick
        expect([seen(element), ...states]).to.deep.equal(['error: Broken', 'error']);
        dispatchEvent(new Event('online'));
        await waitUntil(() => element.dataset.state === 'open');
        expect([...states]).to.deep.equal(['error', 'open']);
      });

    it('denies it by the policy that was asked for again, which the page can do, too', async () => {
      const content = html`<stytch-gate resource="nothing" action="read">${slots}</stytch-gate>`;
      const { element } = await withoutPolicy(content, { status: 500 });
      await waitUntil(() => element.dataset.state === 'error');
      const { actions } = element.closest('stytch-provider')!.store!;
      await actions.refresh();
      await waitUntil(() => element.dataset.state === 'denied');
    });

    it('gives up waiting after 15 seconds, and takes the policy even then', async () => {
      clock = useFakeTimers({ now: Date.now(), shouldAdvanceTime: true, shouldClearNativeTimers: true });
      const { element } = await withoutPolicy(may('read'), { delayMs: 60_000 });
      for (let second = 0; second < 20 && element.dataset.state === 'loading'; second += 1) await clock.tickAsync(1000);
      expect(seen(element)).to.equal('error: Broken');
      await clock.tickAsync(60_000);
      clock.restore();
      await waitUntil(() => element.dataset.state === 'open');
    });

    it('goes by the roles in the organization that is entered', async () => {
      const { on, element } = await gate(may('write'));
      await waitUntil(() => element.dataset.state === 'open');
      await enter(on, 'Globex');
      await on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET));
      expect(seen(element)).to.equal('denied: No'); // Ada is an admin in Acme only
    });
  });

  describe('with an organization', () => {
    const acme = html`<stytch-gate organization="acme">${slots}</stytch-gate>`;
    const toGlobex = async (on: Stage) => {
      await enter(on, 'Globex');
      await on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET));
    };

    it('shows it there, by slug or identifier', async () => {
      const { on, element } = await gate(acme);
      expect(seen(element)).to.equal(OPEN);
      element.organization = on.id('Acme');
      await element.updateComplete;
      expect(seen(element)).to.equal(OPEN);
      element.organization = 'globex';
      await element.updateComplete;
      expect(seen(element)).to.equal('denied: No');
    });

    it('says that the organization has changed to whoever was in it, and opens when they are back', async () => {
      const { on, element } = await gate(acme);
      await toGlobex(on);
      expect(seen(element)).to.equal('organization-changed: Elsewhere');
      await enter(on, 'Acme');
      expect(seen(element)).to.equal(OPEN);
    });

    it('says no more of it to the next person', async () => {
      const { on, element } = await gate(acme);
      await on.store.actions.logout();
      const { session_token: sessionToken } = await on.world.session('ada@example.com', 'Globex');
      await on.store.actions.hydrate({ sessionToken });
      expect(seen(element)).to.equal('denied: No');
    });

    it('falls back to what denies it', async () => {
      const { on, element } = await gate(html`<stytch-gate organization="acme"><p slot="denied">No</p></stytch-gate>`);
      await toGlobex(on);
      expect(seen(element)).to.equal('organization-changed: No');
    });

    it('never shows what is inside under another organization', async () => {
      const { on, element } = await gate(acme);
      const wrong: string[] = [];
      on.store.watch(({ organization }) => {
        if (organization?.organization_slug !== 'acme' && isSeen(element)) wrong.push(seen(element));
      });
      await toGlobex(on);
      await enter(on, 'Acme');
      expect(wrong).to.deep.equal([]);
    });
  });

  describe('after the back/forward cache', () => {
    it('is closed before the page goes there, and open again once the API has confirmed the session', async () => {
      const { on, element } = await gate();
      leave();
      expect(seen(element)).to.equal('loading: Wait');
      on.world.faults([{ path: '/b2b/sessions/authenticate', delayMs: 500, times: 2 }]);
      comeBack();
      await new Promise((resolve) => setTimeout(resolve));
      expect(seen(element)).to.equal('loading: Wait');
      await waitUntil(() => element.dataset.state === 'open');
    });

    it('stays closed when the session has ended meanwhile', async () => {
      const { on, element } = await gate();
      const { changes } = heard(element);
      leave();
      on.world.faults([{ path: '/b2b/sessions/authenticate', status: 401, errorType: 'session_not_found', times: 2 }]);
      comeBack();
      await waitUntil(() => element.dataset.state === 'signed-out');
      expect(changes).to.deep.equal([{ open: false, reason: 'loading' }]);
    });

    it('stays closed while the API cannot be reached, and asks again when it can', async () => {
      const { on, element } = await gate();
      leave();
      on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true, times: 2 }]);
      comeBack();
      await waitUntil(() => element.dataset.state === 'error');
      on.world.faults([]);
      dispatchEvent(new Event('online'));
      await waitUntil(() => element.dataset.state === 'open');
    });

    /** A gate that is closed because the API could not be asked after a way back. */
    async function failed() {
      const made = await gate();
      leave();
      made.on.world.faults([{ path: '/b2b/sessions/authenticate', status: 500, times: 2 }]);
      comeBack();
      await waitUntil(() => made.element.dataset.state === 'error');
      made.on.world.faults([]);
      return made;
    }

    it('opens when the API has answered somebody else', async () => {
      const { on, element } = await failed();
      await on.store.actions.refresh();
      expect(element.dataset.state).to.equal('open');
    });

    it('stays closed when the API has failed somebody else, too', async () => {
      const { on, element } = await failed();
      on.world.faults([{ path: '/b2b/sessions/authenticate', status: 500 }]);
      await on.store.actions.refresh().catch(() => undefined);
      expect(element.dataset.state).to.equal('error');
    });

    it('asks again by itself, also for a gate that comes later', async () => {
      clock = useFakeTimers({ now: Date.now(), shouldAdvanceTime: true, shouldClearNativeTimers: true });
      const { element } = await failed();
      const other = element.cloneNode(true) as StytchGate;
      element.replaceWith(other);
      await other.updateComplete;
      expect(other.dataset.state).to.equal('error');
      await clock.tickAsync(11_000);
      await waitUntil(() => other.dataset.state === 'open');
    });

    it('takes no answer from before the page has been away once more', async () => {
      const { on, element } = await gate();
      const states = new Set<string>();
      const slow = { path: '/b2b/sessions/authenticate', delayMs: 600 };
      leave();
      on.world.faults([{ ...slow, times: 2 }]);
      comeBack();
      leave();
      const watch = new MutationObserver(() => states.add(element.dataset.state!));
      watch.observe(element, { attributes: true });
      await waitUntil(() => on.store.view.busy === 'authenticate');
      await waitUntil(() => on.store.view.busy === null);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect([element.dataset.state, ...states]).to.deep.equal(['loading']);
      comeBack();
      await waitUntil(() => element.dataset.state === 'open');
    });

    it('leaves open what was not there', async () => {
      const { element } = await gate();
      dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(seen(element)).to.equal(OPEN);
    });
  });

  describe('moves focus', () => {
    it('to what is shown instead of what had it', async () => {
      const { on, element } = await gate();
      element.querySelector('button')!.focus();
      await enter(on, 'Globex');
      const instead = element.querySelector<HTMLElement>('[slot=pending]')!;
      expect(document.activeElement).to.equal(instead);
      instead.blur();
      expect(instead.hasAttribute('tabindex')).to.equal(false);
    });

    it('to what is inside when it opens', async () => {
      const { on, element } = await gate();
      await enter(on, 'Globex');
      const pending = element.querySelector<HTMLElement>('[slot=pending]')!;
      pending.tabIndex = 0;
      pending.focus();
      await on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET));
      expect(document.activeElement).to.equal(element.querySelector('#secret'));
    });

    it('to nothing that is not there', async () => {
      const { on, element } = await gate(html`<stytch-gate><button>Do it</button></stytch-gate>`);
      element.querySelector('button')!.focus();
      await on.store.actions.logout();
      await waitUntil(() => document.activeElement === document.body);
    });

    it('away from nobody who is elsewhere', async () => {
      const { on, element } = await gate();
      const outside = document.createElement('button');
      element.parentElement!.append(outside);
      outside.focus();
      await on.store.actions.logout();
      expect(document.activeElement).to.equal(outside);
    });
  });

  describe('with redirect-to', () => {
    /** Where a gate wants to go, and what it refuses. */
    function sent(root: EventTarget) {
      const [urls, errors]: [string[], string[]] = [[], []];
      root.addEventListener('stytch-redirect', (event) => {
        event.preventDefault();
        urls.push((event as CustomEvent<{ url: string }>).detail.url);
      });
      root.addEventListener('stytch-error', (event) =>
        errors.push((event as CustomEvent<Details['stytch-error']>).detail.error.code),
      );
      return { urls, errors };
    }
    const to = (target: string) => html`<stytch-gate redirect-to=${target}>${slots}</stytch-gate>`;

    it('goes there when the session ends, once for all gates, and again after the next', async () => {
      const { on, element } = await gate(html`${to('/login')}${to('/login')}`);
      const { urls } = sent(element.parentElement!);
      await on.store.actions.logout();
      expect(urls).to.deep.equal([`${location.origin}/login?reason=user`]);
      element.requestUpdate();
      await element.updateComplete;
      expect(urls).to.have.length(1);
      const { session_token: sessionToken } = await on.world.session('ada@example.com', 'Acme');
      await on.store.actions.hydrate({ sessionToken });
      await on.store.actions.logout();
      expect(urls).to.have.length(2);
    });

    it('waits for the API when the session is over by the clock, for it may have been extended', async () => {
      const { on, element } = await gate(to('/login'));
      const { urls } = sent(element);
      fakeDate(Date.now() + 3601_000);
      on.world.faults([{ path: '/b2b/sessions/authenticate', delayMs: 50 }]);
      document.dispatchEvent(new Event('visibilitychange'));
      expect([seen(element), urls]).to.deep.equal(['signed-out: Log in', []]);
      await waitUntil(() => urls.length === 1);
    });

    it('says why, unless the page says so itself', async () => {
      const { on, element } = await gate(to('/login?a=b%20c&reason=mine'));
      const { urls } = sent(element);
      await on.store.actions.logout();
      expect(urls).to.deep.equal([`${location.origin}/login?a=b%20c&reason=mine`]);
    });

    it('says that the session was revoked', async () => {
      const { on, element } = await gate(to('/login?a=b%20c'));
      const { urls } = sent(element);
      on.world.faults([{ path: '/b2b/sessions/authenticate', status: 401, errorType: 'session_not_found' }]);
      await on.store.actions.refresh().catch(() => undefined);
      await waitUntil(() => urls.length === 1);
      expect(urls).to.deep.equal([`${location.origin}/login?a=b%20c&reason=revoked`]);
    });

    it('does not take a log-out that has failed for the reason of what comes later', async () => {
      const { on, element } = await gate(to('/login'));
      const { urls } = sent(element);
      on.world.faults([{ path: '/b2b/sessions/revoke', drop: true }]);
      await on.store.actions.logout().catch(() => undefined);
      expect(urls).to.deep.equal([]);
      on.world.faults([{ path: '/b2b/sessions/authenticate', status: 401, errorType: 'session_not_found' }]);
      await on.store.actions.refresh().catch(() => undefined);
      await waitUntil(() => urls.length === 1);
      expect(urls).to.deep.equal([`${location.origin}/login?reason=revoked`]);
    });

    describe('goes nowhere', () => {
      const role = (verified: boolean) =>
        html`<stytch-gate ?verified=${verified} role="nobody" redirect-to="/elsewhere">${slots}</stytch-gate>`;

      it('while the session is being confirmed, nor when that has failed', async () => {
        const { gates, world } = await again(role(true), [
          { path: '/b2b/sessions/authenticate', drop: true, times: 99 },
        ]);
        const { urls } = sent(gates[0]!);
        expect(gates[0]!.dataset.state).to.equal('loading');
        await asked(world, '/authenticate');
        dispatchEvent(new Event('offline'));
        await waitUntil(() => gates[0]!.dataset.state === 'error');
        expect(urls).to.deep.equal([]);
        dispatchEvent(new Event('online'));
      });

      it('for roles that are known from the cache alone', async () => {
        const { gates, world } = await again(role(false), [{ path: '/b2b/sessions/authenticate', delayMs: 1000 }]);
        const { urls } = sent(gates[0]!);
        await asked(world, '/authenticate');
        expect([gates[0]!.dataset.state, urls]).to.deep.equal(['denied', []]);
        await waitUntil(() => urls.length > 0);
        expect(urls).to.deep.equal([`${location.origin}/elsewhere`]);
      });
    });

    for (const target of ['', '#top', location.href, `${location.href.replace(/#.*/, '')}#top`])
      it(`does not go to the page itself: ${JSON.stringify(target.replace(location.href, 'here'))}`, async () => {
        const { on, element } = await gate(to(target));
        const { urls, errors } = sent(element);
        await on.store.actions.logout();
        expect([urls, errors]).to.deep.equal([[], []]);
      });

    for (const target of ['//evil.example', 'https:\\\\evil.example', 'java\nscript:alert(1)', 'https://evil.example/'])
      it(`refuses ${JSON.stringify(target)}, and says so once`, async () => {
        const { on, element } = await gate(to(target));
        const { urls, errors } = sent(element);
        await on.store.actions.logout();
        element.requestUpdate();
        await element.updateComplete;
        expect([urls, errors]).to.deep.equal([[], ['misconfigured']]);
      });
  });

  it('announces that it opens, once', async () => {
    const on = await stage();
    const opened: Details['stytch-gate-change'][] = [];
    const listen = ({ detail }: CustomEvent<Details['stytch-gate-change']>) => opened.push(detail);
    document.body.addEventListener('stytch-gate-change', listen);
    const element = await shown<StytchGate>(on, plain);
    await on.store.actions.refresh();
    await element.updateComplete;
    document.body.removeEventListener('stytch-gate-change', listen);
    expect(opened).to.deep.equal([{ open: true, reason: null }]);
  });

  it('changes with a thousand others, at once', async () => {
    const all = Array.from({ length: 1000 }, () => html`<stytch-gate max-age="900"><i>Secret</i></stytch-gate>`);
    const { on, element } = await gate(html`<div>${all}</div>`);
    const gates = [...element.querySelectorAll('stytch-gate')];
    await Promise.all(gates.map(({ updateComplete }) => updateComplete));
    const open = () => gates.filter(({ dataset }) => dataset['state'] === 'open').length;
    expect(open()).to.equal(1000);
    const counts: number[] = [];
    on.store.watch(() => counts.push(open()));
    await on.store.actions.logout();
    expect(new Set(counts)).to.deep.equal(new Set([1000, 0]));
  });

  it('leaves no timer and no listener behind', async () => {
    const on = await stage({ organization: 'Globex' });
    const timers = fakeTimers();
    const signals = new Set<AbortSignal>();
    const add = window.addEventListener.bind(window);
    let added = 0;
    window.addEventListener = ((...args: Parameters<typeof add>) => {
      added += 1;
      const { signal } = args[2] as AddEventListenerOptions;
      if (signal) signals.add(signal);
      add(...args);
    }) as typeof add;
    const content = html`<stytch-gate max-age="900">${slots}</stytch-gate><stytch-gate max-age="800"></stytch-gate>`;
    const element = await shown<StytchGate>(on, content);
    window.addEventListener = add;
    expect([added, signals.size, timers.countTimers()]).to.deep.equal([3, 1, 1]);
    const provider = element.parentElement!;
    provider.replaceChildren();
    element.maxAge = 700; // an update of what is no longer there
    await element.updateComplete;
    expect([[...signals][0]!.aborted, timers.countTimers()]).to.deep.equal([true, 0]);
  });

  it('is accessible in every state', async () => {
    const inAcme = (role: string) => html`<stytch-gate role=${role} organization="acme">${slots}</stytch-gate>`;
    const { on, element } = await gate(inAcme('stytch_admin'));
    await expect(element).to.be.accessible();
    await enter(on, 'Globex');
    await expect(element).to.be.accessible();
    await on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET));
    await expect(element).to.be.accessible();
    await on.store.actions.logout();
    await expect(element).to.be.accessible();
  });
});
