import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, render } from 'lit';
import type { World } from '../../emulator/index.js';
import { SEED_PASSWORD, SEED_TOTP_SECRET } from '../../emulator/seed.js';
import '../../src/define/org-switcher.js';
import type { StytchOrgSwitcher } from '../../src/elements/stytch-org-switcher.js';
import { define } from '../../src/index.js';
import { type Role, shown, type Stage, stage, totpCode } from '../stage.js';
import { hands as person, waitUntil } from './person.js';

const SEVERAL: Role = { email: 'several@example.com', organization: 'Organization 001' };
const MANY: Role = { email: 'many@example.com', organization: 'Organization 00001' };
const SOLO: Role = { email: 'solo@example.com' };
const switcher = html`<stytch-org-switcher></stytch-org-switcher>`;

/** A switcher for somebody, Ada in Acme if nobody else is named, and their hands. */
async function given(content: unknown = switcher, role?: Role | null, seed?: (world: World) => void) {
  const on = await stage(role, seed && { seed });
  const element = await shown<StytchOrgSwitcher>(on, content);
  return { on, element, ...hands(on, element) };
}

/** What a person can see and do. */
function hands(on: Stage, element: StytchOrgSwitcher) {
  const root = element.shadowRoot!;
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector);
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const words = (node?: Element | null) => node?.textContent.replace(/[\s\u200c]+/g, ' ').trim();
  const trigger = () => find<HTMLButtonElement>('[part~=trigger]')!;
  const popover = () => find('[part~=popover]')!;
  const options = () => all('[role=option]');
  const nameOf = (option: Element) => words(option.querySelector('[part~=option-name]'));
  const option = (name: string) => options().find((each) => nameOf(each) === name)!;
  const at = (state: string) =>
    waitUntil(() => element.dataset['state'] === state, `${element.dataset['state']} is not ${state}`);
  return {
    ...{ root, find, all, words, trigger, popover, options, nameOf, option, at },
    initials: (name: string) => option(name).querySelector<HTMLElement>('.mark')!.dataset['initials'],
    input: () => find<HTMLInputElement>('input'),
    list: () => find('[role=listbox]')!,
    isOpen: () => popover().matches(':popover-open'),
    active: () => {
      const control = root.querySelector('[aria-activedescendant]');
      const id = control?.getAttribute('aria-activedescendant');
      return id ? nameOf(root.getElementById(id)!) : undefined;
    },
    open: async () => {
      trigger().click();
      await waitUntil(() => options().length > 0, 'no options');
      await element.updateComplete;
    },
    choose: async (name: string) => {
      trigger().click();
      await waitUntil(() => option(name), `no ${name}`);
      option(name).click();
    },
    press: (name: string) => {
      const button = all('button').find((each) => words(each) === name && each.checkVisibility());
      if (!button) throw new Error(`no button “${name}”`);
      button.click();
    },
    said: () => words(find('[role=status]')),
    notice: () => words(find('[part~=notice] p')),
    asked: (path: string) => on.world.requests().filter((each) => each.path.endsWith(path)).length,
    where: () => on.store.getSnapshot().organization?.organization_name,
    fails: (times = 1) => on.world.faults([{ path: '/b2b/sessions/exchange', status: 500, times }]),
  };
}

/** Makes Ada a plain member of more organizations. */
const alsoIn =
  (...names: string[]) =>
  (world: World) => {
    const [ada] = world.directory.membersOf('ada@example.com');
    const model = world.directory.organizationNamed('Acme')!;
    names.forEach((organization_name, index) => {
      const organization_id = `organization-test-more-${index}`;
      const organization_slug = `more-${index}`;
      world.directory.addOrganization({ ...model, organization_id, organization_slug, organization_name });
      world.directory.addMember({ ...ada!, organization_id, member_id: `member-test-more-${index}` });
    });
  };

/** Gives Globex a logo. */
const logo = (url: string) => (world: World) => {
  world.directory.organizationNamed('Globex')!.organization_logo_url = url;
};

