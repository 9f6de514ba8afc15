import { expect, waitUntil as wait } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { Fault, World } from '../../emulator/index.js';
import { SEED_TOTP_SECRET } from '../../emulator/seed.js';
import { storeForClient } from '../../src/client/store-for.js';
import type { BeforeEvent } from '../../src/controllers/events.js';
import '../../src/define/discovery.js';
import '../../src/define/login.js';
import type { StytchDiscovery } from '../../src/elements/stytch-discovery.js';
import { type Role, shown, type Stage, stage, totpCode } from '../stage.js';

const ADA = 'ada@example.com';
const SEVERAL = 'several@example.com';
const MANY = 'many@example.com';
const NEW = 'new@example.com';
const SOLO = 'solo@example.com';
const EXCHANGE = '/b2b/discovery/intermediate_sessions/exchange';
const CREATE = '/b2b/discovery/organizations/create';
const LIST = '/b2b/discovery/organizations';

const discovery = html`<stytch-discovery></stytch-discovery>`;
const creating = html`<stytch-discovery allow-create></stytch-discovery>`;
const selecting = html`<stytch-discovery auto-select></stytch-discovery>`;

/** Some engines are slow to load what a screen needs. */
const waitUntil = (holds: () => unknown, what?: string) => wait(holds, what, { interval: 10, timeout: 15_000 });

/** Proves an address by the code in an e-mail, as a log-in does. */
async function prove(on: Stage, email: string): Promise<void> {
  await on.reach({ type: 'send-code', email });
  await on.reach({ type: 'submit-code', secret: on.lastCode() });
}

/** Somebody who has just proved an address, and their hands. */
async function proved(email: string, content: unknown, seed?: (world: World) => void, faults: readonly Fault[] = []) {
  const on = await stage(null, seed && { seed });
  const element = await shown<StytchDiscovery>(on, content);
  const told = listen(element);
  on.world.faults(faults);
  await prove(on, email);
  return { on, element, told, ...hands(on, element) };
}

/** The same, with something to choose. */
async function arrived(email = ADA, content: unknown = discovery, seed?: (world: World) => void) {
  const all = await proved(email, content, seed);
  await waitUntil(() => all.element.dataset['state'] !== 'hidden', 'nothing is shown');
  return all;
}

/** Checks with axe when nothing moves any more. */
async function accessible(element: StytchDiscovery): Promise<void> {
  const passing = element.shadowRoot!.getAnimations().filter((each) => each.effect?.getTiming().iterations === 1);
  await Promise.all(passing.map((each) => each.finished));
  await expect(element).to.be.accessible();
}

/** The events of an element, each with what matters of it. */
function listen(element: HTMLElement): string[] {
  const told: string[] = [];
  const tell = (name: string, what: unknown) => told.push(`${name} ${String(what)}`);
  element.addEventListener('stytch-switch-before', ({ detail }) =>
    tell('switch-before', detail.organization.organization_name),
  );
  element.addEventListener('stytch-switch', ({ detail }) =>
    tell('switch', `${String(detail.previousOrganizationId)} ${detail.organization.organization_name}`),
  );
  element.addEventListener('stytch-authenticated', ({ detail }) =>
    tell('authenticated', `${detail.method} ${detail.organization.organization_name}`),
  );
  element.addEventListener('stytch-pending', ({ detail }) => tell('pending', detail.pending.kind));
  element.addEventListener('stytch-cancel', ({ detail }) => tell('cancel', detail.restored));
  element.addEventListener('stytch-error', ({ detail }) => tell('error', detail.error.message));
  return told;
}

