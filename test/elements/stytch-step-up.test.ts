import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { useFakeTimers } from 'sinon';
import type { World } from '../../emulator/index.js';
import { SEED_PASSWORD, SEED_TOTP_SECRET } from '../../emulator/seed.js';
import type { Organization } from '../../emulator/types.js';
import '../../src/define/discovery.js';
import '../../src/define/org-switcher.js';
import type { StytchStepUp } from '../../src/elements/stytch-step-up.js';
import { shown, stage, totpCode, type Stage } from '../stage.js';
import { departure, focused, hands, linkIn, waitUntil } from './person.js';

type Allowed = Organization['allowed_auth_methods'];

const ADA = 'ada@example.com';
const prompt = html`<stytch-step-up></stytch-step-up>`;

/** What a session that was begun with a link does not prove, and one that was begun with a password does not. */
const NO_MAIL: Allowed = ['password', 'google_oauth', 'sso'];
const NO_PASSWORD: Allowed = ['magic_link', 'email_otp', 'google_oauth', 'sso'];

const accepting =
  (name: string, allowed: Allowed) =>
  ({ directory }: World): void => {
    Object.assign(directory.organizationNamed(name)!, { auth_methods: 'RESTRICTED', allowed_auth_methods: allowed });
  };

const adaIn = ({ directory }: World, name: string) => {
  const { organization_id } = directory.organizationNamed(name)!;
  return directory.membersOf(ADA).find((each) => each.organization_id === organization_id)!;
};

/** A log-in with a password, to Acme. */
async function byPassword(on: Stage): Promise<void> {
  await on.reach(
    { type: 'submit-password', email: ADA, secret: SEED_PASSWORD },
    { type: 'choose-organization', organization_id: on.id('Acme') },
  );
}

interface Way {
  readonly name?: string;
  readonly content?: unknown;
  /** Whether the session was begun with a password. */
  readonly password?: boolean;
  readonly seed?: (world: World) => void;
}

/** A step-up for Ada, who has just asked for an organization that accepts these methods, and her hands. */
async function prompted(allowed: Allowed, { name = 'Umbrella', content = prompt, password = false, seed }: Way = {}) {
  const prepare = (world: World) => [accepting(name, allowed), seed].forEach((each) => each?.(world));
  const on = await stage(password ? null : {}, { seed: prepare });
  if (password) await byPassword(on);
  const element = await shown<StytchStepUp>(on, content);
  await on.reach({ type: 'switch', organization_id: on.id(name) });
  await waitUntil(() => element.dataset['state'] !== 'hidden', 'nothing is shown');
  return { on, element, ...hands(on, element) };
}