/** Checks with axe when nothing moves any more. */
async function accessible(element: StytchOrgSwitcher): Promise<void> {
  const passing = element.shadowRoot!.getAnimations().filter((each) => each.effect?.getTiming().iterations === 1);
  await Promise.all(passing.map((each) => each.finished));
  await expect(element).to.be.accessible();
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('<stytch-org-switcher>', () => {
  describe('closed', () => {
    it('names the organization a person is in', async () => {
      const { element, trigger, words } = await given();
      expect(trigger().getAttribute('aria-label')).to.equal('Switch organization, current: Acme');
      expect(words(trigger())).to.contain('Acme');
      expect([element.dataset['state'], element.matches(':state(closed)')]).to.deep.equal(['closed', true]);
      await accessible(element);
    });

    it('can not be opened while nobody is signed in', async () => {
      const { element, trigger, words, isOpen } = await given(switcher, null);
      expect([trigger().disabled, words(trigger()), element.dataset['state']]).to.deep.equal([
        true,
        'Signed out',
        'signed-out',
      ]);
      element.show();
      expect(isOpen()).to.equal(false);
      await accessible(element);
    });

    it('keeps its size from before anything is known', async () => {
      const element = await fixture<StytchOrgSwitcher>(switcher);
      const before = element.getBoundingClientRect();
      expect(element.dataset['state']).to.equal('loading');
      const { element: after } = await given();
      expect([after.offsetWidth, after.offsetHeight]).to.deep.equal([before.width, before.height]);
    });

    it('follows a switch made elsewhere', async () => {
      const { on, trigger, words, element } = await given(switcher, undefined, alsoIn('Soylent'));
      await on.store.actions.switchOrganization('organization-test-more-0');
      await element.updateComplete;
      expect(words(trigger())).to.contain('Soylent');
    });

    it('follows another provider when it is moved there', async () => {
      const { element, words, trigger, popover, options } = await given();
      const other = await stage(SOLO);
      const place = await shown(other, html`<p></p>`);
      const theirs = other.world.requests().length;
      place.after(element);
      await element.updateComplete;
      trigger().click();
      await waitUntil(() => options().length > 0);
      expect([words(trigger())!.endsWith('Acme'), options().length]).to.deep.equal([true, 1]);
      expect(other.world.requests().length).to.equal(theirs + 1);
      expect(popover().matches(':popover-open')).to.equal(true);
    });
  });

  describe('open', () => {
    it('shows each organization, and before any click what it will ask for', async () => {
      const { element, open, options, words, nameOf, find } = await given();
      await open();
      const rows = options().map((each) => [nameOf(each), words(each.querySelector('[part~=badge]'))]);
      expect(Object.fromEntries(rows)).to.deep.equal({
        Acme: undefined,
        Globex: 'Requires verification',
        Initech: 'Requires verification',
        Hooli: 'Requires verification',
        Umbrella: 'Requires single sign-on',
        Stark: 'Invited',
        Wayne: 'Join',
      });
      expect(rows.slice(-2).map(([name]) => name)).to.deep.equal(['Stark', 'Wayne']);
      expect(words(find('[part~=section]'))).to.equal('Invitations and suggestions');
      expect(element.dataset['state']).to.equal('open');
      await accessible(element);
    });

    it('marks the current organization and gives the list the focus', async () => {
      const { open, options, list, root, active, nameOf, trigger } = await given();
      await open();
      const selected = options().filter((each) => each.ariaSelected === 'true');
      expect(selected.map(nameOf)).to.deep.equal(['Acme']);
      expect([root.activeElement, active(), trigger().ariaExpanded]).to.deep.equal([list(), 'Acme', 'true']);
    });

    it('is in the top layer, inside a dialog and where overflow is hidden, too', async () => {
      const on = await stage();
      const page = html`
        <dialog>
          <div style="overflow: hidden; height: 60px; transform: translate(10px)">${switcher}</div>
        </dialog>
      `;
      const dialog = await shown<HTMLDialogElement>(on, page);
      dialog.showModal();
      const element = dialog.querySelector('stytch-org-switcher')!;
      const { open, option, isOpen } = hands(on, element);
      await open();
      await waitUntil(() => {
        const { left, top, width, height } = option('Globex').getBoundingClientRect();
        return element.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2)?.closest('[role=option]');
      });
      await sendKeys({ press: 'Escape' });
      expect([isOpen(), dialog.open]).to.deep.equal([false, true]);
    });

    it('opens where there is room', async () => {
      const { open, popover, trigger, element } = await given();
      for (const [style, isAbove, isRight] of [
        ['position: fixed; inset-block-end: 4px; inset-inline-end: 4px', true, true],
        ['position: fixed; inset-block-start: 4px; inset-inline-start: 4px', false, false],
      ] as const) {
        element.setAttribute('style', style);
        await open();
        await waitUntil(() => popover().style.left !== '');
        const [box, anchor] = [popover().getBoundingClientRect(), trigger().getBoundingClientRect()];
        expect(isAbove ? box.bottom <= anchor.top : box.top >= anchor.bottom, style).to.equal(true);
        expect([box.left >= 0, box.right <= innerWidth], style).to.deep.equal([true, true]);
        expect(box.left < anchor.left, style).to.equal(isRight);
        element.hide();
        await soon();
      }
    });

    it('begins at the right where text does', async () => {
      const { open, popover, trigger } = await given(html`<stytch-org-switcher dir="rtl"></stytch-org-switcher>`);
      await open();
      await waitUntil(() => popover().style.left !== '');
      const [box, anchor] = [popover().getBoundingClientRect(), trigger().getBoundingClientRect()];
      expect(Math.abs(box.right - anchor.right) < 1 || Math.abs(box.left - 8) < 1).to.equal(true);
    });

    it('says so to a person with one organization', async () => {
      const { open, words, find, options } = await given(switcher, SOLO);
      await open();
      expect([options().length, words(find('[part~=empty]'))]).to.deep.equal([
        1,
        'You do not belong to any other organization.',
      ]);
    });

    it('says that it is loading, and what went wrong, and tries again', async () => {
      const { on, element, trigger, notice, press, list, options } = await given();
      on.world.faults([{ path: '/b2b/discovery/organizations', status: 500, delayMs: 500 }]);
      trigger().click();
      await waitUntil(() => list()?.ariaBusy === 'true');
      await accessible(element);
      await waitUntil(() => notice() === 'Something went wrong. Try again.');
      await accessible(element);
      press('Try again');
      await waitUntil(() => options().length === 7);
      expect(notice()).to.equal(undefined);
    });

    it('says when it is offline', async () => {
      const { open, notice, element } = await given();
      await open();
      dispatchEvent(new Event('offline'));
      await element.updateComplete;
      expect(notice()).to.contain('You seem to be offline.');
      dispatchEvent(new Event('online'));
    });

    it('closes on Escape and gives the focus back', async () => {
      const { open, isOpen, root, trigger, at } = await given();
      await open();
      await sendKeys({ press: 'Escape' });
      await at('closed');
      expect([isOpen(), root.activeElement, trigger().ariaExpanded]).to.deep.equal([false, trigger(), 'false']);
    });

    it('closes when a person goes on with Tab', async () => {
      const { open, at } = await given(html`<stytch-org-switcher></stytch-org-switcher><button>next</button>`);
      await open();
      await sendKeys({ press: 'Tab' });
      await at('closed');
    });

    it('closes when the session ends', async () => {
      const { on, open, isOpen, at } = await given();
      await open();
      await on.store.actions.logout();
      await at('signed-out');
      expect(isOpen()).to.equal(false);
    });

    it('reads one list for fifty switchers, when the first is pointed at', async () => {
      const on = await stage();
      const content = Array.from({ length: 50 }, () => switcher);
      const first = await shown<StytchOrgSwitcher>(on, html`${content}`);
      for (const each of first.parentElement!.querySelectorAll('stytch-org-switcher'))
        each.shadowRoot!.querySelector('button')!.dispatchEvent(new PointerEvent('pointerenter'));
      const { open, options, asked } = hands(on, first);
      await open();
      expect([options().length, asked('/discovery/organizations')]).to.deep.equal([7, 1]);
    });
  });

  describe('by keyboard', () => {
    it('opens with an arrow, moves with the keys of a listbox, and chooses with Enter', async () => {
      const { trigger, active, list, root, at } = await given();
      trigger().focus();
      await sendKeys({ press: 'ArrowDown' });
      await waitUntil(() => active() === 'Acme' && root.activeElement === list());
      for (const [key, name] of [
        ['ArrowDown', 'Globex'],
        ['End', 'Wayne'],
        ['ArrowDown', 'Wayne'],
        ['ArrowUp', 'Stark'],
        ['Home', 'Acme'],
        ['PageDown', 'Wayne'],
        ['u', 'Umbrella'],
      ] as const) {
        await sendKeys({ press: key });
        await waitUntil(() => active() === name, `${key}: ${active()} is not ${name}`);
      }
      await sendKeys({ press: 'Enter' });
      await at('pending');
    });

    it('says how many there are', async () => {
      const { open, said } = await given();
      await open();
      expect(said()).to.equal('7 organizations');
    });

    it('finds by typing several letters', async () => {
      const { open, list, active } = await given(switcher, undefined, alsoIn());
      await open();
      for (const key of ['s', 't', 'a']) list().dispatchEvent(new KeyboardEvent('keydown', { key }));
      await waitUntil(() => active() === 'Stark');
    });
  });

  describe('with a filter', () => {
    const names = ['Zürich Äpfel', 'Apfel', 'Der Apfel'];
    const filtered = async () => {
      const made = await given(switcher, undefined, alsoIn(...names));
      await made.open();
      const type = async (text: string) => {
        made.input()!.value = text;
        made.input()!.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await made.element.updateComplete;
      };
      return { ...made, type, names: () => made.options().map(made.nameOf) };
    };

    it('has a field from eight organizations on, which has the focus', async () => {
      const { input, root, element } = await filtered();
      expect([input()!.ariaLabel, input()!.getAttribute('role')]).to.deep.equal(['Search organizations', 'combobox']);
      expect(root.activeElement).to.equal(input());
      await accessible(element);
    });

    it('finds by name, best first, whatever the accents, and says how many', async () => {
      const { type, names, said } = await filtered();
      await type('ápfel');
      expect(names()).to.deep.equal(['Apfel', 'Zürich Äpfel', 'Der Apfel']);
      expect(said()).to.equal('3 organizations');
    });

    it('finds by slug and by identifier', async () => {
      const { type, names } = await filtered();
      await type('more-1');
      expect(names()).to.deep.equal(['Apfel']);
      await type('organization-test-more-0');
      expect(names()).to.deep.equal(['Zürich Äpfel']);
    });

    it('says when nothing matches', async () => {
      const { element, type, names, said, find, words } = await filtered();
      await type('nowhere');
      expect(names()).to.deep.equal([]);
      expect([said(), words(find('[part~=empty]'))]).to.deep.equal(
        Array.from({ length: 2 }, () => 'No organization matches “nowhere”'),
      );
      await accessible(element);
    });

    it('moves through the matches and chooses one', async () => {
      const { on, type, active, at, where } = await filtered();
      await type('apf');
      await sendKeys({ press: 'ArrowDown' });
      await waitUntil(() => active() === 'Zürich Äpfel');
      await sendKeys({ press: 'Home' });
      await sendKeys({ press: 'Enter' });
      await on.until(({ organization }) => organization?.organization_name === 'Apfel');
      await at('closed');
      expect(where()).to.equal('Apfel');
    });

    it('forgets the filter when it is closed', async () => {
      const { type, element, open, input } = await filtered();
      await type('apf');
      element.hide();
      await element.updateComplete;
      await open();
      expect(input()!.value).to.equal('');
    });
  });

  describe('with many organizations', () => {
    it('renders a window of ten thousand, says how many there are, and reaches the last by keyboard', async () => {
      const { open, options, active, list } = await given(switcher, MANY);
      await open();
      await waitUntil(() => options().length > 1);
      expect(options().length).to.be.below(40);
      expect(options()[0]!.ariaSetSize).to.equal('10000');
      await sendKeys({ press: 'End' });
      await waitUntil(() => active() === 'Ωrganization 10000' || active()?.endsWith('10000'), active());
      expect(options().at(-1)!.ariaPosInSet).to.equal('10000');
      expect(options().length).to.be.below(40);
      await waitUntil(() => {
        const [row, box] = [options().at(-1)!.getBoundingClientRect(), list().getBoundingClientRect()];
        return row.top >= box.top && row.bottom <= box.bottom + 1;
      }, 'the last row is seen whole');
      await sendKeys({ press: 'PageUp' });
      await waitUntil(() => /0999\d$/.test(active()!), active());
    });

    it('shows the rows that are scrolled to', async () => {
      const { open, options, list } = await given(switcher, SEVERAL);
      await open();
      list().scrollTop = 8000;
      await waitUntil(() => Number(options()[0]!.ariaPosInSet) > 100);
      const box = list().getBoundingClientRect();
      const middle = options().some((each) => {
        const row = each.getBoundingClientRect();
        return row.top <= box.top + 100 && row.bottom >= box.top + 100;
      });
      expect(middle).to.equal(true);
    });
  });

  describe('while an organization waits for verification', () => {
    const lists = ({ world }: Stage) =>
      world.requests().filter(({ path }) => path.endsWith('/discovery/organizations'));

    it('does not ask for the list, let alone again and again when it cannot be had', async () => {
      const { on, element } = await given(switcher);
      on.world.faults([{ path: '/b2b/discovery/organizations', status: 500, times: 1000 }]);
      await on.store.actions.switchOrganization(on.id('Globex'));
      await element.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(lists(on).length).to.be.at.most(1);
    });

    it('goes to another organization at once, from beside a prompt of the page', async () => {
      const beside = html`<stytch-org-switcher></stytch-org-switcher><stytch-mfa-prompt></stytch-mfa-prompt>`;
      const { on, element, choose, isOpen } = await given(beside);
      await on.store.actions.switchOrganization(on.id('Globex'));
      await waitUntil(() => element.nextElementSibling!.querySelector('input')); // which takes the focus
      await choose('Initech');
      await on.until(({ pending }) => pending?.kind === 'mfa' && pending.organization.organization_name === 'Initech');
      await waitUntil(() => !isOpen());
    });

    it('closes when somebody goes back to where they were', async () => {
      const beside = html`<stytch-org-switcher></stytch-org-switcher><stytch-mfa-prompt></stytch-mfa-prompt>`;
      const { on, element, choose, isOpen } = await given(beside);
      await on.store.actions.switchOrganization(on.id('Globex'));
      await waitUntil(() => element.nextElementSibling!.querySelector('input')); // which takes the focus
      await choose('Acme');
      await on.until(({ organization }) => organization?.organization_name === 'Acme');
      await waitUntil(() => !isOpen());
    });
  });

  describe('switching', () => {
    it('goes to a plain organization, tells the page and the person', async () => {
      const { on, element, choose, said, isOpen, root, trigger } = await given(switcher, undefined, alsoIn('Soylent'));
      setTimeout(() => void choose('Soylent'));
      const { detail } = await oneEvent(element, 'stytch-switch');
      expect([detail.organization.organization_name, detail.previousOrganizationId]).to.deep.equal([
        'Soylent',
        on.id('Acme'),
      ]);
      await element.updateComplete;
      expect([said(), isOpen(), root.activeElement]).to.deep.equal(['Switched to Soylent', false, trigger()]);
      expect(trigger().ariaLabel).to.equal('Switch organization, current: Soylent');
    });

    it('asks the page first, with what will be entered', async () => {
      const { element, choose, asked, at } = await given();
      element.addEventListener('stytch-switch-before', (event) => event.preventDefault());
      setTimeout(() => void choose('Globex'));
      const { detail } = await oneEvent(element, 'stytch-switch-before');
      expect(detail.organization.organization_name).to.equal('Globex');
      await at('open');
      expect(asked('/sessions/exchange')).to.equal(0);
    });

    it('waits for what the page has to do first', async () => {
      const { on, element, choose, asked, at } = await given();
      let done = () => {};
      element.addEventListener('stytch-switch-before', (event) =>
        event.waitUntil(new Promise<void>((resolve) => (done = resolve))),
      );
      await choose('Globex');
      await at('switching');
      await soon();
      expect(asked('/sessions/exchange')).to.equal(0);
      done();
      await on.until(({ status }) => status === 'pending');
    });

    it('stays where it is when what the page had to do has failed', async () => {
      const { element, choose, asked, at, where } = await given();
      element.addEventListener('stytch-switch-before', (event) =>
        event.waitUntil(Promise.reject(new Error('unsaved'))),
      );
      await choose('Globex');
      await at('open');
      expect([asked('/sessions/exchange'), where()]).to.deep.equal([0, 'Acme']);
    });

    it('switches once for a double click, and shows what is under way', async () => {
      const { on, choose, option, asked, at, trigger } = await given(switcher, undefined, alsoIn('Soylent'));
      on.world.faults([{ path: '/b2b/sessions/exchange', delayMs: 500 }]);
      await choose('Soylent');
      option('Soylent').click();
      await at('switching');
      expect([option('Soylent').ariaBusy, trigger().ariaBusy]).to.deep.equal(['true', 'true']);
      await at('closed');
      expect(asked('/sessions/exchange')).to.equal(1);
    });

    it('goes to the last of two', async () => {
      const { on, element, choose, option, where } = await given(switcher, undefined, alsoIn('Soylent', 'Tyrell'));
      const events: string[] = [];
      element.addEventListener('stytch-switch', ({ detail }) => events.push(detail.organization.organization_name));
      on.world.faults([{ path: '/b2b/sessions/exchange', delayMs: 500 }]);
      await choose('Soylent');
      await soon();
      option('Tyrell').click();
      await waitUntil(() => events.length > 0);
      await soon();
      expect([where(), ...events]).to.deep.equal(['Tyrell', 'Tyrell']);
    });

    it('stays if the current organization is chosen while another one is on its way', async () => {
      const { on, element, choose, option, where, at } = await given(switcher, undefined, alsoIn('Soylent'));
      let switched = false;
      element.addEventListener('stytch-switch', () => (switched = true));
      on.world.faults([{ path: '/b2b/sessions/exchange', delayMs: 500 }]);
      await choose('Soylent');
      await soon();
      option('Acme').click();
      await at('closed');
      await waitUntil(() => on.store.view.busy === null);
      await soon();
      expect([where(), switched]).to.deep.equal(['Acme', false]);
    });

    it('says what went wrong, stays, and tries again', async () => {
      const { on, element, choose, fails, notice, press, at, where } = await given(
        switcher,
        undefined,
        alsoIn('Soylent'),
      );
      fails();
      setTimeout(() => void choose('Soylent'));
      const { detail } = await oneEvent(element, 'stytch-error');
      expect([detail.error.code, detail.error.retryable]).to.deep.equal(['unknown', true]);
      await at('error');
      expect(notice()).to.equal('Could not switch to Soylent.');
      expect(where()).to.equal('Acme');
      await accessible(element);
      press('Try again');
      await on.until(({ organization }) => organization?.organization_name === 'Soylent');
      await at('closed');
    });

    it('tells somebody who has closed the list what went wrong', async () => {
      const { on, element, choose, said, at } = await given();
      on.world.faults([{ path: '/b2b/sessions/exchange', status: 500, delayMs: 500 }]);
      await choose('Globex');
      element.hide();
      await at('error');
      expect(said()).to.contain('Could not switch to Globex.');
    });

    it('closes when the current organization is chosen', async () => {
      const { choose, at, asked } = await given();
      await choose('Acme');
      await at('closed');
      expect(asked('/sessions/exchange')).to.equal(0);
    });
  });

  describe('to an organization that asks for a second factor', () => {
    it('asks for it in place, and the switch resumes', async () => {
      const { on, element, choose, at, trigger, isOpen } = await given();
      setTimeout(() => void choose('Globex'));
      const { detail } = await oneEvent(element, 'stytch-pending');
      expect(detail.pending.kind).to.equal('mfa');
      await at('pending');
      const prompt = element.querySelector('stytch-mfa-prompt')!;
      expect([prompt.slot, prompt.getAttribute('display'), isOpen()]).to.deep.equal(['prompt', 'dialog', false]);
      expect(trigger().ariaLabel).to.equal('Switch organization: Globex, verification needed');
      setTimeout(() => void on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET)));
      const switched = await oneEvent(element, 'stytch-switch');
      expect([switched.detail.organization.organization_name, switched.detail.previousOrganizationId]).to.deep.equal([
        'Globex',
        on.id('Acme'),
      ]);
      await at('closed');
      expect(element.childElementCount).to.equal(0);
    });

    it('is back in the organization before when that is cancelled, without a switch', async () => {
      const { on, element, choose, at, trigger, root, where } = await given();
      let switched = false;
      element.addEventListener('stytch-switch', () => (switched = true));
      await choose('Globex');
      await at('pending');
      await on.store.actions.cancelPending();
      await at('closed');
      expect([where(), switched, element.childElementCount]).to.deep.equal(['Acme', false, 0]);
      expect([trigger().ariaLabel, root.activeElement]).to.deep.equal([
        'Switch organization, current: Acme',
        trigger(),
      ]);
    });

    it('leaves it to a prompt of the page', async () => {
      const page = html`<stytch-org-switcher></stytch-org-switcher><stytch-mfa-prompt></stytch-mfa-prompt>`;
      const { element, choose, at } = await given(page);
      await choose('Globex');
      await at('pending');
      expect(element.childElementCount).to.equal(0);
    });

    it('opens one prompt, at the switcher that was used', async () => {
      const on = await stage();
      const first = await shown<StytchOrgSwitcher>(on, html`${switcher}${switcher}`);
      const second = first.nextElementSibling as StytchOrgSwitcher;
      const { choose, at } = hands(on, second);
      await choose('Globex');
      await at('pending');
      expect([first.childElementCount, second.childElementCount]).to.deep.equal([0, 1]);
      second.remove();
      await first.updateComplete;
      expect([first.childElementCount, second.childElementCount]).to.deep.equal([1, 0]);
    });

    for (const [whose, page] of [
      ['its own', switcher],
      ['the page’s', html`<stytch-org-switcher></stytch-org-switcher><stytch-mfa-prompt></stytch-mfa-prompt>`],
    ] as const)
      it(`counts as a switch when it was begun before a reload, in ${whose} prompt`, async () => {
        const on = await stage();
        await on.store.actions.switchOrganization(on.id('Globex'));
        on.store.reason = 'load'; // as the store says of what it found in this tab's storage
        const element = await shown<StytchOrgSwitcher>(on, page);
        await hands(on, element).at('pending');
        await soon();
        setTimeout(() => void on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET)));
        const { detail } = await oneEvent(element, 'stytch-switch');
        expect([detail.organization.organization_name, detail.previousOrganizationId]).to.deep.equal([
          'Globex',
          on.id('Acme'),
        ]);
      });

    it('makes a prompt with the prefix of its own tag', async () => {
      define({ prefix: 'acme' });
      const { element, choose, at } = await given(html`<acme-org-switcher></acme-org-switcher>`);
      await choose('Globex');
      await at('pending');
      expect(element.firstElementChild?.localName).to.equal('acme-mfa-prompt');
    });
  });

  describe('to an organization that asks for another first factor', () => {
    /** On the way to Umbrella, which accepts these methods; what asks for one, and the hands for that. */
    async function steppingUp(allowed: readonly string[], content = switcher) {
      const accepting = (world: World) => {
        const umbrella = world.directory.organizationNamed('Umbrella')!;
        Object.assign(umbrella, { allowed_auth_methods: allowed });
      };
      const made = await given(content, undefined, accepting);
      await made.choose('Umbrella');
      await made.at('pending');
      const child = made.element.querySelector<HTMLElement>(':scope > [slot=prompt]')!;
      await waitUntil(() => child.dataset['state'] === 'methods', 'no methods');
      return { ...made, child, asks: person(made.on, child) };
    }

    it('asks for it in place, in a dialog, by what the organization accepts', async () => {
      const { child, asks } = await steppingUp(['sso', 'google_oauth']);
      expect(child.localName).to.equal('stytch-step-up');
      expect(asks.root.querySelector('dialog')!.matches(':modal')).to.equal(true);
      expect(asks.heading()).to.equal('Umbrella asks you to sign in again');
      expect(asks.names()).to.deep.equal(['Continue with single sign-on', 'Continue with Google', 'Cancel']);
    });

    it('switches once it is proved', async () => {
      const { on, element, asks, at, where } = await steppingUp(['password']);
      asks.press('Use your password');
      await asks.at('password');
      asks.types('Password', SEED_PASSWORD);
      setTimeout(() => asks.press('Continue'));
      const { detail } = await oneEvent(element, 'stytch-switch');
      expect([detail.organization.organization_id, detail.previousOrganizationId]).to.deep.equal([
        on.id('Umbrella'),
        on.id('Acme'),
      ]);
      await at('closed');
      expect([where(), element.childElementCount]).to.deep.equal(['Umbrella', 0]);
    });

    it('goes on with a second factor, in place, too', async () => {
      const strict = (world: World) => {
        const restricted = { auth_methods: 'RESTRICTED', allowed_auth_methods: ['password'] };
        Object.assign(world.directory.organizationNamed('Globex')!, restricted);
      };
      const { on, element, choose, at, where } = await given(switcher, undefined, strict);
      await choose('Globex');
      const prompt = (tag: string) => element.querySelector<HTMLElement>(`:scope > ${tag}`);
      await waitUntil(() => prompt('stytch-step-up')?.dataset['state'] === 'methods');
      const { press, types, at: stands } = person(on, prompt('stytch-step-up')!);
      press('Use your password');
      await stands('password');
      types('Password', SEED_PASSWORD);
      press('Continue');
      await waitUntil(() => prompt('stytch-mfa-prompt')?.dataset['state'] === 'code');
      expect(prompt('stytch-step-up')).to.equal(null);
      setTimeout(() => person(on, prompt('stytch-mfa-prompt')!).types('Verification code', totpCode(SEED_TOTP_SECRET)));
      await oneEvent(element, 'stytch-switch');
      await at('closed');
      expect(where()).to.equal('Globex');
    });

    it('is back in the organization before when that is cancelled, without a switch', async () => {
      const switches: Event[] = [];
      const { element, root, trigger, asks, at, where } = await steppingUp(['sso']);
      element.addEventListener('stytch-switch', (event) => switches.push(event));
      setTimeout(() => asks.press('Cancel'));
      const { detail } = await oneEvent(element, 'stytch-cancel');
      expect(detail).to.deep.equal({ restored: true });
      await at('closed');
      await waitUntil(() => root.activeElement === trigger());
      expect([where(), element.childElementCount, switches.length]).to.deep.equal(['Acme', 0, 0]);
    });

    it('explains when it accepts nothing', async () => {
      const { asks, at, where } = await steppingUp([]);
      expect(asks.text()).to.contain('It accepts no way of signing in that is open to you.');
      asks.press('Cancel');
      await at('closed');
      expect(where()).to.equal('Acme');
    });

    it('tries again if the session before could not be reached', async () => {
      const { on, asks, at, where } = await steppingUp(['sso']);
      on.world.faults([{ path: '/b2b/sessions/authenticate', drop: true }]);
      asks.press('Cancel');
      await asks.at('return');
      expect(asks.heading()).to.equal('Going back to Acme');
      asks.press('Try again');
      await at('closed');
      expect(where()).to.equal('Acme');
    });

    it('leaves it to a prompt of the page', async () => {
      const { on, element, choose, at } = await given(html`${switcher}<stytch-step-up></stytch-step-up>`);
      await choose('Umbrella');
      await at('pending');
      const page = element.parentElement!.querySelector<HTMLElement>(':scope > stytch-step-up')!;
      await person(on, page).at('methods');
      expect(element.childElementCount).to.equal(0);
      expect(page.shadowRoot!.querySelector('dialog')).to.equal(null);
    });
  });

  describe('where tokens cannot be kept', () => {
    const httpOnly = async () => {
      const made = await given();
      Object.defineProperty(made.on.store, 'canReturn', { get: () => false });
      return made;
    };

    it('asks before it leaves, and stays', async () => {
      const { choose, find, words, press, asked, where, element } = await httpOnly();
      await choose('Globex');
      await waitUntil(() => find('dialog'));
      expect(words(find('dialog h2'))).to.equal('Leave for Globex?');
      expect(words(find('dialog [part~=text]'))).to.contain('signed out of Acme');
      await accessible(element);
      press('Cancel');
      await element.updateComplete;
      expect([find('dialog'), asked('/sessions/exchange'), where()]).to.deep.equal([null, 0, 'Acme']);
    });

    it('asks before it leaves, and goes', async () => {
      const { choose, find, press, at } = await httpOnly();
      await choose('Globex');
      await waitUntil(() => find('dialog'));
      press('Continue');
      await at('pending');
      expect(find('dialog')).to.equal(null);
    });
  });

  describe('afterwards', () => {
    const goesTo = async (target: string, slug = 'soylent/green') => {
      const named = (world: World) => {
        alsoIn('Soylent')(world);
        world.directory.organizationNamed('Soylent')!.organization_slug = slug;
      };
      const content = html`<stytch-org-switcher redirect-to=${target}></stytch-org-switcher>`;
      return given(content, undefined, named);
    };

    it('goes to the address of the organization', async () => {
      const { element, choose } = await goesTo('/o/{slug}?id={id}');
      const order: string[] = [];
      element.addEventListener('stytch-switch', () => order.push('switch'));
      element.addEventListener('stytch-redirect', (event) => event.preventDefault());
      setTimeout(() => void choose('Soylent'));
      const { detail } = await oneEvent(element, 'stytch-redirect');
      order.push(detail.url);
      const url = `${location.origin}/o/soylent%2Fgreen?id=organization-test-more-0`;
      expect(order).to.deep.equal(['switch', url]);
    });

    it('goes there after verification, too', async () => {
      const { on, element, choose, at } = await goesTo('/o/{slug}');
      element.addEventListener('stytch-redirect', (event) => event.preventDefault());
      await choose('Globex');
      await at('pending');
      setTimeout(() => void on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET)));
      const { detail } = await oneEvent(element, 'stytch-redirect');
      expect(detail.url).to.equal(`${location.origin}/o/globex`);
    });

    for (const target of ['https://evil.example/{slug}', 'javascript:alert(1)', '//evil.example'])
      it(`refuses to go to ${target}`, async () => {
        const { element, choose } = await goesTo(target);
        setTimeout(() => void choose('Soylent'));
        const { detail } = await oneEvent(element, 'stytch-error');
        expect([detail.error.code, detail.error.detail]).to.deep.equal(['misconfigured', 'redirect']);
      });
  });

  describe('with what a page adds', () => {
    it('offers to create an organization', async () => {
      const { element, open, press, isOpen } = await given(
        html`<stytch-org-switcher allow-create></stytch-org-switcher>`,
      );
      await open();
      setTimeout(() => press('Create organization'));
      const event = await oneEvent(element, 'stytch-create');
      expect([event.bubbles, event.composed, event.cancelable, isOpen()]).to.deep.equal([true, true, true, false]);
    });

    it('shows the page’s own parts, and stays open while they have the focus', async () => {
      const { open, element, isOpen } = await given(
        html`<stytch-org-switcher><a slot="footer" href="#all">All organizations</a></stytch-org-switcher>`,
      );
      await open();
      element.querySelector('a')!.focus();
      await soon();
      expect([isOpen(), document.activeElement]).to.deep.equal([true, element.querySelector('a')]);
    });
  });

  describe('with hostile data', () => {
    it('shows a name as text, without what reverses or hides it', async () => {
      const name = '\u202e<img src=x onerror="window.pwned = 1">\u200b\u2066Evil';
      const { open, options, words } = await given(switcher, undefined, alsoIn(name));
      await open();
      const row = options().find((each) => words(each)!.includes('Evil'))!;
      expect(words(row.querySelector('[part~=option-name]'))).to.equal('<img src=x onerror="window.pwned = 1"> Evil');
      expect([row.querySelector('img'), (window as { pwned?: number }).pwned]).to.deep.equal([null, undefined]);
    });

    for (const url of [
      'javascript:alert(1)',
      'data:image/svg+xml,<svg/>',
      '/logo.png',
      '//logo.example/a.png',
      'blob:x',
    ])
      it(`takes no logo from ${url}`, async () => {
        const { open, option, initials } = await given(switcher, undefined, logo(url));
        await open();
        expect([option('Globex').querySelector('img'), initials('Globex')]).to.deep.equal([null, 'G']);
      });

    it('takes a logo over http(s) without telling where from, and initials if it fails', async () => {
      const { open, option, initials } = await given(switcher, undefined, logo(`${location.origin}/no-such-logo.png`));
      await open();
      const image = option('Globex').querySelector('img')!;
      const { alt, referrerPolicy, loading, decoding } = image;
      expect([alt, referrerPolicy, loading, decoding]).to.deep.equal(['', 'no-referrer', 'lazy', 'async']);
      await waitUntil(() => image.hidden, 'the broken image is shown');
      expect(initials('Globex')).to.equal('G');
    });
  });

  it('works with a client of the page', async () => {
    const on = await stage();
    const { StytchB2BClient } = await import('../../src/client/sdk.js');
    const { cookieOptions } = (await shown(on, html`<p></p>`)).closest('stytch-provider')!;
    const client = new StytchB2BClient(on.world.publicToken, { cookieOptions: cookieOptions! });
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    render(html`<stytch-org-switcher .client=${client}></stytch-org-switcher>`, holder);
    const element = holder.querySelector('stytch-org-switcher')!;
    const { at, choose } = hands(on, element);
    await at('closed');
    await choose('Globex');
    await at('pending');
    expect(element.querySelector('stytch-mfa-prompt')!.client).to.equal(client);
  });
});
