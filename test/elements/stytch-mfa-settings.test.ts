import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { SEED_RECOVERY_CODES, SEED_TOTP_SECRET } from '../../emulator/index.js';
import '../../src/define/mfa-settings.js';
import { define } from '../../src/index.js';
import type { StytchMfaPrompt } from '../../src/elements/stytch-mfa-prompt.js';
import type { StytchMfaSettings } from '../../src/elements/stytch-mfa-settings.js';
import type { Stage } from '../stage.js';
import { shown, stage, statesLeft, totpCode } from '../stage.js';
import { focused, hands, waitUntil } from './person.js';

const GLOBEX = { organization: 'Globex' };
const CARD = html`<stytch-mfa-settings></stytch-mfa-settings>`;
const STRICT = html`<stytch-mfa-settings max-age="0"></stytch-mfa-settings>`;
const PHONE = { mfa_phone_number: '+15555550123', mfa_phone_number_verified: true };

const adaIn = (on: Stage, organization: string) =>
  on.world.world.directory
    .membersOf('ada@example.com')
    .find(({ organization_id }) => organization_id === on.id(organization))!;

/** Ada in an organization, as it is arranged, with her settings. */
async function settings(organization: string, content = CARD, arrange: (on: Stage) => unknown = () => undefined) {
  const on = await stage({ organization });
  arrange(on);
  await on.reach({ type: 'refresh' });
  const element = await shown<StytchMfaSettings>(on, content);
  return { on, ...about(on, element) };
}

function about(on: Stage, element: StytchMfaSettings) {
  const root = element.shadowRoot!;
  const events: unknown[] = [];
  element.addEventListener('stytch-mfa-change', ({ detail }) => events.push(detail));
  element.addEventListener('stytch-error', ({ detail }) => events.push(detail.error.code));
  const words = (each: Element) => each.textContent.replace(/\s+/g, ' ').trim();
  const nameOf = (each: Element) => {
    const ids = each.getAttribute('aria-labelledby')?.split(' ') ?? [];
    return ids.length > 0 ? ids.map((id) => words(root.getElementById(id)!)).join(' ') : words(each);
  };
  const buttons = () => [...root.querySelectorAll('button')].filter((each) => each.checkVisibility());
  const names = () => buttons().map(nameOf);
  const press = (name: string) => {
    const button = buttons().find((each) => nameOf(each) === name);
    if (!button) throw new Error(`no button “${name}” among ${names().join(', ')}`);
    button.focus();
    button.click();
  };
  const state = () => element.dataset['state'];
  const rows = () => [...root.querySelectorAll('[part~=method] .what')].map(words);
  const error = () => words(root.querySelector('[part~=error]')!);
  /** What the prompt shows, once it is there. */
  const prompt = async (at: string) => {
    const find = () => element.querySelector<StytchMfaPrompt>('stytch-mfa-prompt');
    await waitUntil(() => find()?.dataset['state'] === at, `no prompt for ${at}`);
    return hands(on, find()!);
  };
  /** Answers the question that is asked before something is lost. */
  const answer = async (name: string) => {
    await waitUntil(() => root.querySelector('dialog')?.matches(':modal'), 'no question');
    press(name);
  };
  const settled = () => waitUntil(() => state() === 'ready' || state() === 'failed', `still ${state()}`);
  return { element, root, events, names, press, state, rows, error, prompt, answer, settled, words };
}

type About = ReturnType<typeof about>;

/** Proves it with the app. */
async function prove({ prompt }: About): Promise<void> {
  const { types } = await prompt('code');
  types('Verification code', totpCode(SEED_TOTP_SECRET));
}