/** What a person can see and do. */
function hands(on: Stage, element: StytchDiscovery) {
  const root = element.shadowRoot!;
  const words = (node?: Element | null) => node?.textContent.replace(/[\s\u200c]+/g, ' ').trim();
  const buttons = () =>
    [...root.querySelectorAll('button'), ...element.querySelectorAll('button')].filter((each) =>
      each.checkVisibility(),
    );
  const rows = () => [...root.querySelectorAll<HTMLButtonElement>('[part~=option]')];
  const nameOf = (row: Element) => words(row.querySelector('[part~=option-name]'))!;
  const row = (name: string) => {
    const found = rows().find((each) => nameOf(each) === name);
    if (!found) throw new Error(`no row “${name}” among ${rows().map(nameOf).join(', ')}`);
    return found;
  };
  const field = (label: string) =>
    [...element.querySelectorAll('label')].find((each) => each.textContent === label)?.control as HTMLInputElement;
  const types = (input: HTMLInputElement, text: string) => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  return {
    ...{ root, words, rows, row, nameOf, field },
    faces: () => rows().map(words),
    names: () => buttons().map(words),
    press: (name: string) => {
      const button = buttons().find((each) => words(each) === name);
      if (!button) throw new Error(`no button “${name}” among ${buttons().map(words).join(', ')}`);
      button.click();
    },
    fill: (label: string, text: string) => types(field(label), text),
    search: () => root.querySelector<HTMLInputElement>('input[aria-label="Search organizations"]')!,
    seek: async (text: string) => {
      types(root.querySelector<HTMLInputElement>('[part~=filter]')!, text);
      await element.updateComplete;
    },
    at: async (state: string) =>
      waitUntil(() => element.dataset['state'] === state, `${element.dataset['state']} is not ${state}`),
    heading: () => words(root.querySelector('h2')),
    text: () => words(root.querySelector('[part~=text]')),
    said: () => words(root.querySelector('.visually-hidden')),
    error: () => words(element.querySelector('[role=alert]') ?? root.querySelector('[part~=error]:not([hidden])')),
    asked: (path: string) => on.world.requests().filter((each) => each.path.endsWith(path)).length,
    where: () => on.store.getSnapshot().organization?.organization_name,
  };
}

/** What has the focus, in a word. */
function focused({ root }: { root: ShadowRoot }): string | null | undefined {
  const active = root.activeElement ?? document.activeElement;
  return (active as HTMLInputElement).name || active?.querySelector('[part~=option-name]')?.textContent || active?.id;
}

/** Makes an organization that everybody at example.com may join. */
function openToAll({ directory }: World): void {
  const wayne = directory.organizationNamed('Wayne')!;
  const more = { organization_id: 'organization-test-open', organization_name: 'Open', organization_slug: 'open' };
  directory.addOrganization({ ...wayne, ...more });
}

/** Has Stark wait for a member who has begun to join it. */
function pendingInStark({ directory }: World): void {
  const { organization_id } = directory.organizationNamed('Stark')!;
  directory.memberByEmail(organization_id, ADA)!.status = 'pending';
}

