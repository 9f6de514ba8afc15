import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { SEED_TOTP_SECRET } from '../../emulator/index.js';
import '../../src/define/user-button.js';
import { define } from '../../src/index.js';
import type { StytchUserButton } from '../../src/elements/stytch-user-button.js';
import { type Role, type Stage, shown, stage, totpCode, still } from '../stage.js';
import { focused, hands, waitUntil } from './person.js';

const BUTTON = html`<stytch-user-button></stytch-user-button>`;
const WITH_ITEMS = html`
  <stytch-user-button>
    <a slot="items" href="#profile">Profile</a>
    <button slot="items">Invite somebody</button>
  </stytch-user-button>
`;

async function given(content = BUTTON, role: Role | null = {}) {
  const on = await stage(role);
  const element = await shown<StytchUserButton>(on, content);
  return about(on, element);
}

function about(on: Stage, element: StytchUserButton) {
  const root = element.shadowRoot!;
  const words = (each: Element | null | undefined) => each?.textContent.replace(/\s+/g, ' ').trim();
  const trigger = () => root.querySelector<HTMLElement>('[part~=trigger]');
  const onTrigger = () => trigger() !== null && root.activeElement === trigger();
  const state = () => element.dataset['state'];
  const slotted = () => [...element.querySelectorAll<HTMLElement>('[slot=items]')];
  const items = () => [...root.querySelectorAll<HTMLElement>('[part~=item]'), ...slotted()];
  const open = async () => {
    trigger()!.focus();
    trigger()!.click();
    await waitUntil(() => focused() !== words(trigger()), focused());
  };
  const press = (name: string) =>
    items()
      .find((each) => words(each) === name)!
      .click();
  const names = () => [...root.querySelectorAll('[part~=item]')].map(words);
  const inner = (name: string) => root.querySelector<HTMLElement>(`stytch-${name}`)!;
  return { on, element, root, words, trigger, onTrigger, state, items, open, press, names, inner };
}

/** What has the focus comes to be this. */
const focus = async (name: string) => waitUntil(() => focused() === name, `${focused()} is not ${name}`);

