import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { useFakeTimers } from 'sinon';
import '../../src/define/mfa-prompt.js';
import type { StytchMfaPrompt } from '../../src/elements/stytch-mfa-prompt.js';
import { SEED_RECOVERY_CODES, SEED_TOTP_SECRET } from '../../emulator/seed.js';
import { shown, stage, totpCode } from '../stage.js';
import { focused, hands, waitUntil } from './person.js';

const prompt = html`<stytch-mfa-prompt></stytch-mfa-prompt>`;
const modal = html`<stytch-mfa-prompt display="dialog"></stytch-mfa-prompt>`;

/** A prompt for Ada, who has just asked for an organization, and her hands. */
async function prompted(organization: string, content: unknown = prompt) {
  const on = await stage();
  const element = await shown<StytchMfaPrompt>(on, content);
  await on.reach({ type: 'switch', organization_id: on.id(organization) });
  await waitUntil(() => element.dataset['state'] !== 'hidden', 'nothing is shown');
  return { on, element, ...hands(on, element) };
}

/** A code that is surely wrong. */
const wrong = (code: string) => code.replace(/^./, (digit) => String((Number(digit) + 5) % 10));

describe('<stytch-mfa-prompt>', () => {
  it('shows nothing while no second factor is owed', async () => {
    const on = await stage();
    const element = await shown<StytchMfaPrompt>(on, prompt);
    expect(element.dataset['state']).to.equal('hidden');
    expect([element.childElementCount, element.shadowRoot!.childElementCount]).to.deep.equal([0, 0]);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  describe('with an authenticator app', () => {
    it('asks for the code of the app and signs in with it', async () => {
      const { element, heading, types, at, where } = await prompted('Globex');
      expect(heading()).to.equal('Verify it’s you for Globex');
      setTimeout(() => types('Verification code', totpCode(SEED_TOTP_SECRET)));
      const { detail } = await oneEvent(element, 'stytch-authenticated');
      expect([detail.method, detail.organization.organization_name]).to.deep.equal(['totp', 'Globex']);
      expect(detail.member.email_address).to.equal('ada@example.com');
      await at('hidden');
      expect([where(), element.childElementCount]).to.deep.equal(['Globex', 0]);
    });

    for (const written of ['123 456', '123-456', ' 1 2 3 4 5 6 ', '１２３４５６', '١٢٣٤٥٦', 'Your code is 123456.'])
      it(`takes a code that is pasted as “${written}”`, async () => {
        const { types, field, asked } = await prompted('Globex');
        types('Verification code', written);
        expect(field('Verification code').value).to.equal('123456');
        await waitUntil(() => asked('/totp/authenticate') === 1);
      });

    it('submits on the last digit, once, and not again what was refused', async () => {
      const { types, field, press, asked, error } = await prompted('Globex');
      const code = wrong(totpCode(SEED_TOTP_SECRET));
      types('Verification code', code.slice(0, 5));
      expect(asked('/totp/authenticate')).to.equal(0);
      types('Verification code', code);
      types('Verification code', code);
      press('Continue');
      await waitUntil(() => error() === 'That code is not right. Check it and try again.');
      types('Verification code', code.slice(0, 5));
      types('Verification code', code);
      expect(asked('/totp/authenticate')).to.equal(1);
      press('Continue');
      await waitUntil(() => field('Verification code').readOnly === false && asked('/totp/authenticate') === 2);
    });

    it('says that a code is wrong, at its field, and has it typed anew', async () => {
      const { on, element, types, field, error, press } = await prompted('Globex');
      on.world.faults([{ path: '/b2b/totp/authenticate', delayMs: 1000 }]);
      field('Verification code').focus();
      types('Verification code', wrong(totpCode(SEED_TOTP_SECRET)));
      await waitUntil(() => field('Verification code').readOnly);
      await waitUntil(() => error() !== '');
      const code = field('Verification code');
      expect(error()).to.equal('That code is not right. Check it and try again.');
      expect(code.getAttribute('aria-invalid')).to.equal('true');
      expect(document.getElementById(code.getAttribute('aria-describedby')!)?.textContent).to.equal(error());
      await waitUntil(() => code.selectionEnd === 6 && code.selectionStart === 0);
      expect(focused()).to.equal('code');
      types('Verification code', '1');
      await element.updateComplete;
      expect([error(), code.getAttribute('aria-invalid')]).to.deep.equal(['', 'false']);
      press('Continue');
      await element.updateComplete;
      expect(error()).to.equal('The code has 6 digits.');
    });

    it('takes a recovery code instead', async () => {
      const { element, press, at, types, error, where } = await prompted('Globex');
      press('Use a recovery code');
      await at('recovery');
      types('Recovery code', 'nope-nope-nope');
      press('Continue');
      await oneEvent(element, 'stytch-error');
      await waitUntil(() => error() === 'That code is not right. Check it and try again.');
      types('Recovery code', SEED_RECOVERY_CODES[0]!);
      setTimeout(() => press('Continue'));
      const { detail } = await oneEvent(element, 'stytch-authenticated');
      expect([detail.method, where()]).to.deep.equal(['recovery_code', 'Globex']);
    });

    it('leads back from the recovery code, with an empty field', async () => {
      const { press, at, types, field } = await prompted('Globex');
      types('Verification code', '123');
      press('Use a recovery code');
      await at('recovery');
      expect(field('Recovery code').value).to.equal('');
      press('Use an authenticator app');
      await at('code');
      expect(field('Verification code').value).to.equal('');
    });
  });

  describe('with a text', () => {
    it('asks for the code that was sent, naming the end of the number', async () => {
      const { on, element, text, types } = await prompted('Initech');
      expect(text()).to.contain('your number ending in 0100');
      setTimeout(() => types('Verification code', on.lastCode()));
      const { detail } = await oneEvent(element, 'stytch-authenticated');
      expect([detail.method, detail.organization.organization_name]).to.deep.equal(['sms_otp', 'Initech']);
    });

    it('says when a code has expired', async () => {
      const { on, types, error } = await prompted('Initech');
      on.world.clock(121);
      types('Verification code', on.lastCode());
      await waitUntil(() => error() === 'That code has expired. Ask for a new one.');
    });

    it('sends another after 15 seconds, announced at the start and the end', async () => {
      const clock = useFakeTimers({ now: Date.now(), toFake: ['Date', 'setInterval', 'clearInterval'] });
      try {
        const { on, element, names, press, said } = await prompted('Initech');
        const sent = () => on.world.outbox().length;
        expect(names()).to.include('Resend code in 15 s');
        press('Resend code in 15 s');
        expect(sent()).to.equal(1);
        clock.tick(14_000);
        await element.updateComplete;
        expect([names().includes('Resend code in 1 s'), said()]).to.deep.equal([true, '']);
        clock.tick(1000);
        await element.updateComplete;
        expect(said()).to.equal('You can ask for a new code now.');
        press('Resend code');
        await waitUntil(() => sent() === 2);
        await waitUntil(() => said() === 'A new code is on its way.');
        expect(names()).to.include('Resend code in 15 s');
      } finally {
        clock.restore();
      }
    });

    it('lets a text that could not be sent be asked for again', async () => {
      const on = await stage();
      const element = await shown<StytchMfaPrompt>(on, prompt);
      on.world.faults([{ path: '/b2b/otps/sms/send', status: 500 }]);
      await on.reach({ type: 'switch', organization_id: on.id('Hooli') });
      const { press, at, types, error } = hands(on, element);
      await at('choose');
      press('Text me a code');
      await at('enroll-phone');
      types('Phone number', '+15555550123');
      press('Continue');
      await waitUntil(() => error() === 'Something went wrong. Try again.');
      press('Continue');
      await at('code');
    });
  });

  describe('setting up an authenticator app', () => {
    async function enrolling() {
      const all = await prompted('Hooli');
      await all.at('choose');
      all.press('Use an authenticator app');
      await all.at('enroll-totp');
      await waitUntil(() => all.root.querySelector('svg path'));
      const secret = all.root.querySelector('[part~=secret]')!.textContent.trim();
      return { ...all, secret };
    }

    it('shows a secret to scan or to type, and is done when the recovery codes are kept', async () => {
      const { element, root, secret, types, at, press, where } = await enrolling();
      expect(root.querySelector('svg')?.getAttribute('aria-label')).to.equal('QR code for your authenticator app');
      types('Verification code', totpCode(secret));
      await at('save-codes');
      expect(root.querySelectorAll('[part~=codes] li').length).to.be.above(3);
      expect(where()).to.equal(undefined);
      setTimeout(() => press('I saved my recovery codes'));
      const { detail } = await oneEvent(element, 'stytch-authenticated');
      expect([detail.method, where()]).to.deep.equal(['totp', 'Hooli']);
    });

    it('copies the key, or selects it where that is refused', async () => {
      const { root, press, said, names } = await enrolling();
      press('Copy');
      await waitUntil(() => said() !== '');
      const copied = names().includes('Copied');
      expect(said()).to.equal(copied ? 'Copied' : root.querySelector('.visually-hidden')!.textContent);
      if (!copied) expect(said()).to.contain('did not allow copying');
    });

    it('gives the recovery codes as a file, and nothing of it stays', async () => {
      const { root, secret, types, at, press } = await enrolling();
      types('Verification code', totpCode(secret));
      await at('save-codes');
      const files: string[] = [];
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function () {
        files.push(this.download, this.href);
      };
      press('Download');
      HTMLAnchorElement.prototype.click = click;
      const [name, href] = files;
      expect(name).to.equal('Hooli-recovery-codes.txt');
      const content = await (await fetch(href!)).text();
      expect(content.trim().split('\n')).to.deep.equal(
        [...root.querySelectorAll('[part~=codes] li')].map((each) => each.textContent),
      );
      await waitUntil(() =>
        fetch(href!)
          .then(() => false)
          .catch(() => true),
      );
    });

    it('says when no secret can be had, and tries again', async () => {
      const all = await prompted('Hooli');
      all.on.world.faults([{ path: '/b2b/totp', status: 500 }]);
      await all.at('choose');
      all.press('Use an authenticator app');
      await waitUntil(() => all.error() === 'Something went wrong. Try again.');
      expect(all.field('Verification code')).to.equal(undefined);
      all.press('Try again');
      await waitUntil(() => all.root.querySelector('[part~=secret]'));
    });

    it('keeps every secret out of events, attributes and storage', async () => {
      const told: string[] = [];
      const names = ['stytch-authenticated', 'stytch-error', 'stytch-session-change', 'stytch-pending'] as const;
      const listen = (event: Event) => told.push(JSON.stringify((event as CustomEvent).detail));
      for (const name of names) document.addEventListener(name, listen);
      const { element, root, secret, types, at, press } = await enrolling();
      const code = totpCode(secret);
      types('Verification code', wrong(code));
      await oneEvent(element, 'stytch-error');
      await element.updateComplete;
      types('Verification code', code);
      await at('save-codes');
      const codes = [...root.querySelectorAll('[part~=codes] li')].map((each) => each.textContent);
      const attributes = [element, ...element.querySelectorAll('*'), ...root.querySelectorAll('*')]
        .flatMap((each) => [...each.attributes])
        .map(({ value }) => value);
      const kept = [{ ...localStorage }, { ...sessionStorage }, location.href].map((each) => JSON.stringify(each));
      setTimeout(() => press('I saved my recovery codes'));
      await oneEvent(element, 'stytch-authenticated');
      for (const name of names) document.removeEventListener(name, listen);
      const all = [...told, ...attributes, ...kept].join('\n');
      expect(told.length).to.be.above(2);
      for (const each of [secret, code, ...codes]) expect(all).not.to.contain(each);
    });
  });

  describe('setting up a phone', () => {
    async function enrolling(content: unknown = prompt, text = 'Text me a code') {
      const all = await prompted('Hooli', content);
      await all.at('choose');
      await waitUntil(() => all.names().includes(text));
      all.press(text);
      await all.at('enroll-phone');
      const select = () => all.element.querySelector('select')!;
      return { ...all, select };
    }

    it('texts a code to the number, however it is written', async () => {
      const { on, element, types, select, press, at, text } = await enrolling();
      await waitUntil(() => select().length > 200);
      types('Phone number', '+49 (0)30 901820');
      await element.updateComplete;
      expect(select().value).to.equal('DE');
      press('Continue');
      await at('code');
      expect(on.world.outbox().at(-1)?.to).to.equal('+4930901820');
      expect(text()).to.contain('+49 30 901820');
      setTimeout(() => types('Verification code', on.lastCode()));
      const { detail } = await oneEvent(element, 'stytch-authenticated');
      expect([detail.method, detail.organization.organization_name]).to.deep.equal(['sms_otp', 'Hooli']);
    });

    it('names the countries in the language of the page, in its order', async () => {
      const german = html`<stytch-mfa-prompt lang="de" default-country="DE" countries="DE, AT CH FR"></stytch-mfa-prompt>`;
      const { types, select, press, at, on } = await enrolling(german, 'Code per SMS senden');
      await waitUntil(() => select().textContent.includes('+'));
      const names = [...select().options].map((each) => each.textContent);
      expect(names).to.deep.equal(['Deutschland (+49)', 'Frankreich (+33)', 'Österreich (+43)', 'Schweiz (+41)']);
      expect(select().value).to.equal('DE');
      types('Telefonnummer', '030 901820');
      press('Weiter');
      await at('code');
      expect(on.world.outbox().at(-1)?.to).to.equal('+4930901820');
    });

    it('says that a number is none, without asking the server', async () => {
      const { types, press, error, asked, field } = await enrolling();
      types('Phone number', '123');
      press('Continue');
      await waitUntil(() => error() === 'Check the number: it does not fit the country.');
      expect([asked('/sms/send'), field('Phone number').getAttribute('aria-invalid')]).to.deep.equal([0, 'true']);
    });

    it('says that the server does not take a number', async () => {
      const { on, types, press, error } = await enrolling();
      on.world.faults([{ path: '/b2b/otps/sms/send', errorType: 'invalid_phone_number', status: 400 }]);
      types('Phone number', '+15555550123');
      press('Continue');
      await waitUntil(() => error() === 'That phone number cannot be used. Check it or use another one.');
    });

    it('lets the number be changed, and the method', async () => {
      const { types, press, at, root } = await enrolling();
      types('Phone number', '+15555550123');
      press('Continue');
      await at('code');
      press('Change number');
      await at('enroll-phone');
      press('Back');
      await at('choose');
      press('Use an authenticator app');
      await waitUntil(() => root.querySelector('[part~=secret]'));
      press('Back');
      await at('choose');
    });

    it('does not keep anybody waiting who goes back', async () => {
      const { on, press, at, names } = await prompted('Hooli');
      on.world.faults([{ path: '/b2b/totp', delayMs: 1000 }]);
      press('Use an authenticator app');
      await at('enroll-totp');
      press('Back');
      await at('choose');
      await waitUntil(() => names().includes('Text me a code'));
      press('Text me a code');
      await at('enroll-phone');
      await aTimeout(1200); // the secret that nobody waits for has come, and changes nothing
      await at('enroll-phone');
    });
  });

  describe('giving up', () => {
    it('gives the session before back', async () => {
      const { element, press, where, at } = await prompted('Globex');
      setTimeout(() => press('Cancel'));
      const { detail } = await oneEvent(element, 'stytch-cancel');
      expect([detail, where()]).to.deep.equal([{ restored: true }, 'Acme']);
      await at('hidden');
    });

    it('signs out where there was no session before', async () => {
      const on = await stage(null);
      const element = await shown<StytchMfaPrompt>(on, prompt);
      await on.store.actions.accept(await halfway());
      const { at, press } = hands(on, element);
      await at('code');
      setTimeout(() => press('Cancel'));
      const { detail } = await oneEvent(element, 'stytch-cancel');
      expect([detail, on.store.getSnapshot().status]).to.deep.equal([{ restored: false }, 'signed-out']);
    });

    /** What a log-in answers that owes a code. */
    async function halfway() {
      const other = await stage();
      await other.reach({ type: 'switch', organization_id: other.id('Globex') });
      const { pending } = other.store.getSnapshot();
      if (pending?.kind !== 'mfa') throw new Error('not pending');
      const { member, organization, mfaRequired: mfa_required } = pending;
      return { member, organization, mfa_required, member_session: null };
    }

    it('keeps trying to go back when the server cannot be reached', async () => {
      const { on, element, press, at, heading, where } = await prompted('Globex');
      on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true }]);
      press('Cancel');
      await at('return');
      expect(heading()).to.equal('Going back to Acme');
      setTimeout(() => press('Try again'));
      const { detail } = await oneEvent(element, 'stytch-cancel');
      expect([detail, where()]).to.deep.equal([{ restored: true }, 'Acme']);
    });

    it('explains when the time is over, and begins again', async () => {
      const { on, types, at, heading, text, press, names } = await prompted('Globex');
      on.world.clock(601);
      types('Verification code', totpCode(SEED_TOTP_SECRET));
      await at('expired');
      expect(heading()).to.equal('Verification timed out');
      expect(text()).to.contain('Acme');
      expect(names()).to.deep.equal(['Try again', 'Cancel']);
      press('Try again');
      await at('code');
    });

    it('tells how much time is left, and when it is little', async () => {
      const clock = useFakeTimers({ now: Date.now(), toFake: ['Date', 'setInterval', 'clearInterval'] });
      try {
        const { element, root, said } = await prompted('Globex');
        const deadline = () => root.querySelector('[part~=deadline]')!;
        expect(deadline().textContent.trim()).to.equal('Time left to verify: 10:00');
        clock.tick(479_000);
        await element.updateComplete;
        expect([deadline().textContent.trim(), said()]).to.deep.equal(['Time left to verify: 2:01', '']);
        clock.tick(1000);
        await element.updateComplete;
        expect([deadline().className, said()]).to.deep.equal(['soon', 'Two minutes left to verify.']);
      } finally {
        clock.restore();
      }
    });
  });

  describe('when something fails', () => {
    const cases = [
      [{ status: 500 }, 'Something went wrong. Try again.'],
      [{ status: 429 }, 'Too many attempts. Wait a little, then try again.'],
      [{ drop: true }, 'You seem to be offline. Check your connection and try again.'],
    ] as const;
    for (const [fault, words] of cases)
      it(`says “${words}” and does not blame the code`, async () => {
        const { on, types, error, field, asked } = await prompted('Globex');
        on.world.faults([{ path: '/b2b/totp/authenticate', ...fault }]);
        types('Verification code', totpCode(SEED_TOTP_SECRET));
        await waitUntil(() => error() === words);
        expect(field('Verification code').getAttribute('aria-invalid')).to.equal('false');
        expect(asked('/totp/authenticate')).to.equal(1);
      });

    it('says that the server takes too long', async () => {
      const { on, types, error } = await prompted('Globex');
      on.world.faults([{ path: '/b2b/totp/authenticate', delayMs: 60_000 }]);
      const clock = useFakeTimers({
        now: Date.now(),
        toFake: ['setTimeout', 'clearTimeout'],
        shouldClearNativeTimers: true,
      });
      types('Verification code', totpCode(SEED_TOTP_SECRET));
      await clock.tickAsync(15_001);
      clock.restore();
      await waitUntil(() => error() === 'The server took too long to answer. Try again.');
    });
  });

  describe('its form', () => {
    it('is a real one in the light DOM', async () => {
      const { element, field } = await prompted('Globex');
      const code = field('Verification code');
      expect(code.getRootNode() === document).to.be.true;
      expect(code.form?.parentElement?.parentElement === element).to.be.true;
      expect(code.form?.parentElement?.assignedSlot?.name).to.equal('form');
      expect(code.getAttribute('autocomplete')).to.equal('one-time-code');
      expect([code.inputMode, code.name]).to.deep.equal(['numeric', 'code']);
    });

    it('takes its look from one sheet of the document', async () => {
      const before = document.adoptedStyleSheets.length;
      const { element, field } = await prompted('Globex');
      expect(getComputedStyle(field('Verification code')).borderRadius).to.equal('10px');
      element.style.setProperty('--stytch-radius', '3px');
      expect(getComputedStyle(field('Verification code')).borderRadius).to.equal('3px');
      await prompted('Globex');
      expect(document.adoptedStyleSheets.length - before).to.be.at.most(2);
    });

    it('survives a page that replaces its children, and a move into a shadow root with what was typed', async () => {
      const { on, element, field, types } = await prompted('Globex');
      types('Verification code', '123');
      element.replaceChildren();
      await waitUntil(() => field('Verification code'));
      const home = document.createElement('div');
      const shadow = home.attachShadow({ mode: 'open' });
      element.closest('stytch-provider')!.append(home);
      shadow.append(element);
      await element.updateComplete;
      await waitUntil(() => element.isConnected && element.childElementCount === 1);
      expect(field('Verification code').value).to.equal('123');
      expect(shadow.adoptedStyleSheets).to.have.length(2); // what the form needs, and its look
      expect(on.store.getSnapshot().status).to.equal('pending');
    });

    it('does not let a page handle its submission', async () => {
      const { element, press, error } = await prompted('Globex');
      let heard = 0;
      const listen = () => (heard += 1);
      document.addEventListener('submit', listen);
      press('Continue');
      await element.updateComplete;
      document.removeEventListener('submit', listen);
      expect([heard, error()]).to.deep.equal([0, 'The code has 6 digits.']);
    });
  });

  describe('focus', () => {
    const outside = html`<button id="before">Before</button>`;

    it('goes to the field of what a person has asked for, and back', async () => {
      const on = await stage();
      const provider = (await shown(on, outside)).parentElement!;
      const element = provider.appendChild(document.createElement('stytch-mfa-prompt'));
      const before = provider.querySelector('button')!;
      before.focus();
      await on.reach({ type: 'switch', organization_id: on.id('Globex') });
      const { press, at } = hands(on, element);
      await at('code');
      expect(focused()).to.equal('code');
      press('Use a recovery code');
      await at('recovery');
      await waitUntil(() => focused() === 'recovery-code');
      press('Cancel');
      await at('hidden');
      expect(focused()).to.equal('Before');
    });

    it('stays where it is when nobody asked', async () => {
      const on = await stage();
      await on.reach({ type: 'switch', organization_id: on.id('Globex') });
      on.store.reason = 'load'; // as after a reload
      const element = await shown<StytchMfaPrompt>(on, prompt);
      await hands(on, element).at('code');
      expect(document.activeElement === document.body).to.be.true;
    });
  });

  describe('as a dialog', () => {
    it('is modal, and gives focus back', async () => {
      const on = await stage();
      const provider = (await shown(on, html`<button>Before</button>`)).parentElement!;
      const before = provider.querySelector('button')!;
      before.focus();
      const element = document.createElement('stytch-mfa-prompt');
      element.display = 'dialog';
      provider.append(element);
      await on.reach({ type: 'switch', organization_id: on.id('Globex') });
      const { root, at, press } = hands(on, element);
      await at('code');
      expect(root.querySelector('dialog')?.matches(':modal')).to.be.true;
      await waitUntil(() => focused() === 'code', 'the field has no focus');
      press('Cancel');
      await at('hidden');
      expect([root.querySelectorAll('dialog').length, focused()]).to.deep.equal([0, 'Before']);
    });

    it('is cancelled by Escape, but not at the cost of what was typed', async () => {
      const { element, root, types, where, at } = await prompted('Globex', modal);
      types('Verification code', '123');
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect([element.dataset['state'], root.activeElement?.textContent.trim()]).to.deep.equal(['code', 'Cancel']);
      await sendKeys({ press: 'Escape' });
      await at('hidden');
      expect(where()).to.equal('Acme');
    });

    it('opens again when a page closes it', async () => {
      const { root } = await prompted('Globex', modal);
      root.querySelector('dialog')!.close();
      await waitUntil(() => root.querySelector('dialog')!.matches(':modal'));
    });
  });

  it('presents for its store while it is on the page', async () => {
    const on = await stage();
    const switcher = {};
    on.store.presenters.add({ duty: 'mfa', host: switcher, dedicated: false });
    expect(on.store.presenters.isOn('mfa', switcher)).to.be.true;
    const element = await shown<StytchMfaPrompt>(on, prompt);
    expect(on.store.presenters.isOn('mfa', switcher)).to.be.false;
    element.remove();
    expect(on.store.presenters.isOn('mfa', switcher)).to.be.true;
  });

  describe('is accessible', () => {
    const screens: [string, string, (all: Awaited<ReturnType<typeof prompted>>) => Promise<unknown>][] = [
      ['with a code', 'Globex', ({ at }) => at('code')],
      ['with a wrong code', 'Globex', wrongly],
      ['with a recovery code', 'Globex', ({ press, at }) => (press('Use a recovery code'), at('recovery'))],
      ['at a choice', 'Hooli', ({ at }) => at('choose')],
      ['setting up an authenticator app', 'Hooli', scanning],
      ['saving recovery codes', 'Hooli', saving],
      ['setting up a phone', 'Hooli', ({ press, at }) => (press('Text me a code'), at('enroll-phone'))],
      ['when the time is over', 'Globex', expiring],
    ];
    for (const [name, organization, reach] of screens)
      it(name, async () => {
        const all = await prompted(organization);
        await reach(all);
        await all.element.updateComplete;
        await expect(all.element).to.be.accessible();
      });

    it('as a dialog', async () => {
      const { element, root } = await prompted('Globex', modal);
      await Promise.all(root.getAnimations().map(({ finished }) => finished)); // it fades in
      await expect(element).to.be.accessible();
    });

    type All = Awaited<ReturnType<typeof prompted>>;

    async function wrongly({ types, error }: All) {
      types('Verification code', wrong(totpCode(SEED_TOTP_SECRET)));
      await waitUntil(error);
    }

    async function scanning({ press, root }: All) {
      press('Use an authenticator app');
      await waitUntil(() => root.querySelector('svg path'));
    }

    async function saving(all: All) {
      await scanning(all);
      all.types('Verification code', totpCode(all.root.querySelector('[part~=secret]')!.textContent.trim()));
      await all.at('save-codes');
    }

    async function expiring({ on, types, at }: All) {
      on.world.clock(601);
      types('Verification code', '123456');
      await at('expired');
    }
  });
});