describe('<stytch-step-up>', () => {
  it('shows nothing while no first factor is owed', async () => {
    const on = await stage();
    const element = await shown<StytchStepUp>(on, prompt);
    expect(element.dataset['state']).to.equal('hidden');
    expect(getComputedStyle(element).display).to.equal('none');
  });

  describe('offers', () => {
    it('exactly what the organization accepts, in its order, for the address that is known', async () => {
      const { element, heading, text, names } = await prompted(['sso', 'google_oauth', 'password', 'slack_oauth']);
      expect([heading(), text()]).to.deep.equal([
        'Umbrella asks you to sign in again',
        'Confirm that you are ada@example.com.',
      ]);
      expect(names()).to.deep.equal([
        'Continue with single sign-on',
        'Continue with Google',
        'Use your password',
        'Continue with Slack',
        'Cancel',
      ]);
      expect(element.querySelector('form')).to.equal(null);
    });

    it('a link and a code, too, to whoever has not read their mail', async () => {
      const { names } = await prompted(NO_PASSWORD, { password: true });
      expect(names().slice(0, 2)).to.deep.equal(['Email me a link', 'Email me a code']);
    });

    it('one way to confirm where there is only one', async () => {
      const { root, names } = await prompted(['sso']);
      expect(names()).to.deep.equal(['Continue with single sign-on', 'Cancel']);
      expect(root.querySelector('.choices .primary')).not.to.equal(null);
    });

    it('no single sign-on where there is none', async () => {
      const none = ({ directory }: World) => {
        directory.organizationNamed('Umbrella')!.sso_active_connections = [];
      };
      const { names } = await prompted(['sso', 'google_oauth'], { seed: none });
      expect(names()).to.deep.equal(['Continue with Google', 'Cancel']);
    });

    it('an explanation where nothing is accepted, and the way back, for which no time runs', async () => {
      const { element, names, text, press, at, where } = await prompted([]);
      expect([names(), text()]).to.deep.equal([
        ['Cancel'],
        'It accepts no way of signing in that is open to you. Ask its administrator.',
      ]);
      expect(element.shadowRoot!.querySelector('[part~=deadline]')!.textContent.trim()).to.equal('');
      setTimeout(() => press('Cancel'));
      const { detail } = await oneEvent(element, 'stytch-cancel');
      expect(detail).to.deep.equal({ restored: true });
      await at('hidden');
      expect(where()).to.equal('Acme');
    });

    it('to verify an address that was never confirmed', async () => {
      const unverified = (world: World) => {
        adaIn(world, 'Umbrella').email_address_verified = false;
      };
      const { heading, text } = await prompted(NO_MAIL, { seed: unverified });
      expect([heading(), text()]).to.deep.equal([
        'Verify your email',
        'Confirm your email address before you go on to Umbrella.',
      ]);
    });

    it('the name of the organization as text', async () => {
      const on = await stage({}, { seed: accepting('Umbrella', NO_MAIL) });
      const element = await shown<StytchStepUp>(on, prompt);
      on.world.world.directory.organizationNamed('Umbrella')!.organization_name = '<b>Um\u202ebrella</b>';
      await on.reach({ type: 'switch', organization_id: 'organization-test-umbrella' });
      await waitUntil(() => element.dataset['state'] === 'methods');
      expect(hands(on, element).heading()).to.equal('<b>Um brella</b> asks you to sign in again');
    });
  });

  describe('proves', () => {
    it('a code of an e-mail', async () => {
      const { on, element, press, at, text, types, where, mail } = await prompted(NO_PASSWORD, { password: true });
      press('Email me a code');
      await at('email-code');
      expect([mail()?.to, mail()?.kind]).to.deep.equal([ADA, 'email_otp']);
      expect(text()).to.contain('we sent to ada@example.com');
      await waitUntil(() => focused() === 'code');
      setTimeout(() => types('Verification code', on.lastCode()));
      const { detail } = await oneEvent(element, 'stytch-authenticated');
      expect([detail.method, detail.organization.organization_name]).to.deep.equal(['email_otp', 'Umbrella']);
      await at('hidden');
      expect([where(), element.childElementCount]).to.deep.equal(['Umbrella', 0]);
    });

    it('a link, wherever it is opened in this browser', async () => {
      const { on, press, at, names, where, text } = await prompted(NO_PASSWORD, { password: true });
      press('Email me a link');
      await at('sent');
      expect(text()).to.contain('We sent a link to ada@example.com.');
      expect(names()).to.deep.equal(['Resend link in 15 s', 'Email me a code instead', 'Back', 'Cancel']);
      await on.reach(linkIn(on));
      await at('hidden');
      expect(where()).to.equal('Umbrella');
    });

    it('a password', async () => {
      const { element, press, at, types, field, where } = await prompted(NO_MAIL);
      press('Use your password');
      await at('password');
      const { readOnly, value, autocomplete, type } = field('Email');
      expect([readOnly, value, autocomplete, type]).to.deep.equal([true, ADA, 'username', 'email']);
      expect(field('Password').autocomplete).to.equal('current-password');
      types('Password', SEED_PASSWORD);
      setTimeout(() => press('Continue'));
      const { detail } = await oneEvent(element, 'stytch-authenticated');
      expect([detail.method, where()]).to.deep.equal(['password', 'Umbrella']);
    });

    it('a password, in the end', async () => {
      const { element, press, at, types, error } = await prompted(NO_MAIL);
      press('Use your password');
      await at('password');
      types('Password', 'guess');
      press('Continue');
      await oneEvent(element, 'stytch-error');
      await waitUntil(() => error()?.includes('the password is not right'));
      types('Password', SEED_PASSWORD);
      press('Continue');
      await at('hidden');
    });

    it('and goes on with a second factor, in place', async () => {
      const { on, element, press, at, types, where } = await prompted(NO_MAIL, { name: 'Globex' });
      press('Use your password');
      await at('password');
      types('Password', SEED_PASSWORD);
      setTimeout(() => press('Continue'));
      const { detail } = await oneEvent(element, 'stytch-pending');
      expect(detail.pending.kind).to.equal('mfa');
      await at('next');
      const child = element.querySelector<HTMLElement>('stytch-mfa-prompt')!;
      await waitUntil(() => child.dataset['state'] === 'code');
      hands(on, child).types('Verification code', totpCode(SEED_TOTP_SECRET));
      await at('hidden');
      expect([where(), element.childElementCount]).to.deep.equal(['Globex', 0]);
    });

    it('a forgotten password by a new one', async () => {
      const { press, at, field, mail } = await prompted(NO_MAIL);
      press('Use your password');
      await at('password');
      press('Forgot password?');
      await at('forgot');
      expect([field('Email').readOnly, field('Email').value]).to.deep.equal([true, ADA]);
      press('Continue');
      await at('sent');
      expect(mail()?.kind).to.equal('password_reset');
      press('Back');
      await at('methods');
    });

    it('a code that is mailed again', async () => {
      const clock = useFakeTimers({ now: Date.now(), toFake: ['Date', 'setInterval', 'clearInterval'] });
      try {
        const { on, element, press, at, names, said, types } = await prompted(NO_PASSWORD, { password: true });
        press('Email me a code');
        await at('email-code');
        expect(names()).to.include('Resend code in 15 s');
        const before = on.world.outbox().length;
        clock.tick(15_000);
        await element.updateComplete;
        press('Resend code');
        await waitUntil(() => said() === 'A new code is on its way.');
        expect(on.world.outbox().length).to.equal(before + 1);
        types('Verification code', on.lastCode());
        await at('hidden');
      } finally {
        clock.restore();
      }
    });
  });

  (window.navigation ? describe : describe.skip)('leaves the page', () => {
    it('for the organization’s single sign-on', async () => {
      const { press } = await prompted(['sso']);
      const left = departure();
      press('Continue with single sign-on');
      expect(await left).to.contain('connection_id=saml-connection-test-umbrella');
    });

    it('for a provider', async () => {
      const { on, press } = await prompted(NO_MAIL);
      const left = departure();
      press('Continue with Google');
      expect(await left)
        .to.contain('/oauth/google/start')
        .and.to.contain(on.id('Umbrella'));
    });
  });

  describe('cancelling', () => {
    for (const steps of [[], ['Use your password'], ['Use your password', 'Forgot password?']])
      it(`gives the session before back, from ${steps.at(-1) ?? 'the methods'}`, async () => {
        const { element, press, at, where } = await prompted(NO_MAIL);
        for (const step of steps) {
          press(step);
          await at(step === 'Use your password' ? 'password' : 'forgot');
        }
        setTimeout(() => press('Cancel'));
        const { detail } = await oneEvent(element, 'stytch-cancel');
        expect(detail).to.deep.equal({ restored: true });
        await at('hidden');
        expect(where()).to.equal('Acme');
      });

    it('is possible while an answer is awaited', async () => {
      const { on, press, at, types, where } = await prompted(NO_MAIL);
      press('Use your password');
      await at('password');
      on.world.faults([{ path: '/b2b/passwords/authenticate', delayMs: 500 }]);
      types('Password', SEED_PASSWORD);
      press('Continue');
      press('Cancel');
      await at('hidden');
      expect(where()).to.equal('Acme');
    });

    it('keeps trying while the session before cannot be reached', async () => {
      const { on, press, at, heading, where } = await prompted(NO_MAIL);
      on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true }]);
      press('Cancel');
      await at('return');
      expect(heading()).to.equal('Going back to Acme');
      press('Try again');
      await at('hidden');
      expect(where()).to.equal('Acme');
    });

    it('is what Escape does in a dialog', async () => {
      const { root, at, where } = await prompted(NO_MAIL, {
        content: html`<stytch-step-up display="dialog"></stytch-step-up>`,
      });
      const dialog = root.querySelector('dialog')!;
      expect(dialog.matches(':modal')).to.equal(true);
      dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      await at('hidden');
      expect(where()).to.equal('Acme');
    });
  });

  it('explains when the time is over, and begins again', async () => {
    const { on, press, at, types, heading } = await prompted(NO_MAIL);
    press('Use your password');
    await at('password');
    on.world.clock(601);
    types('Password', SEED_PASSWORD);
    press('Continue');
    await at('expired');
    expect(heading()).to.equal('Verification timed out');
    press('Try again');
    await at('methods');
  });

  describe('after an address was proved', () => {
    async function discovered(name: string, allowed: Allowed) {
      const on = await stage(null, { seed: accepting(name, allowed) });
      const element = await shown<StytchStepUp>(
        on,
        html`<stytch-step-up></stytch-step-up><stytch-discovery></stytch-discovery>`,
      );
      await on.reach({ type: 'send-code', email: ADA });
      await on.reach({ type: 'submit-code', secret: on.lastCode() });
      await on.reach({ type: 'choose-organization', organization_id: on.id(name) });
      const all = hands(on, element);
      await all.at('methods');
      return { on, element, ...all };
    }

    it('proves what the chosen organization wants', async () => {
      const { press, at, types, where } = await discovered('Umbrella', NO_MAIL);
      press('Use your password');
      await at('password');
      types('Password', SEED_PASSWORD);
      press('Continue');
      await at('hidden');
      expect(where()).to.equal('Umbrella');
    });

    it('lets another organization be chosen', async () => {
      const { on, press, at, where } = await discovered('Umbrella', NO_MAIL);
      press('Choose another organization');
      await at('hidden');
      await waitUntil(() => on.store.getSnapshot().pending?.kind === 'discovery');
      await on.reach({ type: 'choose-organization', organization_id: on.id('Acme') });
      expect(where()).to.equal('Acme');
    });

    it('knows the address also where nobody is a member yet', async () => {
      const { element, press, types, field, names } = await discovered('Wayne', ['password', 'google_oauth']);
      expect(names()).to.deep.equal([
        'Use your password',
        'Continue with Google',
        'Choose another organization',
        'Cancel',
      ]);
      press('Use your password');
      await waitUntil(() => field('Password'));
      types('Password', SEED_PASSWORD);
      press('Continue');
      const { detail } = await oneEvent(element, 'stytch-error'); // she has no password there
      expect(detail.error.code).to.equal('invalid-code');
    });

    it('signs out where it is cancelled', async () => {
      const { on, element, press, at } = await discovered('Umbrella', NO_MAIL);
      setTimeout(() => press('Cancel'));
      const { detail } = await oneEvent(element, 'stytch-cancel');
      expect(detail).to.deep.equal({ restored: false });
      await at('hidden');
      expect(on.store.getSnapshot().status).to.equal('signed-out');
    });
  });
});