describe('<stytch-user-button>', () => {
  it('shows nothing while nobody is signed in, and loads nothing', async () => {
    const { root, state, trigger } = await given(BUTTON, null);
    expect([state(), trigger(), root.querySelector('[part~=menu]')]).to.deep.equal(['hidden', null, null]);
  });

  it('is named after the member', async () => {
    const { trigger, root } = await given();
    expect(trigger()!.getAttribute('aria-label')).to.equal('Account of Ada Lovelace');
    expect(trigger()!.getAttribute('aria-haspopup')).to.equal('menu');
    expect(root.querySelector<HTMLElement>('[part~=logo]')!.dataset['initials']).to.equal('A\u200cL');
  });

  it('is named after the address of a member without a name', async () => {
    const { on, trigger } = await given();
    const ada = on.world.world.directory
      .membersOf('ada@example.com')
      .find((each) => each.organization_id === on.id('Acme'))!;
    ada.name = '';
    await on.reach({ type: 'refresh' });
    await waitUntil(() => trigger()!.getAttribute('aria-label') === 'Account of ada@example.com');
  });

  it('takes a client of its own away from what is inside when it loses it', async () => {
    const { StytchB2BClient } = await import('../../src/client/sdk.js');
    const { on, element, open, trigger, inner } = await given();
    const { publicToken, cookieOptions } = on.store.options;
    const client = (element.client = new StytchB2BClient(publicToken, { cookieOptions: cookieOptions! }));
    const has = () => (inner('logout') as StytchUserButton | null)?.client;
    await element.updateComplete;
    await waitUntil(trigger);
    await open();
    await waitUntil(() => has() === client);
    element.client = undefined;
    await waitUntil(() => has() === undefined && inner('logout'));
  });

  it('opens a menu and says who it is', async () => {
    const { open, root, words, trigger, names, state } = await given();
    expect(trigger()!.getAttribute('aria-expanded')).to.equal('false');
    await open();
    await focus('Verification methods');
    expect(words(root.querySelector('[part~=head]'))).to.equal('Ada Lovelace ada@example.com');
    expect(names()).to.deep.equal(['Verification methods', 'Log out']);
    expect([trigger()!.getAttribute('aria-expanded'), state()]).to.deep.equal(['true', 'open']);
  });

  it('leaves out what it is told to', async () => {
    const { open, root, words, names } = await given(
      html`<stytch-user-button without="switch settings"></stytch-user-button>`,
    );
    await open();
    await focus('Log out');
    expect(names()).to.deep.equal(['Log out']);
    expect(words(root.querySelector('[part~=head]'))).to.equal('Ada Lovelace ada@example.com Acme');
    expect(root.querySelector('stytch-org-switcher')).to.equal(null);
  });

  describe('by keyboard', () => {
    it('opens at the beginning, and at the end', async () => {
      const { trigger, onTrigger } = await given();
      trigger()!.focus();
      await sendKeys({ press: 'ArrowDown' });
      await focus('Verification methods');
      await sendKeys({ press: 'Escape' });
      await waitUntil(onTrigger);
      await sendKeys({ press: 'ArrowUp' });
      await focus('Log out');
      await sendKeys({ press: 'Escape' });
      await waitUntil(onTrigger);
      await sendKeys({ press: 'Enter' });
      await focus('Verification methods');
    });

    it('goes round by arrows, to the ends, and by first letters', async () => {
      const { open } = await given(WITH_ITEMS);
      await open();
      await focus('Verification methods');
      const walk: [string, string][] = [
        ['ArrowUp', 'Log out'],
        ['ArrowDown', 'Verification methods'],
        ['ArrowDown', 'Profile'],
        ['ArrowDown', 'Invite somebody'],
        ['Home', 'Verification methods'],
        ['End', 'Log out'],
        ['i', 'Invite somebody'],
      ];
      for (const [press, name] of walk) {
        await sendKeys({ press });
        expect(focused(), press).to.equal(name);
      }
    });

    it('is one tab stop, and is closed by leaving it', async () => {
      const { element, open, state, items, trigger } = await given(WITH_ITEMS);
      element.after(Object.assign(document.createElement('button'), { textContent: 'After' })); // else the browser's own buttons are next
      await open();
      await focus('Verification methods');
      await sendKeys({ press: 'ArrowDown' });
      expect(items().filter((each) => each.tabIndex === 0).length).to.equal(1);
      await sendKeys({ press: 'Tab' });
      await focus('After');
      await waitUntil(() => state() === 'closed');
      expect(trigger()!.getAttribute('aria-expanded')).to.equal('false');
    });

    it('presses links with the space bar, too', async () => {
      const { open, element } = await given(WITH_ITEMS);
      let clicks = 0;
      element.querySelector('a')!.addEventListener('click', (event) => {
        event.preventDefault();
        clicks += 1;
      });
      await open();
      await focus('Verification methods');
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: ' ' });
      expect(clicks).to.equal(1);
    });
  });

  it('takes items of the page into the menu, and is closed when one is chosen', async () => {
    const { open, element, state, press } = await given(WITH_ITEMS);
    await open();
    const roles = [...element.children].map((each) => each.getAttribute('role'));
    expect(roles).to.deep.equal(['menuitem', 'menuitem']);
    let clicks = 0;
    element.querySelector('button')!.addEventListener('click', () => (clicks += 1));
    press('Invite somebody');
    await waitUntil(() => state() === 'closed');
    expect(clicks).to.equal(1);
  });

  describe('verification methods', () => {
    it('open in a dialog, and give the focus back', async () => {
      const { open, press, root, onTrigger, inner } = await given(BUTTON, { organization: 'Globex' });
      await open();
      press('Verification methods');
      await waitUntil(() => root.querySelector('dialog')?.matches(':modal'));
      await waitUntil(() => inner('mfa-settings').dataset['state'] === 'ready');
      root.querySelector<HTMLElement>('[part~=close]')!.click();
      await waitUntil(() => !root.querySelector('dialog'));
      await waitUntil(onTrigger);
    });

    it('are closed by Escape, and with the session', async () => {
      const { on, open, press, root } = await given(BUTTON, { organization: 'Globex' });
      for (const end of [() => sendKeys({ press: 'Escape' }), () => on.store.actions.logout()]) {
        await open();
        press('Verification methods');
        await waitUntil(() => root.querySelector('dialog')?.matches(':modal'));
        await end();
        await waitUntil(() => !root.querySelector('dialog'));
      }
    });

    it('ask in a dialog above', async () => {
      const { open, press, root, inner } = await given(BUTTON, { organization: 'Globex' });
      await open();
      press('Verification methods');
      await waitUntil(() => inner('mfa-settings')?.dataset['state'] === 'ready');
      inner('mfa-settings').shadowRoot!.querySelector<HTMLElement>('#show-codes-codes')!.click();
      const prompt = () => inner('mfa-settings').querySelector<HTMLElement>('stytch-mfa-prompt');
      await waitUntil(() => prompt()?.dataset['state'] === 'save-codes');
      expect(prompt()!.shadowRoot!.querySelector('dialog')!.matches(':modal')).to.equal(true);
      expect(root.querySelector('dialog')!.open).to.equal(true);
    });
  });

  describe('switching', () => {
    /** Chooses an organization in the list of the switcher inside. */
    async function choose(name: string, { open, inner }: ReturnType<typeof about>): Promise<void> {
      await open();
      const { shadowRoot } = inner('org-switcher');
      shadowRoot!.querySelector<HTMLElement>('[part~=trigger]')!.click();
      const option = () =>
        [...shadowRoot!.querySelectorAll<HTMLElement>('[part~=option]')].find((each) =>
          each.textContent.includes(name),
        );
      await waitUntil(option, `no ${name}`);
      option()!.click();
    }

    it('stays open while the list of organizations is', async () => {
      const all = await given();
      await all.open();
      all.inner('org-switcher').shadowRoot!.querySelector<HTMLElement>('[part~=trigger]')!.click();
      await waitUntil(() => all.inner('org-switcher').dataset['state'] === 'open');
      await waitUntil(() => all.root.activeElement === all.inner('org-switcher'));
      await new Promise((resolve) => setTimeout(resolve)); // what closes it on leaving looks then
      expect(all.state()).to.equal('open');
    });

    it('asks for what the organization wants, goes there, and says so', async () => {
      const all = await given();
      const heard: string[] = [];
      for (const name of ['stytch-pending', 'stytch-authenticated', 'stytch-switch'])
        all.element.addEventListener(name, () => heard.push(name));
      await choose('Globex', all);
      const prompt = () => all.element.querySelector<HTMLElement>('stytch-mfa-prompt');
      await waitUntil(() => prompt()?.dataset['state'] === 'code');
      const { root, types } = hands(all.on, prompt()!);
      expect(root.querySelector('dialog')!.matches(':modal')).to.equal(true);
      expect(root.querySelector('dialog')!.checkVisibility()).to.equal(true);
      types('Verification code', totpCode(SEED_TOTP_SECRET));
      await waitUntil(() => all.on.store.getSnapshot().organization?.organization_name === 'Globex');
      await waitUntil(() => heard.includes('stytch-switch') && heard.includes('stytch-pending'), heard.join());
      await waitUntil(() => all.state() === 'closed');
      await waitUntil(all.onTrigger);
    });

    it('comes back when that is cancelled', async () => {
      const all = await given();
      await choose('Globex', all);
      const prompt = () => all.element.querySelector<HTMLElement>('stytch-mfa-prompt');
      await waitUntil(() => prompt()?.dataset['state'] === 'code');
      hands(all.on, prompt()!).press('Cancel');
      await waitUntil(() => all.state() === 'closed');
      expect(all.on.store.getSnapshot().organization!.organization_name).to.equal('Acme');
      await waitUntil(all.onTrigger);
    });

    it('asks after a reload, too, where nothing else does', async () => {
      const { on, element } = await given();
      await on.reach({ type: 'switch', organization_id: on.id('Globex') });
      await waitUntil(() => element.querySelector<HTMLElement>('stytch-mfa-prompt')?.dataset['state'] === 'code');
    });
  });

  describe('logging out', () => {
    it('ends the session', async () => {
      const { element, open, press, state, on } = await given();
      const confirmed: boolean[] = [];
      element.addEventListener('stytch-logout', ({ detail }) => confirmed.push(detail.confirmed));
      await open();
      press('Log out');
      await waitUntil(() => state() === 'hidden');
      await waitUntil(() => confirmed.length > 0);
      expect([confirmed, on.store.getSnapshot().status]).to.deep.equal([[true], 'signed-out']);
    });

    it('may be prevented by the page', async () => {
      const { element, open, press, on, names } = await given();
      element.addEventListener('stytch-logout-before', (event) => event.preventDefault());
      await open();
      press('Log out');
      await waitUntil(() => names().includes('Log out'));
      expect(on.store.getSnapshot().status).to.equal('signed-in');
    });

    it('says where it could not be done, and can be done here alone', async () => {
      const { on, open, press, inner, state, words } = await given();
      on.world.faults([{ path: '/b2b/sessions/revoke', drop: true, times: 9 }]);
      await open();
      press('Log out');
      const error = () => inner('logout').shadowRoot!.querySelector('[part~=error]');
      await waitUntil(error);
      expect(words(error())).to.contain('You are still signed in.');
      expect([error()!.checkVisibility(), state()]).to.deep.equal([true, 'open']);
      [...error()!.querySelectorAll('button')].find((each) => words(each) === 'Sign out on this device')!.click();
      await waitUntil(() => state() === 'hidden');
    });

    it('leads the focus on from where it could not be done, each time', async () => {
      const { on, trigger, state } = await given();
      on.world.faults([{ path: '/b2b/sessions/revoke', drop: true, times: 9 }]);
      trigger()!.focus();
      await sendKeys({ press: 'ArrowUp' });
      await focus('Log out');
      for (const attempt of ['the first', 'the second']) {
        const asked = () => on.world.requests().filter(({ path }) => path.endsWith('/sessions/revoke')).length;
        const before = asked();
        await sendKeys({ press: 'Enter' });
        await waitUntil(() => asked() > before, attempt);
        await focus('Try again');
      }
      expect(state()).to.equal('open');
      await sendKeys({ press: 'Tab' });
      await focus('Sign out on this device');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => state() === 'hidden');
    });

    it('forgets the session at once where the page says so', async () => {
      const { element, on, open, press } = await given(
        html`<stytch-user-button when-offline="clear"></stytch-user-button>`,
      );
      on.world.faults([{ path: '/b2b/sessions/revoke', drop: true, times: 9 }]);
      await open();
      setTimeout(() => press('Log out'));
      expect((await oneEvent(element, 'stytch-logout')).detail).to.deep.equal({ confirmed: false });
    });

    it('leads to the page that is named, when the page lets it', async () => {
      const { element, open, press } = await given(
        html`<stytch-user-button redirect-to="/bye?a=1"></stytch-user-button>`,
      );
      element.addEventListener('stytch-redirect', (event) => event.preventDefault());
      await open();
      setTimeout(() => press('Log out'));
      const { detail } = await oneEvent(element, 'stytch-redirect');
      expect(detail.url).to.equal(`${location.origin}/bye?a=1&reason=user`);
    });
  });

  it('keeps the place of the button while it is not known who is there, and no longer', async () => {
    const slow = [{ path: '/b2b/sessions/authenticate', delayMs: 1000 }];
    const on = await stage({}, {}, slow);
    const element = await shown<StytchUserButton>(on, BUTTON);
    const { state, trigger, root } = about(on, element);
    const box = () => JSON.stringify(element.getBoundingClientRect());
    const before = box();
    expect([state(), trigger(), root.querySelectorAll('[part~=skeleton]').length]).to.deep.equal(['loading', null, 1]);
    expect(element.offsetWidth).to.be.greaterThan(30);
    await expect(element).to.be.accessible();
    await waitUntil(trigger);
    expect([box(), root.querySelector('[part~=skeleton]')]).to.deep.equal([before, null]);
    await on.store.actions.logout();
    await waitUntil(() => state() === 'hidden');
    expect(element.offsetWidth).to.equal(0);
  });

  it('puts in elements of its own prefix', async () => {
    define({ prefix: 'corp' });
    const on = await stage();
    const element = await shown<StytchUserButton>(on, html`<corp-user-button></corp-user-button>`);
    const { open, root } = about(on, element);
    await open();
    expect([...root.querySelectorAll('corp-org-switcher, corp-logout')].length).to.equal(2);
  });

  it('is accessible', async () => {
    const { element, open, root } = await given(WITH_ITEMS);
    await expect(element).to.be.accessible();
    await open();
    await focus('Verification methods');
    const unfolding = root.querySelector('[popover]')!.getAnimations();
    await Promise.all(unfolding.map(({ finished }) => finished));
    await expect(element).to.be.accessible();
  });

  it('is accessible with its dialog', async () => {
    const { element, open, press, inner } = await given();
    await open();
    press('Verification methods');
    await waitUntil(() => inner('mfa-settings')?.dataset['state'] === 'ready');
    still(element);
    await expect(element).to.be.accessible();
  });
});
