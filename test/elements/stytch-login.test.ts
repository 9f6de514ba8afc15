import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { useFakeTimers } from 'sinon';
import type { PageOptions, World } from '../../emulator/index.js';
import { SEED_PASSWORD, SEED_TOTP_SECRET } from '../../emulator/seed.js';
import '../../src/define/login.js';
import type { StytchLogin } from '../../src/elements/stytch-login.js';
import { type Role, shown, stage, statesLeft, totpCode } from '../stage.js';
import { departure, focused, hands, linkIn, waitUntil } from './person.js';

const ADA = 'ada@example.com';
const login = html`<stytch-login></stytch-login>`;
const by = (methods: string) => html`<stytch-login methods=${methods}></stytch-login>`;
const into = (slug: string, methods = 'magic_link email_otp password google_oauth sso') =>
  html`<stytch-login flow="organization" organization-slug=${slug} methods=${methods}></stytch-login>`;

/** A log-in for somebody who is nobody yet, and their hands. */
async function given(content: unknown = login, { role = null, ...options }: PageOptions & { role?: Role | null } = {}) {
  const on = await stage(role, options);
  const element = await shown<StytchLogin>(on, content);
  await waitUntil(() => !['loading', 'hidden'].includes(element.dataset['state']!));
  const all = hands(on, element);
  const settled = () => waitUntil(() => !on.store.view.busy && element.isUpdatePending === false);
  return { on, element, settled, ...all, prompt: () => element.querySelector<HTMLElement>(':scope > [slot=prompt]') };
}

/** A log-in to one organization, once it is known. */
async function givenInto(slug: string, methods?: string, seed?: (world: World) => void) {
  const all = await given(into(slug, methods), seed && { seed });
  await waitUntil(() => all.on.store.view.into !== null, 'the organization is not known');
  await all.element.updateComplete;
  return all;
}

const twoProviders = (world: World) => {
  const umbrella = world.directory.organizationNamed('Umbrella')!;
  const [known] = umbrella.sso_active_connections;
  const other = { ...known!, connection_id: 'saml-connection-test-other', display_name: 'Umbrella\u202e Entra' };
  Object.assign(umbrella, { sso_active_connections: [known, other], sso_default_connection_id: null });
};

