import { expect, waitUntil as wait } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { type SinonFakeTimers as Clock, useFakeTimers } from 'sinon';
import '../../src/define/gate.js';
import { SEED_TOTP_SECRET } from '../../emulator/seed.js';
import type { StytchGate } from '../../src/elements/stytch-gate.js';
import { type Role, type Stage, shown, stage, totpCode } from '../stage.js';

const waitUntil = (holds: () => unknown, what?: string) => wait(holds, what, { interval: 10, timeout: 15_000 });

const GLOBEX = { organization: 'Globex' };
const INITECH = { organization: 'Initech' };

/** A gate that whoever is signed in has to prove something for; long ago, where it says so. */
async function gate(content: unknown, role: Role = GLOBEX, ago = 0) {
  const on = await stage(role);
  if (ago) await proved(on, ago);
  const element = await shown<StytchGate>(on, content);
  return { on, element, ...heard(element), ...hands(element) };
}

/** Has all factors of the session be `seconds` old. */
async function proved({ store }: Stage, seconds: number): Promise<void> {
  const { session, member, organization } = store.getSnapshot();
  const last_authenticated_at = new Date(Date.now() - seconds * 1000).toISOString();
  const authentication_factors = session!.authentication_factors.map((each) => ({ ...each, last_authenticated_at }));
  await store.actions.accept({ member_session: { ...session!, authentication_factors }, member, organization });
}

function heard(element: HTMLElement) {
  const events: string[] = [];
  for (const name of ['gate-change', 'authenticated', 'cancel', 'error'])
    element.addEventListener(`stytch-${name}`, ({ type, detail }: CustomEventInit & Event) => {
      const { open, error } = (detail ?? {}) as { open?: boolean; error?: { code: string } };
      events.push([type.slice(7), open ?? error?.code ?? ''].join(' ').trim());
    });
  return { events };
}