describe('<stytch-mfa-settings>', () => {
  it('says when they are on their way, so that a page can keep their place', async () => {
    const on = await stage({ organization: 'Acme' });
    const arrived = async () => {
      const element = await shown<StytchMfaSettings>(on, CARD);
      await waitUntil(() => element.dataset['state'] === 'ready');
    };
    expect(await statesLeft('stytch-mfa-settings', arrived)).to.deep.equal([null, 'loading']);
  });

  it('shows nothing while nobody is signed in', async () => {
    const on = await stage(null);
    const element = await shown<StytchMfaSettings>(on, CARD);
    expect([element.dataset['state'], element.shadowRoot!.textContent.trim()]).to.deep.equal(['hidden', '']);
  });

  it('shows nothing while something is owed', async () => {
    const { on, state, root } = await settings('Acme');
    await on.reach({ type: 'switch', organization_id: on.id('Globex') });
    await waitUntil(() => state() === 'hidden');
    expect(root.textContent.trim()).to.equal('');
  });

  it('lists what the organization accepts and what is set up', async () => {
    const { rows, names } = await settings('Acme');
    expect(rows()).to.deep.equal([
      'Authenticator app Codes from an app on your phone',
      'Text message Codes sent to your phone',
    ]);
    expect(names()).to.deep.equal(['Add Authenticator app', 'Add Text message']);
  });

  it('shows the end of a phone number, and no more of it', async () => {
    const { rows, element } = await settings('Initech');
    expect(rows()[1]).to.equal('Text message Default Codes sent to your number ending in 0100');
    expect(element.shadowRoot!.textContent).to.not.contain('5555');
  });

  it('marks the default', async () => {
    const { rows, names } = await settings('Globex', CARD, (on) => Object.assign(adaIn(on, 'Globex'), PHONE));
    expect(rows()[0]).to.equal('Authenticator app Default Codes from an app on your phone');
    expect(names()).to.deep.equal([
      'Remove Authenticator app',
      'Make default Text message',
      'Remove Text message',
      'View Recovery codes',
      'Make new ones Recovery codes',
    ]);
  });

  it('offers only what the organization accepts', async () => {
    const only = { mfa_methods: 'RESTRICTED', allowed_mfa_methods: ['sms_otp'] } as const;
    const { names } = await settings('Acme', CARD, (on) =>
      Object.assign(on.world.world.directory.organizationNamed('Acme')!, only),
    );
    expect(names()).to.deep.equal(['Add Text message']);
  });

  it('says so where the organization accepts nothing', async () => {
    const none = { mfa_methods: 'RESTRICTED', allowed_mfa_methods: [] } as const;
    const { names, root } = await settings('Acme', CARD, (on) =>
      Object.assign(on.world.world.directory.organizationNamed('Acme')!, none),
    );
    expect(names()).to.deep.equal([]);
    expect(root.querySelector('[part~=note]')!.textContent).to.contain('accepts no way of verifying');
  });

  it('explains why the only method cannot be removed, and does not offer it', async () => {
    const { names, root } = await settings('Globex');
    expect(names()).to.deep.equal(['Add Text message', 'View Recovery codes', 'Make new ones Recovery codes']);
    expect(root.querySelector('[part~=note]')!.textContent).to.contain('Globex asks all members for a second step');
  });

  it('explains that nothing can be changed for somebody else', async () => {
    const on = await stage(null);
    const element = await shown<StytchMfaSettings>(on, CARD);
    const { token } = on.world.impersonation('ada@example.com', 'Globex');
    await on.reach({ type: 'redeem', ticket: { type: 'multi_tenant_impersonation', token, resets: false } });
    const { names, rows, root, settled } = about(on, element);
    await settled();
    expect([names(), rows().length]).to.deep.equal([[], 3]);
    expect(root.querySelector('[part~=note]')!.textContent).to.contain('on behalf of this member');
  });

  describe('adding', () => {
    it('the first method asks for no other', async () => {
      const all = await settings('Acme', STRICT);
      const { on, press, prompt, settled, events, names, root } = all;
      press('Add Authenticator app');
      const { types, press: step, names: ways } = await prompt('enroll-totp');
      await waitUntil(() => on.store.view.place?.at === 'enroll-totp' && on.store.view.place.registration);
      expect(ways(), 'ways on').to.not.include('Back');
      const { place } = on.store.view;
      types('Verification code', totpCode((place?.at === 'enroll-totp' && place.registration?.secret) || ''));
      await prompt('save-codes');
      expect(events).to.deep.equal([]);
      step('I saved my recovery codes');
      await settled();
      expect(events).to.deep.equal([{ method: 'totp', change: 'added' }]);
      expect(names()).to.include('Remove Authenticator app').and.to.include('View Recovery codes');
      expect(root.querySelector('[role=status]')!.textContent).to.equal('Authenticator app has been added.');
      await waitUntil(() => focused() === 'Remove', focused());
    });

    for (const [what, attribute, secondsAgo] of [
      ['of the last hour', undefined, 3660],
      ['that is no older than the page allows', '900', 960],
    ] as const)
      it(`the first method wants a log-in ${what}`, async () => {
        const content = html`<stytch-mfa-settings enroll-max-age=${ifDefined(attribute)}></stytch-mfa-settings>`;
        const { on, press, prompt, settled, events, error } = await settings('Acme', content);
        const { session, member, organization } = on.store.getSnapshot();
        const last_authenticated_at = new Date(Date.now() - secondsAgo * 1000).toISOString();
        const authentication_factors = session!.authentication_factors.map((each) => ({
          ...each,
          last_authenticated_at,
        }));
        await on.store.actions.accept({
          member_session: { ...session!, authentication_factors },
          member,
          organization,
        });
        press('Add Authenticator app');
        await settled();
        expect([events, on.store.view.wanted]).to.deep.equal([['unavailable'], null]);
        expect(error()).to.contain('You logged in too long ago');
        await on.store.actions.accept({ member_session: session, member, organization });
        press('Add Authenticator app');
        await prompt('enroll-totp');
      });

    it('another method asks for one that there is', async () => {
      const all = await settings('Globex', STRICT);
      const { on, press, prompt, settled, events } = all;
      press('Add Text message');
      await prove(all);
      const { types, press: step } = await prompt('enroll-phone');
      types('Phone number', '+15555550123');
      step('Continue');
      const code = await prompt('code');
      await waitUntil(() => on.world.outbox().length > 0 && on.store.view.busy === null);
      code.types('Verification code', on.lastCode());
      await settled();
      expect(events).to.deep.equal([{ method: 'sms_otp', change: 'added' }]);
      expect(on.store.getSnapshot().member!.mfa_phone_number_verified).to.equal(true);
    });

    it('does nothing when it is cancelled', async () => {
      const { on, press, prompt, settled, events, state } = await settings('Acme', STRICT);
      press('Add Text message');
      (await prompt('enroll-phone')).press('Cancel');
      await settled();
      expect([events, state()]).to.deep.equal([[], 'ready']);
      expect(on.store.getSnapshot().member!.mfa_phone_number).to.equal('');
      await waitUntil(() => focused() === 'Add', focused());
    });

    it('says what is refused in place', async () => {
      const { on, press, settled, events, error, element } = await settings('Acme');
      on.world.faults([{ path: '/b2b/totp', status: 403, errorType: 'session_authorization_error' }]);
      press('Add Authenticator app');
      await waitUntil(() => events.length > 0);
      await settled();
      expect([events, error()]).to.deep.equal([['not-allowed'], 'This is not allowed for your account.']);
      await waitUntil(() => element.querySelector('stytch-mfa-prompt') === null);
    });
  });

  describe('before a change', () => {
    it('a recent factor is enough', async () => {
      const { on, press, settled, events } = await settings('Globex', CARD, (on) =>
        Object.assign(adaIn(on, 'Globex'), PHONE),
      );
      press('Make default Text message');
      await waitUntil(() => events.length > 0);
      await settled();
      expect(events).to.deep.equal([{ method: 'sms_otp', change: 'default' }]);
      expect(on.store.getSnapshot().member!.default_mfa_method).to.equal('sms_otp');
    });

    it('a recent log-in alone is not enough, where there is a method to prove it by', async () => {
      const { on, press, answer, prompt, settled, events } = await settings('Acme', CARD, (on) =>
        Object.assign(adaIn(on, 'Acme'), PHONE),
      );
      press('Remove Text message');
      await answer('Remove');
      const asked = await prompt('code');
      await waitUntil(() => on.world.outbox().length > 0 && on.store.view.busy === null);
      expect(on.store.getSnapshot().member!.mfa_phone_number_verified).to.equal(true);
      asked.types('Verification code', on.lastCode());
      await waitUntil(() => events.length > 0);
      await settled();
      expect(events).to.deep.equal([{ method: 'sms_otp', change: 'removed' }]);
    });

    it('nothing happens when proving is cancelled', async () => {
      const { on, press, prompt, settled, events, state, error } = await settings('Globex', STRICT, (on) =>
        Object.assign(adaIn(on, 'Globex'), PHONE),
      );
      press('Make default Text message');
      (await prompt('code')).press('Cancel');
      await settled();
      expect([events, state(), error()]).to.deep.equal([[], 'ready', '']);
      expect(on.store.getSnapshot().member!.default_mfa_method).to.equal('totp');
      await waitUntil(() => focused() === 'Make default', focused());
    });

    it('Escape in the prompt is enough to cancel', async () => {
      const { press, prompt, settled, state, root } = await settings('Globex', STRICT);
      press('View Recovery codes');
      const asked = await prompt('code');
      const dialog = asked.root.querySelector('dialog')!;
      expect(dialog.matches(':modal')).to.equal(true);
      dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      await settled();
      expect([state(), root.querySelector('[part~=codes]')]).to.deep.equal(['ready', null]);
    });

    it('a text that could not be sent can be asked for again', async () => {
      const { on, press, answer, prompt, settled, events } = await settings('Initech', STRICT, (on) =>
        Object.assign(on.world.world.directory.organizationNamed('Initech')!, { mfa_policy: 'OPTIONAL' }),
      );
      on.world.faults([{ path: '/b2b/otps/sms/send', status: 500 }]);
      press('Remove Text message');
      await answer('Remove');
      const asked = await prompt('code');
      await waitUntil(() => asked.error());
      asked.press('Resend code');
      await waitUntil(() => on.world.outbox().length > 0 && on.store.view.busy === null);
      asked.types('Verification code', on.lastCode());
      await waitUntil(() => events.some((each) => typeof each === 'object'));
      await settled();
      expect(events.at(-1)).to.deep.equal({ method: 'sms_otp', change: 'removed' });
    });

    it('the prompt can stand below the list', async () => {
      const all = await settings(
        'Globex',
        html`<stytch-mfa-settings max-age="0" display="inline"></stytch-mfa-settings>`,
      );
      all.press('View Recovery codes');
      const { root } = await all.prompt('code');
      expect(root.querySelector('dialog')).to.equal(null);
      await prove(all);
      await all.prompt('save-codes');
    });

    it('it is said which button it is for', async () => {
      const { element, root, press, prompt, settled } = await settings(
        'Acme',
        html`<stytch-mfa-settings display="inline"></stytch-mfa-settings>`,
      );
      const marks = () =>
        [...root.querySelectorAll('.ways button')].map((each) => [
          each.getAttribute('aria-busy'),
          each.getAttribute('aria-disabled'),
        ]);
      press('Add Text message');
      const asked = await prompt('enroll-phone');
      expect(marks()).to.deep.equal([
        ['false', 'true'],
        ['true', 'true'],
      ]);
      const card = root.querySelector<HTMLElement>('section')!;
      expect(asked.root.querySelector<HTMLElement>('section')!.offsetWidth).to.equal(card.offsetWidth);
      await expect(element).to.be.accessible();
      asked.press('Cancel');
      await settled();
      expect(marks()).to.deep.equal([
        ['false', 'false'],
        ['false', 'false'],
      ]);
    });

    it('waits for what is under way', async () => {
      const { on, press, settled, events } = await settings('Globex', CARD, (on) =>
        Object.assign(adaIn(on, 'Globex'), PHONE),
      );
      on.world.faults([{ path: '/b2b/sessions/authenticate', delayMs: 200 }]);
      void on.store.actions.refresh();
      press('Make default Text message');
      await waitUntil(() => events.length > 0);
      await settled();
      expect(events).to.deep.equal([{ method: 'sms_otp', change: 'default' }]);
    });
  });

  describe('removing', () => {
    const removable = (on: Stage) => Object.assign(adaIn(on, 'Globex'), PHONE);

    it('asks first, and takes no for an answer', async () => {
      const { on, press, answer, root, state } = await settings('Globex', CARD, removable);
      press('Remove Authenticator app');
      await waitUntil(() => root.querySelector('dialog')?.textContent.includes('Remove your authenticator app?'));
      await answer('Cancel');
      await waitUntil(() => !root.querySelector('dialog'));
      expect([state(), on.world.requests().filter(({ method }) => method === 'DELETE').length]).to.deep.equal([
        'ready',
        0,
      ]);
      await waitUntil(() => focused() === 'Remove', focused());
    });

    it('takes the method away, and its recovery codes', async () => {
      const { press, answer, events, settled, names, root } = await settings('Globex', CARD, removable);
      press('Remove Authenticator app');
      await answer('Remove');
      await waitUntil(() => events.length > 0);
      await settled();
      expect(events).to.deep.equal([{ method: 'totp', change: 'removed' }]);
      expect(names()).to.deep.equal(['Add Authenticator app']);
      expect(root.querySelector('[role=status]')!.textContent).to.equal('Authenticator app has been removed.');
      await waitUntil(() => focused() === 'Add', focused());
    });

    it('says when it is refused', async () => {
      const { on, press, answer, events, settled, names, error, state } = await settings('Globex', CARD, removable);
      on.world.faults([
        { path: '/b2b/organizations/members/deleteTOTP', status: 403, errorType: 'session_authorization_error' },
      ]);
      press('Remove Authenticator app');
      await answer('Remove');
      await waitUntil(() => events.length > 0);
      await settled();
      expect([events, error(), state()]).to.deep.equal([
        ['not-allowed'],
        'This is not allowed for your account.',
        'failed',
      ]);
      expect(names()).to.include('Remove Authenticator app');
    });

    it('is once, however often it is pressed', async () => {
      const { on, press, answer, events, settled, root } = await settings('Globex', CARD, removable);
      on.world.faults([{ path: '/b2b/organizations/members/deletePhoneNumber', delayMs: 1000 }]);
      press('Remove Text message');
      await answer('Remove');
      await waitUntil(() => root.querySelector('[part~=base]')!.getAttribute('aria-busy') === 'true');
      press('Remove Authenticator app');
      expect(root.querySelector('dialog')).to.equal(null);
      await waitUntil(() => events.length > 0);
      await settled();
      expect(events).to.deep.equal([{ method: 'sms_otp', change: 'removed' }]);
    });
  });

  describe('recovery codes', () => {
    it('are shown', async () => {
      const { press, prompt, settled, events } = await settings('Globex');
      press('View Recovery codes');
      const { root, press: step } = await prompt('save-codes');
      await waitUntil(() => root.querySelectorAll('[part~=codes] li').length > 0);
      const codes = [...root.querySelectorAll('[part~=codes] li')].map((each) => each.textContent);
      expect(codes).to.deep.equal(SEED_RECOVERY_CODES);
      step('I saved my recovery codes');
      await settled();
      expect(events).to.deep.equal([]);
    });

    it('are made anew, after a question', async () => {
      const { press, prompt, answer, settled, events } = await settings('Globex');
      press('Make new ones Recovery codes');
      await answer('Continue');
      const { root, press: step } = await prompt('save-codes');
      await waitUntil(() => root.querySelectorAll('[part~=codes] li').length > 0);
      expect(root.querySelector('[part~=codes]')!.textContent).to.not.contain(SEED_RECOVERY_CODES[0]);
      step('I saved my recovery codes');
      await settled();
      expect(events).to.deep.equal([{ method: 'totp', change: 'codes-rotated' }]);
    });

    it('that may be new are to be looked at', async () => {
      const { on, press, answer, settled, events, error } = await settings('Globex');
      on.world.faults([{ path: '/b2b/recovery_codes/rotate', drop: true }]);
      press('Make new ones Recovery codes');
      await answer('Continue');
      await waitUntil(() => events.length > 0);
      await settled();
      expect([events, error()]).to.deep.equal([
        ['offline'],
        'It is not known whether you have new recovery codes now. View them to be sure.',
      ]);
    });

    it('that cannot be had are no dead end', async () => {
      const { on, press, settled, events, error, element } = await settings('Globex');
      on.world.faults([{ path: '/b2b/recovery_codes', status: 403, errorType: 'session_authorization_error' }]);
      press('View Recovery codes');
      await waitUntil(() => events.length > 0);
      await settled();
      expect([events, error()]).to.deep.equal([['not-allowed'], 'This is not allowed for your account.']);
      await waitUntil(() => element.querySelector('stytch-mfa-prompt') === null);
    });
  });

  it('puts in prompts of its own prefix', async () => {
    define({ prefix: 'acme' });
    const on = await stage(GLOBEX);
    const element = await shown<StytchMfaSettings>(on, html`<acme-mfa-settings max-age="0"></acme-mfa-settings>`);
    const { press } = about(on, element);
    press('View Recovery codes');
    await waitUntil(() => element.querySelector('acme-mfa-prompt'));
  });

  it('forgets what went wrong, and what was asked, with the session', async () => {
    const { on, press, root, state } = await settings('Globex', CARD, (on) =>
      Object.assign(adaIn(on, 'Globex'), PHONE),
    );
    press('Remove Text message');
    await waitUntil(() => root.querySelector('dialog')?.open);
    setTimeout(() => void on.store.actions.logout());
    await waitUntil(() => state() === 'hidden');
    expect(root.querySelector('dialog')).to.equal(null);
  });

  it('keeps what is secret out of its attributes and events', async () => {
    const { element, press, prompt } = await settings('Globex');
    const heard: string[] = [];
    for (const name of ['stytch-mfa-change', 'stytch-authenticated', 'stytch-error', 'stytch-cancel'])
      element.addEventListener(name, (event) => heard.push(JSON.stringify((event as CustomEvent).detail)));
    press('View Recovery codes');
    const { root, press: step } = await prompt('save-codes');
    await waitUntil(() => root.querySelectorAll('[part~=codes] li').length > 0);
    step('I saved my recovery codes');
    await waitUntil(() => !element.querySelector('stytch-mfa-prompt'));
    expect(heard.join()).to.not.contain(SEED_RECOVERY_CODES[0]);
  });

  for (const organization of ['Acme', 'Globex', 'Initech'])
    it(`is accessible in ${organization}`, async () => {
      const { element } = await settings(organization);
      await expect(element).to.be.accessible();
    });

  it('is accessible while it asks', async () => {
    const { element, press, root } = await settings('Globex');
    press('Make new ones Recovery codes');
    await waitUntil(() => root.querySelector('dialog')?.open);
    await Promise.all(
      root
        .querySelector('dialog')!
        .getAnimations()
        .map(({ finished }) => finished),
    );
    await expect(element).to.be.accessible();
    const heading = root.querySelector('dialog h2')!;
    expect(root.querySelector('dialog')!.getAttribute('aria-labelledby')).to.equal(heading.id);
  });

  it('tells the page of a change while it bubbles', async () => {
    const { element, press, on } = await settings('Globex', CARD, (on) => Object.assign(adaIn(on, 'Globex'), PHONE));
    setTimeout(() => press('Make default Text message'));
    const event = await oneEvent(element, 'stytch-mfa-change');
    expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
    expect(on.store.getSnapshot().member!.default_mfa_method).to.equal('sms_otp');
  });
});
