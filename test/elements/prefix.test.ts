import { expect, fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import { SEED_TOTP_SECRET } from '../../emulator/index.js';
import '../../src/define.js';
import { family } from '../../src/family.js';
import { define } from '../../src/index.js';
import { type Role, type Stage, stage, totpCode } from '../stage.js';
import { hands, waitUntil } from './person.js';

const EVENTS = ['stytch-pending', 'stytch-authenticated', 'stytch-switch', 'stytch-cancel', 'stytch-gate-change'];

const names = Object.keys(family) as (keyof typeof family)[];

/** Elements of the family as `<acme-…>`, in a provider of theirs, and what the page hears of them. */
async function given(markup: string, role?: Role, before?: (on: Stage) => Promise<void>) {
  const on = await stage(role);
  on.store.subscribe(() => undefined); // else what is accepted before anybody looks is compared with what the SDK holds
  await before?.(on);
  const { publicToken } = on.world;
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const provider = Object.assign(document.createElement('acme-provider'), { publicToken, ...optionsOf(on) });
  provider.innerHTML = markup;
  const heard: string[] = [];
  for (const name of EVENTS) provider.addEventListener(name, () => heard.push(name.replace('stytch-', '')));
  place.append(provider);
  const find = <E extends HTMLElement>(selector: string) => provider.querySelector<E>(selector);
  const prompt = () => find('acme-mfa-prompt');
  const at = (state: string, element: () => HTMLElement | null = prompt) =>
    waitUntil(() => element()?.dataset['state'] === state, `${element()?.dataset['state']} is not ${state}`);
  const verify = () => hands(on, prompt()!).types('Verification code', totpCode(SEED_TOTP_SECRET));
  const where = () => on.store.getSnapshot().organization?.organization_name;
  return { on, provider, find, prompt, at, verify, where, heard };
}

/** The cookies of the stage, as its own provider has them. */
function optionsOf(on: Stage): object {
  const held = document.createElement('div');
  render(on.within(''), held);
  return { cookieOptions: (held.firstElementChild as HTMLElement & { cookieOptions: object }).cookieOptions };
}

/** Opens a switcher and chooses. */
async function choose(switcher: HTMLElement, organization: string): Promise<void> {
  const root = switcher.shadowRoot!;
  root.querySelector<HTMLElement>('[part~=trigger]')!.click();
  const option = () =>
    [...root.querySelectorAll<HTMLElement>('[part~=option]')].find((each) => each.textContent.includes(organization));
  await waitUntil(option, `${organization} is not offered`);
  option()!.click();
}

/** No element of the usual prefix was put in. */
const strangers = (root: ParentNode) =>
  [...root.querySelectorAll('*')].filter((each) => /^stytch-/.test(each.localName));

describe('the family under another prefix', () => {
  before(() => define({ prefix: 'acme' }));

  it('is registered beside the usual one, as classes of its own, all of it', () => {
    for (const name of names) {
      const [ours, usual] = [customElements.get(`acme-${name}`)!, customElements.get(`stytch-${name}`)!];
      expect(ours, name).not.to.equal(usual);
      expect(ours.prototype, name).to.be.instanceOf(usual);
    }
  });

  it('shows what the usual one shows, from the same provider', async () => {
    const shown = names.filter((name) => name !== 'provider');
    const both = shown.map((name) => `<acme-${name}></acme-${name}><stytch-${name}></stytch-${name}>`);
    const { find } = await given(both.join(''));
    await waitUntil(() => find('acme-session-status')!.dataset['state'] === 'signed-in');
    for (const name of shown) {
      const [ours, usual] = [find(`acme-${name}`)!, find(`stytch-${name}`)!];
      await waitUntil(() => ours.dataset['state'] && ours.dataset['state'] === usual.dataset['state'], name);
    }
  });

  it('asks in place for what a switch needs, and tells the page by the usual events', async () => {
    const { find, at, verify, where, heard, provider } = await given('<acme-org-switcher></acme-org-switcher>');
    await at('closed', () => find('acme-org-switcher'));
    await choose(find('acme-org-switcher')!, 'Globex');
    await at('code');
    expect(strangers(provider)).to.deep.equal([]);
    verify();
    await waitUntil(() => where() === 'Globex' && heard.includes('switch'), heard.join());
    expect(heard.filter((name) => name !== 'authenticated').sort()).to.deep.equal(['pending', 'switch']);
    await waitUntil(() => find('acme-mfa-prompt') === null);
  });

  it('uses the prompt that the page has, of whichever family', async () => {
    const markup = '<acme-mfa-prompt></acme-mfa-prompt><stytch-org-switcher></stytch-org-switcher>';
    const { find, at, on, where, heard } = await given(markup);
    await at('closed', () => find('stytch-org-switcher'));
    await choose(find('stytch-org-switcher')!, 'Globex');
    await at('code');
    expect(find('stytch-mfa-prompt')).to.equal(null);
    hands(on, find('acme-mfa-prompt')!).press('Cancel');
    await waitUntil(() => where() === 'Acme' && heard.includes('cancel'), heard.join());
  });

  it('has its fields look the same', async () => {
    const { find, at } = await given(
      '<acme-mfa-prompt></acme-mfa-prompt><stytch-mfa-prompt></stytch-mfa-prompt>',
      {},
      (on) => on.reach({ type: 'switch', organization_id: on.id('Globex') }),
    );
    await at('code');
    await at('code', () => find('stytch-mfa-prompt'));
    for (const selector of ['input[name=code]', 'form button', 'label']) {
      const [ours, usual] = ['acme', 'stytch'].map((prefix) => {
        const { color, backgroundColor, borderRadius, height } = getComputedStyle(
          find(`${prefix}-mfa-prompt ${selector}`)!,
        );
        return { color, backgroundColor, borderRadius, height };
      });
      expect(ours, selector).to.deep.equal(usual);
    }
  });

  it('has a gate ask for a proof in place', async () => {
    const markup = '<acme-gate max-age="900"><p id="secret">Secret</p></acme-gate>';
    const { find, at, verify, heard, provider } = await given(markup, { organization: 'Globex' }, old);
    await at('stale', () => find('acme-gate'));
    const button = () => find('acme-gate')!.shadowRoot!.querySelector<HTMLElement>('[part~=button]');
    await waitUntil(() => button()?.checkVisibility(), 'nothing is offered');
    button()!.click();
    await at('code');
    verify();
    await at('open', () => find('acme-gate'));
    await waitUntil(() => heard.length === 2, heard.join());
    expect([find('#secret')!.checkVisibility(), ...heard.sort()]).to.deep.equal([true, 'authenticated', 'gate-change']);
    expect(strangers(provider)).to.deep.equal([]);
  });

  it('has the switcher and the log-out inside the user button', async () => {
    const { find, at, where, verify, provider } = await given('<acme-user-button></acme-user-button>');
    const button = () => find('acme-user-button')!;
    await at('closed', button);
    const root = button().shadowRoot!;
    root.querySelector<HTMLElement>('[part~=trigger]')!.click();
    const switcher = () => root.querySelector<HTMLElement>('acme-org-switcher');
    await waitUntil(() => switcher()?.dataset['state'] === 'closed');
    expect([root.querySelector('acme-logout') !== null, strangers(root)]).to.deep.equal([true, []]);
    await choose(switcher()!, 'Globex');
    await at('code');
    verify();
    await waitUntil(() => where() === 'Globex');
    expect(strangers(provider)).to.deep.equal([]);
  });
});

/** Has all factors be proved long ago. */
async function old({ store }: Stage): Promise<void> {
  const { session, member, organization } = store.getSnapshot();
  const last_authenticated_at = new Date(Date.now() - 1_000_000).toISOString();
  const authentication_factors = session!.authentication_factors.map((each) => ({ ...each, last_authenticated_at }));
  await store.actions.accept({ member_session: { ...session!, authentication_factors }, member, organization });
}