/** What a person does with a gate. */
function hands(element: StytchGate) {
  const root = element.shadowRoot!;
  const prompt = () => element.querySelector<HTMLElement>('stytch-mfa-prompt');
  const button = () => root.querySelector<HTMLElement>('[part~=button]');
  const isOffered = () => button()?.checkVisibility() ?? false;
  return {
    root,
    prompt,
    button,
    isOffered,
    offers: () => waitUntil(isOffered, 'nothing is offered'),
    isAt: (state: string) => waitUntil(() => prompt()?.dataset['state'] === state, `not at ${state}`),
    press: () => button()!.click(),
    cancel: () => prompt()!.shadowRoot!.querySelector<HTMLElement>('[part~=cancel]')!.click(),
    submit: async (code = totpCode(SEED_TOTP_SECRET)) => {
      const field = () => prompt()?.querySelector<HTMLInputElement>('input[name=code]:read-write');
      await waitUntil(field, 'there is nothing to type a code in');
      field()!.value = code;
      field()!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    opens: () => waitUntil(() => element.dataset['state'] === 'open', `it is ${element.dataset['state']}`),
    isSeen: () => element.querySelector('#secret')!.checkVisibility(),
    alert: () => root.querySelector('[role=alert]')!.textContent.trim(),
  };
}

const secret = html`<p id="secret" tabindex="-1">Secret</p>`;
const fresh = html`<stytch-gate max-age="900">${secret}</stytch-gate>`;
const eager = html`<stytch-gate max-age="900" ask="auto">${secret}</stytch-gate>`;
const AGO = 1000;

const press = (key = 'a') => dispatchEvent(new KeyboardEvent('keydown', { key }));

describe('<stytch-gate> that is stale', () => {
  let clock: Clock | undefined;
  afterEach(() => {
    clock?.restore();
    clock = undefined;
  });

  describe('asks', () => {
    it('in place, and opens once it is proved', async () => {
      const { element, events, prompt, offers, isAt, press, submit, opens, isSeen, isOffered } = await gate(
        fresh,
        GLOBEX,
        AGO,
      );
      await offers();
      await expect(element).to.be.accessible();
      press();
      await isAt('code');
      expect([prompt()!.checkVisibility(), isSeen()]).to.deep.equal([true, false]);
      expect(isOffered()).to.equal(false);
      await expect(element).to.be.accessible();
      await submit();
      await opens();
      expect([prompt() === null, isSeen()]).to.deep.equal([true, true]);
      await waitUntil(() => events.length === 2);
      expect(events.toSorted()).to.deep.equal(['authenticated', 'gate-change true']);
    });

    it('for what the page calls verify() for, and says whether it is open', async () => {
      const content = html`<stytch-gate max-age="900">${secret}<p slot="stale">Later</p></stytch-gate>`;
      const { element, isAt, submit, cancel } = await gate(content, GLOBEX, AGO);
      const first = element.verify();
      await isAt('code');
      expect(element.querySelector('[slot=stale]')!.checkVisibility()).to.equal(false);
      cancel();
      expect(await first).to.equal(false);
      expect(element.querySelector('[slot=stale]')!.checkVisibility()).to.equal(true);
      const second = element.verify();
      await submit();
      expect(await second).to.equal(true);
      expect(await element.verify()).to.equal(true);
    });

    it('when a button of the page is pressed', async () => {
      const own = html`<p slot="denied"><button data-verify><b>Show</b></button></p>`;
      const { element, isOffered, isAt } = await gate(
        html`<stytch-gate max-age="900">${secret}${own}</stytch-gate>`,
        GLOBEX,
        AGO,
      );
      element.querySelector('b')!.click();
      await isAt('code');
      expect(isOffered()).to.equal(false);
    });

    it('for the factor that is wanted, and no other', async () => {
      const content = html`<stytch-gate factor="sms_otp">${secret}</stytch-gate>`;
      const { on, offers, press, isAt, submit, opens } = await gate(content, INITECH, AGO);
      await opens(); // Ada has come by text
      await on.store.actions.logout();
      const { session_token: sessionToken } = await on.world.session('ada@example.com', 'Acme');
      await on.store.actions.hydrate({ sessionToken });
      await offers();
      press();
      await isAt('enroll-phone');
      await on.store.actions.submitPhone('+15555550123');
      await submit(on.lastCode());
      await opens();
    });

    it('for the factor that there is, before the one that is wanted is set up', async () => {
      const content = html`<stytch-gate factor="totp" max-age="300">${secret}</stytch-gate>`;
      const { on, events, offers, press, isAt, submit, opens, isSeen, prompt } = await gate(content, INITECH, AGO);
      await offers();
      press();
      await isAt('code');
      await expect(prompt()!).to.be.accessible();
      await waitUntil(() => on.world.outbox().length > 0);
      await submit(on.lastCode());
      await isAt('enroll-totp');
      expect([isSeen(), events]).to.deep.equal([false, []]);
      const key = () => prompt()!.shadowRoot!.querySelector('[part~=secret]')?.textContent.replace(/\s/g, '');
      await waitUntil(key);
      await submit(totpCode(key()!));
      await isAt('save-codes');
      await on.store.actions.confirmRecoveryCodes();
      await opens();
    });

    it('for all factors that are wanted, one after the other', async () => {
      const content = html`<stytch-gate factor="totp sms_otp" max-age="900">${secret}</stytch-gate>`;
      const { on, offers, press, isAt, submit, opens, isSeen } = await gate(content, GLOBEX, AGO);
      await offers();
      press();
      await isAt('code');
      await submit();
      await isAt('enroll-phone');
      expect(isSeen()).to.equal(false);
      await on.store.actions.submitPhone('+15555550123');
      await submit(on.lastCode());
      await opens();
    });

    it('for a second factor where there is one, however recent it is', async () => {
      const content = html`<stytch-gate mfa max-age="900">${secret}</stytch-gate>`;
      const { element, offers, press, isAt, isSeen } = await gate(content, {});
      await offers();
      press();
      await isAt('choose');
      expect([element.dataset['state'], isSeen()]).to.deep.equal(['stale', false]);
    });

    it('to set one up, and stays closed until the recovery codes are kept', async () => {
      const { on, offers, press, isAt, submit, opens, isSeen, prompt } = await gate(
        html`<stytch-gate mfa>${secret}</stytch-gate>`,
        {},
      );
      await offers();
      press();
      await isAt('choose');
      await on.store.actions.chooseMethod('totp');
      await isAt('enroll-totp');
      const key = prompt()!.shadowRoot!.querySelector('[part~=secret]')!.textContent.replace(/\s/g, '');
      await submit(totpCode(key));
      await isAt('save-codes');
      expect(isSeen()).to.equal(false);
      await on.store.actions.confirmRecoveryCodes();
      await opens();
    });
  });

  it('goes back to the offer when the person gives up, and focus with it', async () => {
    const { root, events, offers, press, isAt, cancel, button } = await gate(fresh, GLOBEX, AGO);
    await offers();
    button()!.focus();
    press();
    await isAt('code');
    await waitUntil(() => document.activeElement!.matches('input[name=code]'));
    cancel();
    await offers();
    expect(document.querySelectorAll('stytch-mfa-prompt').length).to.equal(0);
    expect(root.activeElement === button()).to.equal(true);
    await waitUntil(() => events.length > 0);
    expect(events).to.deep.equal(['cancel']);
  });

  it('puts focus on what is inside when it opens', async () => {
    const { offers, press, submit, opens } = await gate(fresh, GLOBEX, AGO);
    await offers();
    press();
    await waitUntil(() => document.activeElement!.matches('input[name=code]'));
    await submit();
    await opens();
    expect(document.activeElement!.id).to.equal('secret');
  });

  it('closes again when the age is over, to the second', async () => {
    const { on, element, offers, press, submit, opens } = await gate(fresh, GLOBEX, AGO);
    await offers();
    press();
    await submit();
    await opens();
    const factors = on.store.getSnapshot().session!.authentication_factors;
    const at = Math.max(...factors.map(({ last_authenticated_at }) => Date.parse(last_authenticated_at)));
    clock = useFakeTimers({ now: at + 900_000, toFake: ['Date'] });
    dispatchEvent(new Event('online'));
    expect(element.dataset['state']).to.equal('open');
    clock.setSystemTime(at + 900_001);
    dispatchEvent(new Event('online'));
    expect(element.dataset['state']).to.equal('stale');
  });

  const hopeless: [what: string, content: unknown, code: string][] = [
    ['by a factor that cannot be asked for', html`<stytch-gate factor="sso">${secret}</stytch-gate>`, 'unavailable'],
    ['by an age that is none', html`<stytch-gate max-age="soon">${secret}</stytch-gate>`, 'misconfigured'],
    ['by no factor', html`<stytch-gate factor="">${secret}</stytch-gate>`, 'misconfigured'],
  ];
  for (const [what, content, code] of hopeless)
    it(`says so where it cannot be opened, ${what}`, async () => {
      const { element, events, offers, press, alert, prompt } = await gate(content);
      await offers();
      press();
      await waitUntil(alert);
      expect([events, prompt() === null]).to.deep.equal([[`error ${code}`], true]);
      await expect(element).to.be.accessible();
    });

  describe('leaves it', () => {
    it('to the prompt of the page, if it has one', async () => {
      const content = html`${fresh}<stytch-mfa-prompt id="page" mode="step-up"></stytch-mfa-prompt>`;
      const { element, offers, press, prompt } = await gate(content, GLOBEX, AGO);
      await offers();
      press();
      const page = document.querySelector<HTMLElement>('#page')!;
      await waitUntil(() => page.dataset['state'] === 'code');
      expect([prompt() === null, element.dataset['state']]).to.deep.equal([true, 'stale']);
    });

    it('to the gate that was used last', async () => {
      const { element: one, offers, press, isAt } = await gate(html`${fresh}${fresh}`, GLOBEX, AGO);
      const other = hands(one.nextElementSibling as StytchGate);
      await offers();
      press();
      await isAt('code');
      await other.offers();
      other.press();
      await other.isAt('code');
      await offers();
      expect(document.querySelectorAll('stytch-mfa-prompt').length).to.equal(1);
    });

    it('to the gate that was used last, which asks what it wants itself; nothing is left of the other question', async () => {
      const phone = html`<stytch-gate factor="sms_otp">${secret}</stytch-gate>`;
      const { on, element: one, offers, press, isAt } = await gate(html`${fresh}${phone}`, GLOBEX, AGO);
      const other = hands(one.nextElementSibling as StytchGate);
      await offers();
      await other.offers();
      press();
      await isAt('code');
      other.press();
      await waitUntil(() => on.store.view.wanted?.want?.factor === 'sms_otp');
      await other.isAt('code'); // of the app, before a phone is set up
      other.cancel();
      await other.offers();
      await offers();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect([on.store.view.wanted, document.querySelectorAll('stytch-mfa-prompt').length]).to.deep.equal([null, 0]);
    });

    it('to the gate that was used last, once the recovery codes of another are kept', async () => {
      const content = html`<stytch-gate factor="totp">${secret}</stytch-gate>
        <stytch-gate factor="sms_otp">${secret}</stytch-gate>`;
      const { on, element: one, offers, press, isAt, prompt, submit, opens } = await gate(content, {});
      const other = hands(one.nextElementSibling as StytchGate);
      await offers();
      await other.offers();
      press();
      await isAt('enroll-totp');
      const shown = () => prompt()!.shadowRoot!.querySelector('[part~=secret]');
      await waitUntil(shown);
      await submit(totpCode(shown()!.textContent.replace(/\s/g, '')));
      await isAt('save-codes');
      other.press();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(prompt()!.dataset['state']).to.equal('save-codes');
      await on.store.actions.confirmRecoveryCodes();
      await opens();
      await other.isAt('enroll-phone');
    });

    it('alone what the page asks meanwhile, and while it is taken away', async () => {
      const { on, element, offers, press, prompt } = await gate(fresh, GLOBEX, AGO);
      await offers();
      const page = on.store.actions.stepUp({ maxAge: 0 }).then(
        () => 'proved',
        ({ code }: { code: string }) => code,
      );
      const provider = element.parentElement!;
      const dialog = () => provider.querySelector<HTMLElement>(':scope > stytch-mfa-prompt');
      await waitUntil(() => dialog()?.dataset['state'] === 'code');
      press();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect([prompt(), dialog()!.dataset['state']]).to.deep.equal([null, 'code']);
      const again = element.cloneNode(true) as StytchGate;
      element.replaceWith(again);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect([on.store.view.wanted!.want!.maxAge, dialog()!.dataset['state']]).to.deep.equal([0, 'code']);
      const { offers: isOffered, press: pressAgain, isAt: asks } = hands(again);
      await isOffered();
      pressAgain();
      await on.store.send({ type: 'cancel' });
      expect(await page).to.equal('cancelled');
      await asks('code');
      expect(on.store.view.wanted!.want!.maxAge).to.equal(900);
    });

    it('not to the provider, after a wrong code', async () => {
      const { element, events, prompt, offers, press, isAt, submit, opens } = await gate(fresh, GLOBEX, AGO);
      await offers();
      press();
      await isAt('code');
      await submit('000000');
      await waitUntil(() => events.includes('error invalid-code'));
      expect([
        document.querySelectorAll('stytch-mfa-prompt').length,
        prompt()!.parentElement === element,
      ]).to.deep.equal([1, true]);
      await submit();
      await opens();
    });

    it('to the provider again once it has asked', async () => {
      const { on, element, offers, press, submit, opens } = await gate(fresh, GLOBEX, AGO);
      await offers();
      press();
      await submit();
      await opens();
      void on.store.actions.stepUp({ maxAge: 0 }).catch(() => undefined);
      const provider = element.parentElement!;
      await waitUntil(() => provider.querySelector(':scope > stytch-mfa-prompt'));
      expect(element.querySelectorAll('stytch-mfa-prompt').length).to.equal(0);
      expect(element.dataset['state']).to.equal('open');
    });

    it('when it is taken away', async () => {
      const { on, element, offers, press, isAt } = await gate(fresh, GLOBEX, AGO);
      await offers();
      press();
      await isAt('code');
      element.remove();
      await waitUntil(() => on.store.view.wanted === null);
    });
  });

  describe('with ask="auto"', () => {
    it('asks by itself when somebody does something, and not before', async () => {
      await waitUntil(() => !navigator.userActivation.isActive); // the driver's own doing counts for some seconds
      const { on, offers, isAt } = await gate(eager, GLOBEX, AGO);
      await offers();
      await new Promise(requestAnimationFrame);
      expect(on.store.view.wanted).to.equal(null);
      press();
      await isAt('code');
    });

    it('asks once', async () => {
      const { on, offers, isAt, cancel } = await gate(eager, GLOBEX, AGO);
      await offers();
      press();
      await isAt('code');
      cancel();
      await offers();
      press();
      await new Promise(requestAnimationFrame);
      expect(on.store.view.wanted).to.equal(null);
    });

    it('asks again when it has been open', async () => {
      const { on, element, offers, isAt, submit, opens } = await gate(eager, GLOBEX, AGO);
      await offers();
      press();
      await submit();
      await opens();
      await proved(on, AGO);
      expect(element.dataset['state']).to.equal('stale');
      await offers();
      press();
      await isAt('code');
    });

    it('waits for nobody any more once it is taken away', async () => {
      const { element, offers } = await gate(eager, GLOBEX, AGO);
      await offers();
      const add = window.addEventListener.bind(window);
      let added = 0;
      window.addEventListener = ((...args: Parameters<typeof add>) => {
        if (args[0] === 'keydown') added += 1;
        add(...args);
      }) as typeof add;
      element.requestUpdate();
      element.remove();
      await element.updateComplete;
      window.addEventListener = add;
      expect(added).to.equal(0);
    });

    it('does not ask while it cannot be seen, or somebody types', async () => {
      const content = html`<input id="page" aria-label="Page" />
        <div hidden>${eager}</div>`;
      const on = await stage(GLOBEX);
      await proved(on, AGO);
      const field = await shown<HTMLInputElement>(on, content);
      const element = document.querySelector('stytch-gate')!;
      await waitUntil(() => element.shadowRoot!.querySelector('button'));
      const calm = async () => {
        press();
        await new Promise(requestAnimationFrame);
        expect(on.store.view.wanted).to.equal(null);
      };
      await calm();
      element.parentElement!.hidden = false;
      field.focus();
      await calm();
      const inner = field.parentElement!.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      inner.append(document.createElement('textarea'));
      inner.querySelector('textarea')!.focus();
      await calm();
      inner.querySelector('textarea')!.blur();
      press();
      await hands(element).isAt('code');
    });

    it('asks in one of many', async () => {
      const { on, element, offers, isAt, cancel } = await gate(html`${eager}${eager}`, GLOBEX, AGO);
      await offers();
      await hands(element.nextElementSibling as StytchGate).offers();
      press();
      await isAt('code');
      press();
      cancel();
      await offers();
      press();
      await new Promise(requestAnimationFrame);
      expect(on.store.view.wanted).to.equal(null);
    });
  });

  it('needs no mouse: Escape leads back to the offer, and what is inside has the focus in the end', async () => {
    const { root, events, offers, opens, button } = await gate(fresh, GLOBEX, AGO);
    const isIn = (selector: string) => waitUntil(() => document.activeElement!.matches(selector), `not in ${selector}`);
    await offers();
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement === button()).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await isIn('input[name=code]');
    await sendKeys({ press: '1' });
    await sendKeys({ press: 'Escape' }); // would lose what is typed
    await isIn('input[name=code]');
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => root.activeElement === button(), 'not on the button');
    await waitUntil(() => events.length > 0);
    expect(events).to.deep.equal(['cancel']);
    await sendKeys({ press: 'Enter' });
    await isIn('input[name=code]');
    await sendKeys({ type: totpCode(SEED_TOTP_SECRET) });
    await opens();
    await isIn('#secret');
  });
});