describe('<stytch-discovery>', () => {
  it('shows nothing while there is nothing to choose', async () => {
    const on = await stage();
    const element = await shown<StytchDiscovery>(on, discovery);
    expect([element.dataset['state'], getComputedStyle(element).display]).to.deep.equal(['hidden', 'none']);
  });

  describe('the organizations', () => {
    it('are all there, with what a click does and what will be asked for: members first, then invitations', async () => {
      const { element, heading, text, faces, rows } = await arrived();
      expect([heading(), text()]).to.deep.equal(['Choose an organization', 'You are signing in as ada@example.com.']);
      expect(faces()).to.deep.equal([
        'Acme',
        'Globex Requires verification',
        'Initech Requires verification',
        'Hooli Requires verification',
        'Umbrella Requires single sign-on',
        'Stark Accept invitation',
        'Wayne Join',
      ]);
      const places = rows().map((each) => each.parentElement!);
      expect(places.map((each) => [each.ariaPosInSet, each.ariaSetSize].join('/'))).to.include.members(['1/7', '7/7']);
      expect(element.matches(':state(discovery)')).to.equal(true);
      await accessible(element);
    });

    it('say “Join” of a membership that is not finished', async () => {
      const { faces } = await arrived(ADA, discovery, pendingInStark);
      expect(faces()).to.include('Stark Join');
    });

    it('show a logo, or initials', async () => {
      const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      const { row } = await arrived(ADA, discovery, ({ directory }) => {
        directory.organizationNamed('Globex')!.organization_logo_url = url;
      });
      expect(row('Globex').querySelector('img')).to.equal(null); // no whole http(s) URL
      expect(row('Acme').querySelector<HTMLElement>('.mark')!.dataset['initials']).to.equal('A');
    });

    it('are text, whatever they are called', async () => {
      const organization_name = '<img src=x onerror=alert(1)>\u202eAcme';
      const { rows, nameOf, root } = await arrived(SOLO, discovery, ({ directory }) => {
        Object.assign(directory.organizationNamed('Acme')!, { organization_name });
      });
      expect(nameOf(rows()[0]!)).to.equal('<img src=x onerror=alert(1)> Acme');
      expect(root.querySelector('[part~=list] img')).to.equal(null);
    });

    it('are reached with the Tab key, and with arrows', async () => {
      const all = await arrived();
      const { element, row } = all;
      row('Acme').focus();
      await sendKeys({ press: 'ArrowDown' });
      await element.updateComplete;
      expect(focused(all)).to.equal('Globex');
      await sendKeys({ press: 'End' });
      await element.updateComplete;
      expect(focused(all)).to.equal('Wayne');
      expect(all.rows().every((each) => each.tabIndex === 0)).to.equal(true);
      expect(all.search()).to.equal(null);
    });

    it('get the focus at their heading when a person has come there by their own step', async () => {
      const all = await arrived();
      expect(focused(all)).to.equal('heading');
    });
  });

  describe('choosing', () => {
    it('enters an organization', async () => {
      const { on, element, told, row, at, where } = await arrived();
      row('Acme').click();
      await at('hidden');
      await waitUntil(() => told.length === 3);
      expect(told[0]).to.equal('switch-before Acme');
      expect(told.slice(1)).to.have.members(['switch null Acme', 'authenticated email_otp Acme']);
      expect([where(), element.childElementCount]).to.deep.equal(['Acme', 0]);
      expect(on.store.getSnapshot().member?.email_address).to.equal(ADA);
    });

    for (const [name, kind] of [
      ['Stark', 'accepts an invitation'],
      ['Wayne', 'joins by the domain'],
    ] as const)
      it(kind, async () => {
        const { told, row, where } = await arrived();
        row(name).click();
        await waitUntil(() => where() === name);
        await waitUntil(() => told.includes(`switch null ${name}`));
      });

    it('works with the keyboard alone', async () => {
      const { row, where } = await arrived();
      row('Acme').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => where() === 'Acme');
    });

    it('shows progress at the row, and lets nothing else be done meanwhile', async () => {
      const { on, element, row, press, said, names, asked } = await arrived(ADA, creating);
      on.world.faults([{ path: EXCHANGE, delayMs: 2000 }]);
      row('Stark').click();
      await element.updateComplete;
      expect(row('Stark').querySelector('.spinner')).not.to.equal(null);
      expect(row('Acme').ariaDisabled).to.equal('true');
      await accessible(element);
      row('Acme').click();
      press('Create organization');
      await element.updateComplete;
      expect(names()).to.include('Create organization');
      expect(said()).to.equal('Going on to Stark…');
      await waitUntil(() => on.store.getSnapshot().status === 'signed-in');
      expect([on.store.getSnapshot().organization?.organization_name, asked(EXCHANGE)]).to.deep.equal(['Stark', 1]);
    });

    it('says what went wrong, and keeps the list', async () => {
      const { on, element, told, row, error, faces, asked, said } = await arrived();
      on.world.faults([{ path: EXCHANGE, errorType: 'invalid_email_for_jit_provisioning' }]);
      row('Wayne').focus();
      row('Wayne').click();
      await waitUntil(() => error()?.startsWith('This address has no access to the organization.'));
      expect([faces().length, asked(EXCHANGE), said()]).to.deep.equal([7, 1, '']);
      expect(told).to.deep.equal(['switch-before Wayne', 'error not-allowed (no-access)']);
      expect(element.shadowRoot!.activeElement === row('Wayne')).to.equal(true);
      await accessible(element);
      row('Acme').click();
      await waitUntil(() => told.includes('switch null Acme'));
    });

    it('may be prevented by the page, and waits for it', async () => {
      const { on, element, row, asked, where } = await arrived();
      const prevent = (event: Event) => event.preventDefault();
      element.addEventListener('stytch-switch-before', prevent);
      row('Acme').click();
      await element.updateComplete;
      element.removeEventListener('stytch-switch-before', prevent);
      let goOn = () => undefined as void;
      const wait = (event: BeforeEvent<unknown>) => event.waitUntil(new Promise<void>((done) => (goOn = done)));
      element.addEventListener('stytch-switch-before', wait, { once: true });
      await waitUntil(() => row('Acme').ariaDisabled === 'false');
      row('Acme').click();
      await element.updateComplete;
      expect([row('Stark').ariaDisabled, asked(EXCHANGE)]).to.deep.equal(['true', 0]);
      goOn();
      await waitUntil(() => where() === 'Acme');
      expect(on.store.getSnapshot().status).to.equal('signed-in');
    });

    it('is forgotten when the person cancels while the page is waiting', async () => {
      const { on, element, told, row, press, asked, at } = await arrived();
      let goOn = () => undefined as void;
      element.addEventListener('stytch-switch-before', (event) =>
        event.waitUntil(new Promise<void>((done) => (goOn = done))),
      );
      row('Acme').click();
      press('Cancel');
      await waitUntil(() => told.includes('cancel false'));
      await prove(on, ADA);
      await at('discovery');
      goOn();
      await element.updateComplete;
      expect(row('Acme').ariaDisabled).to.equal('false');
      expect([on.store.getSnapshot().pending?.kind, asked(EXCHANGE)]).to.deep.equal(['discovery', 0]);
    });

    it('asks for a second factor in place, and tells of the switch after that', async () => {
      const { on, element, told, row, at, where } = await arrived();
      row('Globex').click();
      await at('next');
      const prompt = element.querySelector('stytch-mfa-prompt')!;
      await waitUntil(() => prompt.querySelector('input'));
      expect(told).to.deep.equal(['switch-before Globex', 'pending mfa']);
      const input = prompt.querySelector('input')!;
      input.value = totpCode(SEED_TOTP_SECRET);
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await waitUntil(() => where() === 'Globex');
      await waitUntil(() => told.length === 4);
      expect(told.slice(2)).to.have.members(['switch null Globex', 'authenticated totp Globex']);
      expect(on.store.getSnapshot().status).to.equal('signed-in');
    });

    it('tells of the switch even when a log-in has taken it away for the second factor', async () => {
      const on = await stage(null);
      const login = await shown<HTMLElement>(on, html`<stytch-login></stytch-login>`);
      const told = listen(login);
      await prove(on, ADA);
      await waitUntil(() => login.querySelector('stytch-discovery')?.dataset['state'] === 'discovery');
      hands(on, login.querySelector('stytch-discovery')!).row('Globex').click();
      await waitUntil(() => login.querySelector('stytch-mfa-prompt')?.querySelector('input'));
      expect(login.querySelector('stytch-discovery')).to.equal(null);
      await on.reach({ type: 'submit-code', secret: totpCode(SEED_TOTP_SECRET) });
      await waitUntil(() => told.includes('switch null Globex'));
    });

    it('leads to what the organization wants proved first, and back to the list', async () => {
      const { on, told, row, at, faces } = await arrived(ADA, selecting);
      row('Umbrella').click();
      await at('next');
      await waitUntil(() => told.includes('pending primary'));
      expect(on.store.view.hasOthers).to.equal(true);
      await on.reach({ type: 'choose-again' });
      await at('discovery');
      expect(faces().length).to.equal(7);
    });

    it('tells of no switch that was given up on the way', async () => {
      const { on, told, row, at } = await arrived();
      row('Globex').click();
      await at('next');
      await on.reach({ type: 'cancel' });
      await on.until(({ status }) => status === 'signed-out');
      expect(told.filter((each) => each.startsWith('switch '))).to.deep.equal([]);
    });
  });

  describe('many', () => {
    it('can be searched in, without diacritics', async () => {
      const { element, search, seek, faces, said, root } = await arrived(SEVERAL);
      expect(search().type).to.equal('search');
      await seek('organizacao');
      expect([faces(), said()]).to.deep.equal([['Organização 100'], '1 organization']);
      await seek('nothing of the kind');
      expect([faces().length, root.querySelector('[part~=empty]')?.textContent]).to.deep.equal([
        0,
        'No organization matches “nothing of the kind”',
      ]);
      await accessible(element);
    });

    it('are drawn as far as they can be seen, and numbered rightly', async () => {
      const { element, rows, root } = await arrived(MANY);
      await waitUntil(() => rows().length > 8);
      expect(rows().length).to.be.below(30);
      const list = root.querySelector('[part~=list]')!;
      list.scrollTop = list.scrollHeight;
      const place = () => rows().at(-1)!.parentElement!;
      await waitUntil(() => place().ariaPosInSet === '10000');
      expect([place().ariaSetSize, rows().length < 30]).to.deep.equal(['10000', true]);
      expect(rows().filter((each) => each.tabIndex === 0).length).to.equal(1);
      await element.updateComplete;
      expect(place().getBoundingClientRect().bottom).to.be.at.most(list.getBoundingClientRect().bottom);
    });

    it('are one stop of the Tab key, and the arrows lead through them', async () => {
      const all = await arrived(SEVERAL);
      const { element, search, nameOf, rows, root } = all;
      search().focus();
      await sendKeys({ press: 'ArrowDown' });
      expect(focused(all)).to.equal('Organization 001');
      for (const [key, name] of [
        ['ArrowDown', 'Organization 002'],
        ['End', 'Organizácia 300'],
        ['ArrowUp', 'Organization 299'],
        ['Home', 'Organization 001'],
      ] as const) {
        await sendKeys({ press: key });
        await element.updateComplete;
        await waitUntil(() => (focused(all) ?? '').endsWith(name.slice(-3)), `${focused(all)} is not ${name}`);
      }
      await sendKeys({ press: 'PageDown' });
      await element.updateComplete;
      const list = root.querySelector('[part~=list]')!.getBoundingClientRect();
      await waitUntil(() => root.activeElement!.getBoundingClientRect().bottom <= list.bottom + 1);
      expect(rows().map(nameOf)).to.include(focused(all));
    });

    it('keep the focus on a row that is scrolled out of sight', async () => {
      const all = await arrived(SEVERAL);
      const { element, row, root, rows } = all;
      row('Organization 003').focus();
      const list = root.querySelector('[part~=list]')!;
      await waitUntil(() => list.scrollHeight > 16_000, 'the list is not laid out');
      list.scrollTop = 8000;
      const last = () => Number(rows().at(-1)!.parentElement!.ariaPosInSet);
      await waitUntil(() => last() > 100, `scrolled to ${list.scrollTop} of ${list.scrollHeight}`);
      expect(focused(all)).to.equal('Organization 003');
      await sendKeys({ press: 'ArrowDown' });
      await element.updateComplete;
      expect(focused(all)).to.equal('Organization 004');
      await waitUntil(() => list.scrollTop < 1000);
    });

    it('are chosen by typing and Enter once one is left, and Escape searches anew', async () => {
      const { search, seek, element, where } = await arrived(SEVERAL);
      search().focus();
      await seek('07');
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect(search().value).to.equal('');
      await seek('077');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => where() === 'Organization 077');
    });
  });

  describe('auto-select', () => {
    it('enters the only one', async () => {
      const { told, where } = await proved(SOLO, selecting);
      await waitUntil(() => where() === 'Acme');
      await waitUntil(() => told.includes('switch null Acme'));
    });

    it('does not without the attribute', async () => {
      const { faces, asked } = await arrived(SOLO);
      expect([faces(), asked(EXCHANGE)]).to.deep.equal([['Acme'], 0]);
    });

    it('minds what could be joined, unless told otherwise', async () => {
      const { faces } = await arrived(SOLO, selecting, openToAll);
      expect(faces()).to.deep.equal(['Acme', 'Open Join']);
      const { where } = await proved(
        SOLO,
        html`<stytch-discovery auto-select ignore-jit></stytch-discovery>`,
        openToAll,
      );
      await waitUntil(() => where() === 'Acme');
    });

    it('minds invitations, unless told otherwise', async () => {
      const invite = ({ directory }: World) => {
        const { organization_id } = directory.organizationNamed('Stark')!;
        const [solo] = directory.membersOf(SOLO);
        directory.addMember({ ...solo!, organization_id, member_id: 'member-test-invited', status: 'invited' });
      };
      const { faces } = await arrived(SOLO, selecting, invite);
      expect(faces()).to.deep.equal(['Acme', 'Stark Accept invitation']);
      const ignoring = html`<stytch-discovery auto-select ignore-invites></stytch-discovery>`;
      const { where } = await proved(SOLO, ignoring, invite);
      await waitUntil(() => where() === 'Acme');
    });

    it('tries once: what fails or is prevented is left to the person', async () => {
      const fault = { path: EXCHANGE, status: 500 };
      const all = await proved(SOLO, selecting, undefined, [fault]);
      const { on, element, error, faces, asked, row, where } = all;
      await waitUntil(() => error() === 'Something went wrong. Try again.');
      expect([faces(), asked(EXCHANGE)]).to.deep.equal([['Acme'], 1]);
      await on.reach({ type: 'cancel' });
      element.addEventListener('stytch-switch-before', (event) => event.preventDefault(), { once: true });
      await prove(on, SOLO);
      await waitUntil(() => faces().length === 1);
      expect(asked(EXCHANGE)).to.equal(1);
      row('Acme').click();
      await waitUntil(() => where() === 'Acme');
    });

    it('does not take somebody back who has just come from there', async () => {
      const { on, at, faces, asked } = await arrived(SOLO, selecting, ({ directory }) => {
        directory.organizationNamed('Acme')!.mfa_policy = 'REQUIRED_FOR_ALL';
      });
      await at('next');
      await on.reach({ type: 'choose-again' });
      await at('discovery');
      await waitUntil(() => faces().length === 1);
      expect(asked(EXCHANGE)).to.equal(1);
    });
  });

  describe('creating an organization', () => {
    it('asks for a name and suggests an address, until that is edited', async () => {
      const all = await arrived(ADA, creating);
      const { element, press, at, fill, field, heading } = all;
      press('Create organization');
      await at('create');
      expect([heading(), focused(all)]).to.deep.equal(['Create an organization', 'organization-name']);
      expect([field('Organization name').required, field('Web address').required]).to.deep.equal([true, false]);
      fill('Organization name', '  Ångström & Søns, Inc. ');
      await element.updateComplete;
      expect(field('Web address').value).to.equal('angstrom-s-ns-inc');
      fill('Web address', 'mine');
      fill('Organization name', 'Other');
      await element.updateComplete;
      expect(field('Web address').value).to.equal('mine');
      await accessible(element);
    });

    it('creates it, and enters it', async () => {
      const { on, told, press, at, fill, where } = await arrived(ADA, creating);
      press('Create organization');
      await at('create');
      fill('Organization name', 'New Ventures');
      fill('Web address', 'ventures');
      press('Create organization');
      await waitUntil(() => where() === 'New Ventures');
      expect(on.store.getSnapshot().organization?.organization_slug).to.equal('ventures');
      await waitUntil(() => told.length === 2);
      expect(told).to.have.members(['switch null New Ventures', 'authenticated email_otp New Ventures']);
    });

    it('leads back to the list, with the focus', async () => {
      const all = await arrived(ADA, creating);
      all.press('Create organization');
      await all.at('create');
      all.fill('Organization name', 'x');
      all.press('Back');
      await all.at('discovery');
      expect([focused(all), all.faces().length, all.element.childElementCount]).to.deep.equal(['heading', 7, 0]);
      all.press('Create organization');
      await all.at('create');
      expect([all.field('Organization name').value, all.field('Web address').value]).to.deep.equal(['', '']);
    });

    it('is not offered unless the page allows it', async () => {
      expect((await arrived()).names()).not.to.include('Create organization');
    });

    it('checks the name and the address before it asks', async () => {
      const all = await arrived(NEW, creating);
      const { press, fill, field, error, asked } = all;
      press('Create organization');
      await waitUntil(() => error() === 'Enter a name of up to 128 characters.');
      await waitUntil(() => focused(all) === 'organization-name');
      expect([field('Organization name').ariaInvalid, field('Web address').ariaInvalid]).to.deep.equal([
        'true',
        'false',
      ]);
      fill('Organization name', 'Acme');
      for (const slug of ['a', 'two words', 'ü'.repeat(3), 'a'.repeat(129)]) {
        fill('Web address', slug);
        press('Create organization');
        await waitUntil(() => error()?.startsWith('Use 2 to 128 letters'), slug);
        await waitUntil(() => focused(all) === 'organization-slug');
      }
      expect([field('Organization name').ariaInvalid, field('Web address').ariaInvalid]).to.deep.equal([
        'false',
        'true',
      ]);
      expect(asked(CREATE)).to.equal(0);
    });

    for (const [errorType, words, invalid] of [
      ['organization_slug_already_used', 'That address is taken. Choose another one.', 'true'],
      ['invalid_organization_slug', 'Use 2 to 128 letters', 'true'],
      ['action_not_allowed_email_domain_is_claimed', 'Your company already has an organization.', 'false'],
      ['endpoint_not_authorized_for_sdk', 'This is not allowed for your account.', 'false'],
    ] as const)
      it(`tells ${errorType} from other errors, and keeps what was typed`, async () => {
        const all = await arrived(NEW, creating);
        const { on, element, fill, press, error, field } = all;
        on.world.faults([{ path: CREATE, errorType, status: 400 + (errorType.startsWith('endpoint') ? 3 : 0) }]);
        fill('Organization name', 'Acme');
        await element.updateComplete;
        press('Create organization');
        await waitUntil(() => error()?.startsWith(words), words);
        expect([field('Web address').value, field('Web address').ariaInvalid]).to.deep.equal(['acme', invalid]);
        expect(field('Organization name').ariaInvalid).to.equal('false');
        if (invalid === 'true') await waitUntil(() => focused(all) === 'organization-slug');
        await accessible(element);
        fill('Web address', 'acme-2');
        await element.updateComplete;
        expect(error()).to.equal('');
      });

    it('says on the list nothing of what went wrong in the form', async () => {
      const { on, press, at, fill, error } = await arrived(ADA, creating);
      on.world.faults([{ path: CREATE, errorType: 'organization_slug_already_used' }]);
      press('Create organization');
      await at('create');
      fill('Organization name', 'Acme');
      press('Create organization');
      await waitUntil(() => error() === 'That address is taken. Choose another one.');
      press('Back');
      await at('discovery');
      expect(error()).to.equal(undefined);
    });
  });

  describe('without any organization', () => {
    it('explains, and offers to use another address', async () => {
      const { on, element, told, text, press, names } = await arrived(NEW);
      expect(text()).to.equal('new@example.com does not belong to any organization yet.');
      expect(names()).not.to.include('Create organization');
      await accessible(element);
      press('Use another address');
      await on.until(({ status }) => status === 'signed-out');
      await waitUntil(() => told.length > 0);
      expect(told).to.deep.equal(['cancel false']);
    });

    it('asks at once for what a first one needs', async () => {
      const { at, text, names, fill, press, where } = await arrived(NEW, creating);
      await at('create');
      expect(text()).to.match(/^new@example.com does not belong to any organization yet\./);
      expect(names()).to.include('Use another address');
      fill('Organization name', 'First');
      press('Create organization');
      await waitUntil(() => where() === 'First');
    });

    it('creates one at once with auto-create, named by Stytch', async () => {
      const { told, asked, where } = await proved(NEW, html`<stytch-discovery auto-create></stytch-discovery>`);
      await waitUntil(() => where() === 'Example');
      expect(asked(CREATE)).to.equal(1);
      await waitUntil(() => told.includes('switch null Example'));
    });

    it('shows the form when that has failed, and does not try again', async () => {
      const auto = html`<stytch-discovery auto-create></stytch-discovery>`;
      const { at, error, asked } = await proved(NEW, auto, undefined, [{ path: CREATE, status: 500 }]);
      await at('create');
      await waitUntil(() => error() === 'Something went wrong. Try again.');
      expect(asked(CREATE)).to.equal(1);
    });

    it('creates nothing at once for somebody who may join one', async () => {
      const auto = html`<stytch-discovery auto-create></stytch-discovery>`;
      const { faces, asked, names } = await arrived(NEW, auto, openToAll);
      expect([faces(), asked(CREATE)]).to.deep.equal([['Open Join'], 0]);
      expect(names()).not.to.include('Create organization');
    });
  });

  describe('after a reload', () => {
    /** Another client of the same page finds what was begun. */
    async function reloaded(content: unknown, email = ADA, fault: Partial<Fault> = {}) {
      const all = await arrived(email, content);
      const { StytchB2BClient } = await import('../../src/client/sdk.js');
      const { publicToken, cookieOptions } = all.on.store.options;
      all.on.world.faults([{ path: LIST, delayMs: 1000, ...fault }]);
      all.element.client = new StytchB2BClient(publicToken, { cookieOptions: cookieOptions! });
      await all.element.updateComplete;
      return all;
    }

    it('says whose organizations they are while they are read, and goes on', async () => {
      const { element, text, root, faces } = await reloaded(creating);
      await waitUntil(() => root.querySelector('.skeleton'));
      expect(text()).to.equal('You are signing in as ada@example.com.');
      await accessible(element);
      await waitUntil(() => faces().length === 7);
    });

    it('says when they cannot be read, and tries again', async () => {
      const { element, text, error, press, faces } = await reloaded(discovery, ADA, { status: 500 });
      await waitUntil(() => error() === 'Something went wrong. Try again.');
      expect(text()).to.equal('Your organizations could not be loaded.');
      await accessible(element);
      press('Try again');
      await waitUntil(() => faces().length === 7);
    });

    it('selects and creates nothing by itself', async () => {
      const auto = html`<stytch-discovery></stytch-discovery>`;
      const one = await reloaded(auto, SOLO);
      Object.assign(one.element, { autoSelect: true, autoCreate: true });
      await waitUntil(() => one.faces().length === 1);
      expect(one.asked(EXCHANGE)).to.equal(0);
    });
  });

  describe('giving up', () => {
    it('leaves nobody signed in, where nobody was', async () => {
      const { on, told, press, at } = await arrived();
      press('Cancel');
      await at('hidden');
      await waitUntil(() => told.length > 0);
      expect([told, on.store.getSnapshot().status]).to.deep.equal([['cancel false'], 'signed-out']);
    });

    it('is said when the time is over', async () => {
      const { on, element, row, at, heading, text, names, press } = await arrived();
      on.world.clock(601);
      row('Acme').click();
      await at('expired');
      expect([heading(), names()]).to.deep.equal(['Your time is up', ['Try again']]);
      expect(text()).to.contain('Sign in again to get a new chance.');
      await accessible(element);
      press('Try again');
      await on.until(({ status }) => status === 'signed-out');
    });
  });

  describe('while signed in', () => {
    /** Ada is in Acme, and somebody proves an address by a link. */
    async function within(email: string, content: unknown = discovery, role?: Role) {
      const on = await stage(role);
      const element = await shown<StytchDiscovery>(on, content);
      const told = listen(element);
      const { StytchB2BClient } = await import('../../src/client/sdk.js');
      const { publicToken, cookieOptions } = on.store.options;
      const mailing = new StytchB2BClient(publicToken, { cookieOptions: cookieOptions! });
      await mailing.magicLinks.email.discovery.send({ email_address: email });
      const token = new URL(on.world.outbox().at(-1)!.url!).searchParams.get('token')!;
      await on.reach({ type: 'redeem', ticket: { type: 'discovery', token, resets: false } });
      await waitUntil(() => element.dataset['state'] !== 'hidden', 'nothing is shown');
      return { on, element, told, ...hands(on, element) };
    }

    /** The same by a code, with the client of the page. */
    async function withOwnClient(email_address: string) {
      const on = await stage();
      const { StytchB2BClient } = await import('../../src/client/sdk.js');
      const { publicToken, cookieOptions } = on.store.options;
      const client = new StytchB2BClient(publicToken, { cookieOptions: cookieOptions! });
      const element = await shown<StytchDiscovery>(on, html`<stytch-discovery .client=${client}></stytch-discovery>`);
      const store = storeForClient(client);
      await waitUntil(() => store.getSnapshot().status === 'signed-in' && !store.getSnapshot().fromCache);
      const held = () => [client.session.getSync()?.member_session_id, client.session.getTokens()?.session_token];
      const before = held();
      const { email } = client.otps;
      await email.discovery.send({ email_address });
      const response = await email.discovery.authenticate({ email_address, code: on.lastCode() });
      expect(held()).to.deep.equal([undefined, undefined]);
      await store.actions.accept(response);
      return { element, store, held, before, ...hands(on, element) };
    }

    for (const email of [ADA, SEVERAL])
      it(`has the session back in the SDK once somebody cancels who has proved ${email} by a code`, async () => {
        const { store, held, before, press, at } = await withOwnClient(email);
        await at('discovery');
        press('Cancel');
        await at('hidden');
        await waitUntil(() => store.getSnapshot().status === 'signed-in');
        expect(held()).to.deep.equal(before);
        expect(store.getSnapshot().organization?.organization_name).to.equal('Acme');
      });

    for (const email of [ADA, SEVERAL])
      it(`gives the session back to whoever cancels, having proved ${email}`, async () => {
        const { on, told, text, press, at } = await within(email);
        expect(text()).to.equal(`You are signing in as ${email}. Cancel to stay in Acme.`);
        press('Cancel');
        await at('hidden');
        await waitUntil(() => told.includes('cancel true'));
        const { status, organization, member, session } = on.store.getSnapshot();
        expect([status, organization?.organization_name, member?.email_address]).to.deep.equal([
          'signed-in',
          'Acme',
          ADA,
        ]);
        const asked = await on.store.actions.refresh();
        expect(asked.session?.member_session_id).to.equal(session!.member_session_id);
      });

    it('tells which organization the person came from', async () => {
      const { told, row, at } = await within(ADA);
      row('Wayne').click();
      await at('hidden');
      await waitUntil(() => told.includes('switch organization-test-acme Wayne'));
    });

    it('counts the way back from a second factor as no switch', async () => {
      const { on, told, row, at } = await within(ADA);
      row('Globex').click();
      await at('next');
      await on.reach({ type: 'cancel' });
      await on.until(({ status }) => status === 'signed-in');
      expect(told.filter((each) => each.startsWith('switch '))).to.deep.equal([]);
    });

    it('goes back once the time is over', async () => {
      const { on, told, row, at, press } = await within(ADA);
      on.world.clock(601);
      row('Acme').click();
      await at('expired');
      press('Go back to Acme');
      await at('hidden');
      await waitUntil(() => told.at(-1) === 'cancel true');
      expect(on.store.getSnapshot().status).to.equal('signed-in');
    });
  });

  describe('as a dialog', () => {
    it('is modal, and Escape searches anew before it does anything else', async () => {
      const { element, root, seek, search } = await arrived(
        SEVERAL,
        html`<stytch-discovery display="dialog"></stytch-discovery>`,
      );
      expect(root.querySelector('dialog')!.matches(':modal')).to.equal(true);
      search().focus();
      await seek('07');
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect([search().value, element.shadowRoot!.activeElement === search()]).to.deep.equal(['', true]);
      await accessible(element);
    });
  });
});