describe('<stytch-login>', () => {
  describe('until its form has come', () => {
    it('says that it is on its way, so that a page can keep its place', async () => {
      const left = await statesLeft('stytch-login', () => given());
      expect(left).to.deep.equal([null, 'loading']);
    });

    it('has no place as a dialog', async () => {
      const dialog = html`<stytch-login display="dialog"></stytch-login>`;
      expect(await statesLeft('stytch-login', () => given(dialog))).to.deep.equal([null, 'hidden']);
    });
  });

  describe('as a dialog', () => {
    const dialog = html`<button>Before</button><stytch-login display="dialog"></stytch-login>`;

    /** Somebody presses a button of the page, which opens the dialog. */
    async function opened() {
      const on = await stage(null);
      const before = await shown<HTMLElement>(on, dialog);
      const element = before.nextElementSibling as StytchLogin;
      const told: unknown[] = [];
      element.addEventListener('stytch-cancel', ({ detail }) => told.push(detail));
      element.close();
      before.focus();
      before.addEventListener('click', () => element.show());
      before.click();
      const all = hands(on, element);
      await all.at('methods');
      await waitUntil(() => focused() === 'email', 'the field has no focus');
      return { on, element, before, told, ...all };
    }

    it('is closed by Escape, gives the focus back, and can be opened again', async () => {
      const { root, at, told, before } = await opened();
      expect(root.querySelector('dialog')?.matches(':modal')).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await at('hidden');
      expect([root.querySelector('dialog'), focused(), told]).to.deep.equal([null, 'Before', [{ restored: false }]]);
      before.click();
      await at('methods');
    });

    it('is closed by its button, and by Escape not at the cost of what was typed', async () => {
      const { element, at, press, types, state } = await opened();
      types('Email', ADA);
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect([state(), focused()]).to.deep.equal(['methods', 'Close']);
      press('Close');
      await at('hidden');
      expect(focused()).to.equal('Before');
    });

    it('opens by itself for the next log-in', async () => {
      const { on, at, press } = await opened();
      press('Close');
      await at('hidden');
      const { session_token: sessionToken } = await on.world.session(ADA, 'Acme');
      await on.store.actions.hydrate({ sessionToken });
      await on.store.actions.logout();
      await at('methods');
    });
  });

  describe('by an address', () => {
    it('mails a link, which leads to the organizations of the address', async () => {
      const { on, element, types, press, at, heading, text, mail, names, prompt } = await given();
      expect([heading(), text()]).to.deep.equal(['Log in', 'We will email you a link that logs you in.']);
      types('Email', ADA);
      press('Continue');
      await at('sent');
      expect(heading()).to.equal('Check your email');
      expect(text()).to.contain('We sent a link to ada@example.com. Open it in this browser');
      expect([mail()?.to, mail()?.kind]).to.deep.equal([ADA, 'magic_link']);
      expect(names()).to.deep.equal(['Resend link in 15 s', 'Email me a code instead', 'Use another address']);
      await on.reach(linkIn(on));
      await at('next');
      expect(prompt()?.localName).to.equal('stytch-discovery');
      expect(element.querySelector(':scope > [slot=form]')).to.equal(null);
    });

    it('mails a code, which does the same', async () => {
      const { on, element, types, press, at, text, prompt, where } = await given();
      types('Email', ADA);
      press('Email me a code');
      await at('email-code');
      expect(text()).to.contain('Enter the 6-digit code we sent to ada@example.com.');
      setTimeout(() => types('Verification code', on.lastCode()));
      const { detail } = await oneEvent(element, 'stytch-pending');
      expect(detail.pending.kind).to.equal('discovery');
      await at('next');
      await on.reach({ type: 'choose-organization', organization_id: on.id('Acme') });
      await at('signed-in');
      expect([where(), prompt()]).to.deep.equal(['Acme', null]);
    });

    it('asks for a password, beside the address it is for', async () => {
      const { types, press, at, field, names } = await given();
      types('Email', ADA);
      press('Use a password');
      await at('password');
      const email = field('Email');
      expect([email.readOnly, email.value, email.autocomplete]).to.deep.equal([true, ADA, 'username']);
      await waitUntil(() => focused() === 'password');
      expect(names()).to.include.members(['Continue', 'Forgot password?', 'Back']);
      types('Password', SEED_PASSWORD);
      press('Continue');
      await at('next');
    });

    it('says that a password is wrong, or missing', async () => {
      const { element, types, press, at, error, field } = await given();
      types('Email', ADA);
      press('Use a password');
      await at('password');
      press('Continue');
      await element.updateComplete;
      expect(error()).to.equal('Enter your password.');
      types('Password', 'guess');
      press('Continue');
      await oneEvent(element, 'stytch-error');
      await waitUntil(() => error()?.includes('the password is not right'));
      expect(field('Password').getAttribute('aria-invalid')).to.equal('true');
      await waitUntil(() => focused() === 'password');
    });

    it('mails a link for a new password', async () => {
      const { types, press, at, field, mail, text, names } = await given();
      types('Email', ADA);
      press('Use a password');
      await at('password');
      press('Forgot password?');
      await at('forgot');
      expect(field('Email').value).to.equal(ADA);
      press('Continue');
      await at('sent');
      expect([mail()?.to, mail()?.kind]).to.deep.equal([ADA, 'password_reset']);
      expect(text()).to.contain('with which you can choose a new password');
      expect(names()).not.to.include('Email me a code instead');
    });

    for (const typed of ['', 'ada', 'ada@', '@example.com', 'a d@example.com'])
      it(`takes “${typed}” for no address, without asking the server`, async () => {
        const { on, element, types, press, error, field } = await given();
        const before = on.world.requests().length;
        types('Email', typed);
        press('Continue');
        await element.updateComplete;
        expect(error()).to.contain('does not look like an e-mail address');
        expect(field('Email').value).to.equal(typed);
        expect(field('Email').getAttribute('aria-invalid')).to.equal('true');
        expect(on.world.requests().length).to.equal(before);
        types('Email', ADA);
        await element.updateComplete;
        expect([error(), field('Email').getAttribute('aria-invalid')]).to.deep.equal(['', 'false']);
      });

    it('leads back to the address, which can be corrected', async () => {
      const { types, press, at, field } = await given();
      types('Email', 'adda@example.com');
      press('Continue');
      await at('sent');
      press('Use another address');
      await at('methods');
      expect(field('Email').value).to.equal('adda@example.com');
      await waitUntil(() => focused() === 'email');
    });

    it('mails a code instead of a link', async () => {
      const { types, press, at, mail } = await given();
      types('Email', ADA);
      press('Continue');
      await at('sent');
      press('Email me a code instead');
      await at('email-code');
      expect(mail()?.kind).to.equal('email_otp');
    });

    for (const [address, name, href] of [
      ['ada@gmail.com', 'Open Gmail', 'https://mail.google.com/'],
      ['ada@yahoo.co.uk', 'Open Yahoo Mail', 'https://mail.yahoo.com/'],
      ['ada@hotmail.com', 'Open Outlook', 'https://outlook.live.com/mail/'],
    ] as const)
      it(`leads to the mailbox of ${address}`, async () => {
        const { on, root, at, names } = await given();
        await on.reach({ type: 'send-link', email: address });
        await at('sent');
        expect(names()).to.include(name);
        const { href: to, target, rel } = root.querySelector('a')!;
        expect([to, target, rel]).to.deep.equal([href, '_blank', 'noopener']);
      });

    it('mails another link after 15 seconds, and says so', async () => {
      const clock = useFakeTimers({ now: Date.now(), toFake: ['Date', 'setInterval', 'clearInterval'] });
      try {
        const { on, element, at, names, press, said } = await given();
        await on.reach({ type: 'send-link', email: ADA });
        await at('sent');
        press('Resend link in 15 s');
        expect(on.world.outbox().length).to.equal(1);
        clock.tick(15_000);
        await element.updateComplete;
        expect(said()).to.equal('You can ask for a new link now.');
        press('Resend link');
        await waitUntil(() => on.world.outbox().length === 2);
        await waitUntil(() => said() === 'A new link is on its way.');
        expect(names()).to.include('Resend link in 15 s');
      } finally {
        clock.restore();
      }
    });

    it('says that a code is wrong, or too old, and mails another', async () => {
      const clock = useFakeTimers({ now: Date.now(), toFake: ['Date', 'setInterval', 'clearInterval'] });
      try {
        const { on, element, at, types, error, press } = await given();
        await on.reach({ type: 'send-code', email: ADA });
        await at('email-code');
        types('Verification code', on.lastCode() === '000000' ? '111111' : '000000');
        await waitUntil(() => error() === 'That code is not right. Check it and try again.');
        on.world.clock(601);
        types('Verification code', on.lastCode());
        await waitUntil(() => error() === 'That code has expired. Ask for a new one.');
        clock.tick(15_000);
        await element.updateComplete;
        press('Resend code');
        await waitUntil(() => on.world.outbox().length === 2);
        await waitUntil(() => !on.store.view.busy);
        types('Verification code', on.lastCode());
        await at('next');
      } finally {
        clock.restore();
      }
    });

    it('says what went wrong on the way, and keeps the address', async () => {
      const { on, element, types, press, error, field, state } = await given();
      on.world.faults([{ path: '/b2b/magic_links/email/discovery/send', status: 500 }]);
      types('Email', ADA);
      press('Continue');
      const { detail } = await oneEvent(element, 'stytch-error');
      expect(detail.error.code).to.equal('unknown');
      await waitUntil(() => error() === 'Something went wrong. Try again.');
      expect([state(), field('Email').value]).to.deep.equal(['methods', ADA]);
    });

    it('shows what is under way at the button that was pressed, once', async () => {
      const { on, element, types, press, field, asked } = await given();
      on.world.faults([{ path: '/b2b/otps/email/discovery/send', delayMs: 1000 }]);
      types('Email', ADA);
      press('Email me a code');
      await waitUntil(() => field('Email').readOnly);
      press('Email me a code');
      const used = [...element.querySelectorAll('[data-used]')].map((each) => each.textContent.trim());
      expect(used).to.deep.equal(['Email me a code']);
      expect(element.querySelector('form')?.getAttribute('aria-busy')).to.equal('true');
      await waitUntil(() => asked('/otps/email/discovery/send') === 1);
    });
  });

  describe('with a password first', () => {
    it('has a form that password managers know', async () => {
      const { element, field } = await given(by('password magic_link'));
      const form = element.querySelector('form')!;
      const fields = [...form.querySelectorAll('input')];
      expect(fields.map(({ name, type, autocomplete }) => [name, type, autocomplete])).to.deep.equal([
        ['email', 'email', 'username'],
        ['password', 'password', 'current-password'],
      ]);
      expect([form.getRootNode(), form.method, field('Email').required]).to.deep.equal([document, 'post', true]);
      expect(form.querySelector('button:not([type])')?.textContent.trim()).to.equal('Continue');
    });

    it('logs in with both, and a manager hears of it', async () => {
      const heard: string[] = [];
      const listen = ({ target }: Event) => heard.push((target as HTMLElement).localName);
      document.addEventListener('submit', listen, { capture: true, once: true });
      const { types, press, at } = await given(by('password'));
      types('Email', ADA);
      types('Password', SEED_PASSWORD);
      press('Continue');
      await at('next');
      expect(heard).to.deep.equal(['form']);
    });

    it('needs no password for another way', async () => {
      const { types, press, at } = await given(by('password magic_link'));
      types('Email', ADA);
      press('Email me a link');
      await at('sent');
    });

    it('takes the address along to a new password', async () => {
      const { types, press, at, field } = await given(by('password magic_link'));
      types('Email', ADA);
      press('Forgot password?');
      await at('forgot');
      expect(field('Email').value).to.equal(ADA);
      press('Back');
      await at('methods');
    });

    it('shows the password to whoever wants to see it, and hides it again', async () => {
      const { element, field, press } = await given(by('password'));
      const button = element.querySelector('[aria-pressed]')!;
      const now = () => [field('Password').type, button.getAttribute('aria-pressed')];
      press('Show password');
      expect(now()).to.deep.equal(['text', 'true']);
      await element.updateComplete;
      press('Show password');
      expect(now()).to.deep.equal(['password', 'false']);
    });

    it('keeps a password as it is written', async () => {
      const spaced = '  two spaces before  ';
      const seed = (world: World) => world.passwords.set(ADA, spaced);
      const { types, press, at } = await given(by('password'), { seed });
      types('Email', ADA);
      types('Password', spaced);
      press('Continue');
      await at('next');
    });

    it('keeps the password out of events, attributes and storage', async () => {
      const told: string[] = [];
      const listen = (event: Event) => told.push(JSON.stringify((event as CustomEvent).detail));
      const events = ['stytch-error', 'stytch-pending', 'stytch-session-change'];
      for (const name of events) document.addEventListener(name, listen);
      const { element, root, types, press, at } = await given(by('password'));
      types('Email', ADA);
      types('Password', 'secret-guess');
      press('Show password');
      press('Continue');
      await oneEvent(element, 'stytch-error');
      types('Password', SEED_PASSWORD);
      await element.updateComplete;
      const attributes = [...element.querySelectorAll('*'), ...root.querySelectorAll('*')]
        .flatMap((each) => [...each.attributes])
        .map(({ value }) => value);
      press('Continue');
      await at('next');
      for (const name of events) document.removeEventListener(name, listen);
      const kept = [{ ...localStorage }, { ...sessionStorage }, location.href].map((each) => JSON.stringify(each));
      expect(told.length).to.be.above(1);
      for (const secret of ['secret-guess', SEED_PASSWORD])
        expect([...told, ...attributes, ...kept].join('\n')).not.to.contain(secret);
    });
  });

  describe('offers', () => {
    it('all methods in the order of the page, and none that it does not know', async () => {
      const { names } = await given(by('email_otp, carrier_pigeon magic_link github_oauth email_otp sso'));
      expect(names()).to.deep.equal([
        'Continue with GitHub',
        'Continue with single sign-on',
        'Continue',
        'Email me a link',
      ]);
    });

    it('ways that lead away above the address if the page names one first', async () => {
      const { root, element } = await given(by('google_oauth magic_link'));
      const google = root.querySelector<HTMLElement>('.way')!;
      const form = element.querySelector('form')!;
      expect(google.getBoundingClientRect().bottom).to.be.below(form.getBoundingClientRect().top);
      expect(root.querySelector('.or')?.textContent).to.equal('or');
    });

    it('no form where no method needs an address', async () => {
      const { element, names } = await given(by('google_oauth slack_oauth'));
      expect(element.querySelector('form')).to.equal(null);
      expect(names()).to.deep.equal(['Continue with Google', 'Continue with Slack']);
    });

    it('an explanation where there is nothing', async () => {
      const { text, names } = await given(by('carrier_pigeon'));
      expect(text()).to.contain('no way of logging in that is open to you');
      expect(names()).to.deep.equal([]);
    });

    it('first what was used the last time', async () => {
      const { on, element, types, press, at, mail } = await given();
      await on.reach({ type: 'send-code', email: ADA });
      await at('email-code');
      types('Verification code', on.lastCode());
      await at('next');
      await on.reach({ type: 'choose-organization', organization_id: on.id('Acme') });
      await at('signed-in');
      press('Log out');
      await at('methods');
      expect(element.querySelector('.stytch-badge')?.textContent).to.equal('Last used');
      types('Email', ADA);
      press('Continue');
      await at('email-code');
      expect(mail()?.kind).to.equal('email_otp');
    });

    it('a badge at the button of a provider that was used the last time', async () => {
      const { on, element, names } = await given();
      localStorage.setItem(`stytch-elements:${on.world.publicToken}:method`, 'slack_oauth');
      element.requestUpdate();
      await element.updateComplete;
      expect(names()[0]).to.equal('Continue with Slack Last used');
    });
  });

  describe('for one organization', () => {
    for (const [method, label] of [
      ['magic_link', 'Continue'],
      ['email_otp', 'Email me a code'],
      ['password', 'Use a password'],
    ] as const)
      it(`logs in by ${method}`, async () => {
        const { on, element, heading, types, press, at, where } = await givenInto('acme');
        expect(heading()).to.equal('Log in to Acme');
        types('Email', ADA);
        press(label);
        await at({ magic_link: 'sent', email_otp: 'email-code', password: 'password' }[method]);
        if (method === 'magic_link') await on.reach(linkIn(on));
        else {
          const told = oneEvent(element, 'stytch-authenticated');
          if (method === 'email_otp') types('Verification code', on.lastCode());
          else types('Password', SEED_PASSWORD);
          if (method === 'password') press('Continue');
          const { detail } = await told;
          expect([detail.method, detail.organization.organization_name]).to.deep.equal([method, 'Acme']);
        }
        await at('signed-in');
        expect(where()).to.equal('Acme');
      });

    it('goes on with a second factor in place', async () => {
      const { on, types, press, at, prompt, where } = await givenInto('globex', 'password');
      types('Email', ADA);
      types('Password', SEED_PASSWORD);
      press('Continue');
      await at('next');
      await waitUntil(() => prompt()?.dataset['state'] === 'code');
      expect(prompt()?.localName).to.equal('stytch-mfa-prompt');
      hands(on, prompt()!).types('Verification code', totpCode(SEED_TOTP_SECRET));
      await at('signed-in');
      expect(where()).to.equal('Globex');
    });

    it('offers what the organization allows only', async () => {
      const { names, heading } = await givenInto('umbrella');
      expect([heading(), names()]).to.deep.equal(['Log in to Umbrella', ['Continue with single sign-on']]);
    });

    it('does not offer single sign-on to one that has none', async () => {
      const { names } = await givenInto('acme');
      expect(names()).not.to.include('Continue with single sign-on');
    });

    it('explains when nothing remains', async () => {
      const { names, text } = await givenInto('umbrella', 'password google_oauth');
      expect([names(), text()?.includes('open to you here')]).to.deep.equal([[], true]);
    });

    it('asks for the organization when there is none of that name', async () => {
      const { types, press, at, error, field, heading } = await given(into('nowhere'));
      await at('find-organization');
      expect([field('Organization').value, error()]).to.deep.equal([
        'nowhere',
        'We could not find that organization. Check its name and try again.',
      ]);
      types('Organization', '');
      press('Continue');
      await waitUntil(() => error() === 'Enter the short name of your organization.');
      types('Organization', 'acme');
      press('Continue');
      await at('methods');
      expect(heading()).to.equal('Log in to Acme');
    });

    it('asks for the organization when the page names none, and lets another be named', async () => {
      const { types, press, at, heading } = await given(html`<stytch-login flow="organization"></stytch-login>`);
      await at('find-organization');
      types('Organization', 'acme');
      press('Continue');
      await at('methods');
      expect(heading()).to.equal('Log in to Acme');
      press('Use another organization');
      await at('find-organization');
    });

    it('looks an organization up once, and another when the page names one', async () => {
      const { element, heading, asked } = await givenInto('acme');
      element.requestUpdate();
      await element.updateComplete;
      expect(asked('/organizations/search')).to.equal(1);
      element.organizationSlug = 'globex';
      await waitUntil(() => heading() === 'Log in to Globex');
      expect(asked('/organizations/search')).to.equal(2);
      element.flow = 'discovery';
      await waitUntil(() => heading() === 'Log in');
    });

    it('takes an identifier, too', async () => {
      const { on, element, types, press, at, where } = await given(by('password'));
      element.organizationId = on.id('Acme');
      element.flow = 'organization';
      await waitUntil(() => on.store.view.into);
      types('Email', ADA);
      types('Password', SEED_PASSWORD);
      press('Continue');
      await at('signed-in');
      expect(where()).to.equal('Acme');
    });

    it('says when it cannot be looked up, and tries again', async () => {
      const on = await stage(null);
      on.world.faults([{ path: '/b2b/organizations/search', status: 500 }]);
      const element = await shown<StytchLogin>(on, into('acme'));
      const { at, error, press, heading } = hands(on, element);
      await at('unavailable');
      expect(error()).to.equal('Something went wrong. Try again.');
      press('Try again');
      await waitUntil(() => heading() === 'Log in to Acme');
    });

    it('waits for the organization when somebody is quicker', async () => {
      const on = await stage(null);
      on.world.faults([{ path: '/b2b/organizations/search', delayMs: 300 }]);
      const element = await shown<StytchLogin>(on, into('acme'));
      const { types, press, at, asked, field } = hands(on, element);
      expect([element.dataset['state'], field('Email').readOnly]).to.deep.equal(['methods', false]);
      types('Email', ADA);
      press('Email me a code');
      await at('email-code');
      expect([asked('/otps/email/login_or_signup'), asked('/otps/email/discovery/send')]).to.deep.equal([1, 0]);
    });
  });

  describe('with single sign-on', () => {
    it('finds the providers of an address, and lets one be chosen', async () => {
      const { types, press, at, field, names } = await given(login, { seed: twoProviders });
      types('Email', ADA);
      press('Continue with single sign-on');
      await at('find-sso');
      expect(field('Email').value).to.equal(ADA);
      press('Continue');
      await at('connections');
      expect(names()).to.deep.equal(['Umbrella Okta', 'Umbrella Entra', 'Back']);
      press('Back');
      await at('methods');
    });

    it('asks for the organization where an address leads to none', async () => {
      const { types, press, at, text } = await given();
      press('Continue with single sign-on');
      await at('find-sso');
      types('Email', 'new@example.com');
      press('Continue');
      await at('find-organization');
      expect(text()).to.contain('That address does not lead to single sign-on.');
    });
  });

  (window.navigation ? describe : describe.skip)('leaves the page', () => {
    it('for a provider', async () => {
      const { press } = await given();
      const left = departure();
      press('Continue with Google');
      expect(await left).to.contain('/b2b/public/oauth/google/discovery/start');
    });

    it('for a provider of one organization', async () => {
      const { on, press } = await givenInto('acme');
      const left = departure();
      press('Continue with Google');
      expect(await left)
        .to.contain('/b2b/public/oauth/google/start')
        .and.to.contain(on.id('Acme'));
    });

    it('for the organization’s own', async () => {
      const { press } = await givenInto('umbrella');
      const left = departure();
      press('Continue with single sign-on');
      expect(await left).to.contain('connection_id=saml-connection-test-umbrella');
    });

    it('for the only one of an address', async () => {
      const { types, press, at } = await given();
      press('Continue with single sign-on');
      await at('find-sso');
      types('Email', ADA);
      const left = departure();
      press('Continue');
      expect(await left).to.contain('connection_id=saml-connection-test-umbrella');
    });
  });

  describe('when somebody is signed in', () => {
    it('says who, and lets them log out', async () => {
      const { at, text, names, press, where } = await given(login, { role: {} });
      await at('signed-in');
      expect(text()).to.equal('You are signed in as Ada Lovelace · Acme.');
      expect(names()).to.deep.equal(['Log out']);
      press('Log out');
      await at('methods');
      expect(where()).to.equal(undefined);
    });

    it('offers to go on, and does not by itself', async () => {
      const urls: string[] = [];
      const content = html`<stytch-login
        return-to="/o/{slug}"
        @stytch-redirect=${(event: CustomEvent<{ url: string }>) => {
          event.preventDefault();
          urls.push(event.detail.url);
        }}
      ></stytch-login>`;
      const { at, names, press } = await given(content, { role: {} });
      await at('signed-in');
      expect([names(), urls]).to.deep.equal([['Continue', 'Log out'], []]);
      press('Continue');
      expect(urls).to.deep.equal([`${location.origin}/o/acme`]);
    });

    it('shows the form while it is not known whether somebody is', async () => {
      const on = await stage({}, {}, [{ path: '/b2b/sessions/authenticate', delayMs: 3_600_000 }]);
      const element = await shown<StytchLogin>(on, login);
      expect([on.store.getSnapshot().status, element.dataset['state']]).to.deep.equal(['loading', 'methods']);
    });
  });

  describe('with somewhere to go', () => {
    async function going(slug?: string) {
      const told: string[] = [];
      const all = await given(
        html`<stytch-login
          flow=${slug ? 'organization' : 'discovery'}
          organization-slug=${slug ?? ''}
          methods="password magic_link"
          return-to="/o/{slug}?id={id}"
          @stytch-authenticated=${() => told.push('authenticated')}
          @stytch-redirect=${(event: CustomEvent<{ url: string }>) => {
            event.preventDefault();
            told.push(event.detail.url.replace(location.origin, ''));
          }}
        ></stytch-login>`,
      );
      const there = (name: string) => `/o/${name}?id=${all.on.id(name === 'acme' ? 'Acme' : 'Globex')}`;
      const enter = () => {
        all.types('Email', ADA);
        all.types('Password', SEED_PASSWORD);
        all.press('Continue');
      };
      return { ...all, told, there, enter };
    }

    it('goes there once, after it has told', async () => {
      const { told, there, enter, at, element } = await going('acme');
      enter();
      await at('signed-in');
      await waitUntil(() => told.length === 2);
      element.requestUpdate();
      await element.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
      expect(told).to.deep.equal(['authenticated', there('acme')]);
    });

    it('goes there after a second factor and the choice of an organization, too', async () => {
      const { on, told, there, enter, at } = await going();
      enter();
      await at('next');
      await on.reach({ type: 'choose-organization', organization_id: on.id('Globex') });
      expect(told).to.deep.equal([]);
      await on.reach({ type: 'submit-code', secret: totpCode(SEED_TOTP_SECRET) });
      await waitUntil(() => told.length > 0);
      expect(told).to.deep.equal([there('globex')]);
    });

    it('goes there when a link was opened elsewhere', async () => {
      const { on, told, there, at, types, press } = await going('acme');
      types('Email', ADA);
      press('Email me a link');
      await at('sent');
      await on.reach(linkIn(on));
      await waitUntil(() => told.length > 0);
      expect(told).to.deep.equal([there('acme')]);
    });

    it('refuses to go anywhere else', async () => {
      const { element, enter } = await going('acme');
      element.returnTo = 'https://evil.example/';
      setTimeout(enter);
      const { detail } = await oneEvent(element, 'stytch-error');
      expect([detail.error.code, detail.error.detail]).to.deep.equal(['misconfigured', 'redirect']);
    });
  });

  it('says when there can be no session', async () => {
    const { at, error, names } = await given(
      html`<stytch-provider><stytch-login></stytch-login></stytch-provider>`,
    ).then(({ on, element }) => hands(on, element.querySelector('stytch-login')!));
    await at('error');
    expect([error(), names()]).to.deep.equal(['The page author has to set public-token on stytch-provider.', []]);
  });
});
