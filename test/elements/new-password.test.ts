import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { useFakeTimers } from 'sinon';
import '../../src/define/callback.js';
import type { Strength } from '../../src/client/reads.js';
import { inWords } from '../../src/elements/entrance/password-check.js';
import { choosing } from '../../src/messages/en-password.js';
import type { Messages } from '../../src/messages/messages.js';
import type { StytchCallback } from '../../src/elements/stytch-callback.js';
import { linkTo } from '../../stories/link.js';
import { shown, stage } from '../stage.js';
import { hands, waitUntil } from './person.js';

const GOOD = 'a zebra on the 7th roof';
const CHECK = '/b2b/passwords/strength_check';
const page = location.href;

/** Somebody who has opened a link to choose a new password. */
async function choosingOne() {
  const on = await stage(null);
  history.replaceState(null, '', linkTo(on, { purpose: 'password_reset', organization: 'Acme' }));
  const element = await shown<StytchCallback>(on, html`<stytch-callback></stytch-callback>`);
  const all = hands(on, element);
  await all.at('new-password');
  await element.updateComplete;
  const meter = element.querySelector('[role=meter]')!;
  return {
    ...{ on, element, ...all },
    hint: () => element.querySelector('.stytch-hint')!.textContent,
    level: () => [meter.getAttribute('data-level'), meter.getAttribute('aria-valuenow')],
    meter,
    isOff: () => element.querySelector('form button:not([type])')!.getAttribute('aria-disabled') === 'true',
    checks: () => all.asked('/passwords/strength_check'),
  };
}

describe('a new password', () => {
  afterEach(() => history.replaceState(null, '', page));

  it('is told to be good while it is typed, a moment after the last key', async () => {
    const clock = useFakeTimers({ now: Date.now(), toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    try {
      const { types, hint, isOff, checks, element, level, meter } = await choosingOne();
      expect([hint(), isOff(), level()]).to.deep.equal([choosing.password.hint, true, ['none', '0']]);
      types('Password', 'a zebra');
      clock.tick(400);
      types('Password', GOOD);
      await element.updateComplete;
      expect([hint(), checks()]).to.deep.equal(['Checking…', 0]);
      clock.tick(600);
      await waitUntil(() => !isOff());
      expect([checks(), level()]).to.deep.equal([1, ['4', '4']]);
      expect([hint(), meter.getAttribute('aria-valuetext')]).to.deep.equal(['Very strong password', hint()]);
    } finally {
      clock.restore();
    }
  });

  it('cannot be used while it is too easy to guess', async () => {
    const { types, press, hint, isOff, error, asked, field, element, level } = await choosingOne();
    types('Password', 'abc');
    await waitUntil(() => hint().startsWith('Too easy to guess'));
    expect([isOff(), level()]).to.deep.equal([true, ['0', '0']]);
    press('Continue');
    await waitUntil(() => error()?.startsWith('Too easy to guess'));
    expect([asked('/passwords/email/reset'), field('Password').value]).to.deep.equal([0, 'abc']);
    const described = element.querySelector('form button:not([type])')!.getAttribute('aria-describedby')!;
    expect(document.getElementById(described)?.textContent).to.equal(hint());
  });

  it('is refused when it is known from a breach', async () => {
    const { types, hint, isOff } = await choosingOne();
    types('Password', 'password123');
    await waitUntil(() => hint() === choosing.password.breached);
    expect(isOff()).to.equal(true);
  });

  it('is checked at once for whoever is quick, and used if it is good', async () => {
    const { types, press, at, checks, where } = await choosingOne();
    types('Password', GOOD);
    press('Continue');
    await at('done');
    expect([checks(), where()]).to.deep.equal([1, 'Acme']);
  });

  it('is not judged by a late answer about another one', async () => {
    const { on, element, types, hint, checks } = await choosingOne();
    const { strengthOf } = on.store;
    const answers: Promise<Strength>[] = [];
    on.store.strengthOf = (...asked) => {
      answers.push(strengthOf.apply(on.store, asked));
      return answers.at(-1)!;
    };
    on.world.faults([{ path: CHECK, delayMs: 1500 }]);
    types('Password', 'abc');
    await waitUntil(() => checks() === 1);
    types('Password', GOOD);
    await waitUntil(() => hint() === 'Very strong password');
    expect((await Promise.all(answers)).map(({ valid_password }) => valid_password)).to.deep.equal([false, true]);
    await element.updateComplete;
    expect(hint()).to.equal('Very strong password');
  });

  it('is the server’s to judge where it cannot be checked', async () => {
    const { on, types, press, hint, isOff, at } = await choosingOne();
    on.world.faults([{ path: CHECK, status: 500, times: 9 }]);
    types('Password', GOOD);
    await waitUntil(() => hint() === choosing.password.unchecked);
    expect(isOff()).to.equal(false);
    press('Continue');
    await at('done');
  });

  it('is in a form that password managers know', async () => {
    const { element, field } = await choosingOne();
    const { name, type, autocomplete, form } = field('Password');
    expect([name, type, autocomplete]).to.deep.equal(['password', 'password', 'new-password']);
    expect(form!.getRootNode()).to.equal(document);
    await expect(element).to.be.accessible();
  });

  const words = choosing as unknown as Messages;
  const luds = (feedback: Partial<Strength['luds_feedback']>) =>
    ({
      strength_policy: 'luds',
      luds_feedback: { has_lower_case: true, missing_characters: 0, missing_complexity: 0, ...feedback },
    }) as Strength;
  for (const [feedback, said] of [
    [{ missing_characters: 3 }, 'Add 3 more characters.'],
    [{ missing_characters: 1 }, 'Add 1 more character.'],
    [{ missing_complexity: 2 }, 'Mix in capital letters or digits or symbols.'],
    [
      { missing_characters: 2, missing_complexity: 1, has_digit: true },
      'Add 2 more characters. Mix in capital letters or symbols.',
    ],
    [{}, 'Too easy to guess. Add another word or two; uncommon ones are better.'],
  ] as const)
    it(`is told what a rule misses: ${said}`, () => {
      expect(inWords(luds(feedback), words)).to.equal(said);
    });
});
