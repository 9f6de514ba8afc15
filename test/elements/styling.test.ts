import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define.js';
import { define } from '../../src/index.js';
import { parts } from '../../src/styles/parts.js';
import { registerTokens, tokens } from '../../src/styles/tokens.js';
import type { Intent } from '../../src/flows/flow.js';
import type { StytchOrgSwitcher } from '../../src/elements/stytch-org-switcher.js';
import type { StytchUserButton } from '../../src/elements/stytch-user-button.js';
import { type Role, shown, stage } from '../stage.js';
import { waitUntil } from './person.js';

const LOGIN = html`<stytch-login methods="magic_link google_oauth sso"></stytch-login>`;
const PROMPT = html`<stytch-mfa-prompt></stytch-mfa-prompt>`;

/** Styles of a page for the length of a test. */
const pages: CSSStyleSheet[] = [];
function page(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  pages.push(sheet);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
afterEach(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => !pages.includes(each));
  pages.splice(0);
});

async function given<E extends HTMLElement>(content: unknown, role: Role | null = {}) {
  const on = await stage(role);
  const element = await shown<E>(on, content);
  return { on, element, provider: element.parentElement!, find: finder(element) };
}

const finder =
  (element: HTMLElement) =>
  <E extends HTMLElement>(part: string): E =>
    element.shadowRoot!.querySelector<E>(`[part~=${part}]`)!;

async function switcher(role?: Role, content: unknown = html`<stytch-org-switcher></stytch-org-switcher>`) {
  const all = await given<StytchOrgSwitcher>(content, role);
  all.element.show();
  await waitUntil(() => all.find('option'));
  return all;
}

async function prompted(content: unknown = PROMPT) {
  const all = await given(content);
  await all.on.reach({ type: 'switch', organization_id: all.on.id('Globex') });
  await waitUntil(() => all.element.querySelector('.stytch-input'));
  return { ...all, input: all.element.querySelector<HTMLElement>('.stytch-input')! };
}

const look = (element: Element) => getComputedStyle(element);

describe('tokens', () => {
  it('have a default each, and give way to what the page sets', async () => {
    const { element, provider } = await given(LOGIN, null);
    const alias = (name: string) => look(element).getPropertyValue(`--_${name}`);
    for (const name of Object.keys(tokens)) {
      if (name !== 'font') expect(alias(name), name).to.not.equal('');
      provider.style.setProperty(`--stytch-${name}`, sample(name));
      expect(alias(name), name).to.equal(sample(name));
    }
  });

  it('follow the theme with the colours of both', async () => {
    const { element, provider, find } = await given(LOGIN, null);
    provider.style.setProperty('--stytch-surface', 'light-dark(rgb(1, 1, 1), rgb(2, 2, 2))');
    for (const [theme, colour] of Object.entries({ light: 'rgb(1, 1, 1)', dark: 'rgb(2, 2, 2)' })) {
      provider.setAttribute('theme', theme);
      await waitUntil(() => element.matches(`:state(${theme})`));
      expect(look(find('base')).backgroundColor).to.equal(colour);
    }
  });

  it('need no unit for nothing, are those of where they are set, and keep their default when they make no sense', async () => {
    const { element, provider } = await given(LOGIN, null);
    const button = element.querySelector('.stytch-button')!;
    provider.style.cssText = '--stytch-radius: 0; --stytch-space: 0';
    expect([look(button).borderRadius, look(button).paddingInline]).to.deep.equal(['0px', '0px']);
    provider.style.cssText = 'font-size: 10px; --stytch-radius: 1em';
    element.style.fontSize = '40px';
    expect(look(button).borderRadius).to.equal('10px');
    provider.style.cssText = '--stytch-radius: blue';
    expect(look(button).borderRadius).to.equal(tokens.radius);
  });

  it('can be registered by somebody else before', () => {
    expect(() => CSS.registerProperty({ name: '--stytch-radius', syntax: '*', inherits: true })).to.throw();
    expect(() => registerTokens()).to.not.throw();
    expect(() => define({ prefix: 'styled' })).to.not.throw();
  });
});

function sample(name: string): string {
  if (/radius|size|width|height$|space/.test(name) && name !== 'line-height') return '7px';
  return { 'line-height': '1.7', duration: '0.3s' }[name] ?? 'rgb(1, 2, 3)';
}

/** Every element of the family below `root`, at any depth. */
function family(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
    ...(each.localName.startsWith('stytch-') ? [each] : []),
    ...(each.shadowRoot ? family(each.shadowRoot) : []),
  ]);
}

/** Moments in which an element shows much of what it has. */
const moments: Record<string, () => Promise<unknown>> = {
  'a switcher with a filter': () => switcher({ email: 'several@example.com', organization: 'Organization 001' }),
  'a switch that has failed': async () => {
    const { on, element, find } = await switcher();
    on.world.faults([{ path: '/b2b/sessions/exchange', status: 500, times: 99 }]);
    const hooli = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part~=option]')].at(1)!;
    hooli.click();
    await waitUntil(() => find('notice'));
  },
  'a code': () => prompted(),
  'a choice of methods': () => owed('Hooli'),
  'a new authenticator app': () => owed('Hooli', { type: 'choose-method', method: 'totp' }),
  'a first factor': () => owed('Umbrella'),
  'a log-in': () => given(LOGIN, null),
  settings: () => given(html`<stytch-mfa-settings></stytch-mfa-settings>`, { organization: 'Globex' }),
  'a menu': async () => {
    const { element, find } = await given<StytchUserButton>(html`<stytch-user-button></stytch-user-button>`);
    element.show();
    await waitUntil(() => find('menu'));
  },
  'a gate': async () => {
    const { find } = await given(html`<stytch-gate mfa></stytch-gate>`);
    await waitUntil(() => find('base'));
  },
  'a log-out that has failed': async () => {
    const { on, find } = await given(html`<stytch-logout></stytch-logout>`);
    on.world.faults([{ path: '/b2b/sessions/revoke', drop: true, times: 99 }]);
    find('button').click();
    await waitUntil(() => find('error'));
  },
  'a line': () => given(html`<stytch-session-status show-expiry></stytch-session-status>`),
};

async function owed(organization: string, ...steps: Intent[]) {
  const all = await given(html`<div><stytch-step-up></stytch-step-up>${PROMPT}</div>`);
  await all.on.reach({ type: 'switch', organization_id: all.on.id(organization) }, ...steps);
  await waitUntil(() => family(all.provider).some(({ shadowRoot }) => shadowRoot?.querySelector('h2')));
}

/** What has to have which part, wherever it is. */
const rules: Record<string, string> = {
  'button:not([role=menuitem], [part~=trigger], [part~=option])': 'button',
  '.primary': 'primary-button',
  '.button.link': 'link',
  input: 'input',
  h2: 'heading',
  dialog: 'dialog',
  '[popover]': 'popover',
  '[role=menu]': 'menu',
  '[role=menuitem]': 'menu-item',
  '[role=option]': 'option',
  '.card': 'base',
  '.mark:not(i)': 'avatar',
  '.spinner': 'spinner',
};

interface Manifest {
  modules: { declarations?: { tagName?: string; cssParts?: { name: string }[] }[] }[];
}

describe('parts and states', () => {
  let described: Map<string, Set<string>>;
  before(async () => {
    const { default: manifest } = await import('../../custom-elements.json');
    const all = (manifest as Manifest).modules.flatMap(({ declarations = [] }) => declarations);
    described = new Map(
      all.map(({ tagName = '', cssParts = [] }) => [tagName, new Set(cssParts.map(({ name }) => name))]),
    );
  });

  for (const [name, arrive] of Object.entries(moments))
    it(`are the same in ${name} as everywhere`, async () => {
      await arrive();
      const elements = family(document);
      expect(elements).to.not.be.empty;
      for (const element of elements) {
        const { localName, shadowRoot, dataset } = element;
        if (dataset['state']) expect(element.matches(`:state(${dataset['state']})`), localName).to.equal(true);
        expect(!!dataset['state'], `${localName} has a state`).to.equal(true);
        for (const [selector, part] of Object.entries(rules))
          for (const each of shadowRoot!.querySelectorAll(selector))
            expect([...each.part], `${localName}: ${each.outerHTML.slice(0, 200)}`).to.include(part);
        const used = [...shadowRoot!.querySelectorAll('[part]')].flatMap((each) => [...each.part]);
        const own = described.get(localName);
        const strange = used.filter((part) => !own?.has(part));
        expect([...new Set(strange)], `${localName} does not describe`).to.deep.equal([]);
      }
    });

  it('have one name each', () => {
    expect(new Set(parts).size).to.equal(parts.length);
  });

  it('of what is inside the menu can be named on the button', async () => {
    page('stytch-user-button::part(option) { color: rgb(1, 2, 3) }');
    const { element, find } = await given<StytchUserButton>(html`<stytch-user-button></stytch-user-button>`);
    element.show();
    await waitUntil(() => find('switcher'));
    const inner = find<StytchOrgSwitcher>('switcher');
    await inner.updateComplete;
    inner.show();
    await waitUntil(() => finder(inner)('option'));
    expect(look(finder(inner)('option')).color).to.equal('rgb(1, 2, 3)');
  });
});

describe('unstyled', () => {
  const isBare = (element: HTMLElement) => element.matches(':state(unstyled)');

  it('leaves out our look, of the fields in the light DOM as well, and only there', async () => {
    const styled = await prompted();
    const { input, find, element } = await prompted(html`<stytch-mfa-prompt unstyled></stytch-mfa-prompt>`);
    const plain = await fixture<HTMLElement>(html`<input />`);
    expect(isBare(element)).to.equal(true);
    expect(look(input).borderRadius).to.equal(look(plain).borderRadius);
    expect(look(find('base')).padding).to.equal('0px');
    expect([look(styled.input).borderRadius, look(styled.find('base')).padding]).to.deep.equal(['10px', '24px']);
  });

  it('of a provider is for all its elements, and can be changed', async () => {
    const { element, provider, find } = await given(LOGIN, null);
    const padding = () => look(find('base')).padding;
    expect([isBare(element), padding()]).to.deep.equal([false, '24px']);
    provider.setAttribute('unstyled', '');
    await waitUntil(() => isBare(element));
    expect(padding()).to.equal('0px');
    provider.removeAttribute('unstyled');
    await waitUntil(() => !isBare(element));
    expect(padding()).to.equal('24px');
  });

  it('is passed on to what an element puts in for itself', async () => {
    const { on, element } = await given(html`<stytch-org-switcher unstyled></stytch-org-switcher>`);
    await on.reach({ type: 'switch', organization_id: on.id('Globex') });
    await waitUntil(() => element.querySelector('stytch-mfa-prompt')?.matches(':state(unstyled)'));
  });

  it('keeps hidden what is hidden, whatever a page says of parts', async () => {
    page('stytch-mfa-prompt::part(error) { display: block }');
    const { find, element } = await prompted(html`<stytch-mfa-prompt unstyled></stytch-mfa-prompt>`);
    expect(look(find('error')).display).to.equal('none');
    const said = element.shadowRoot!.querySelector('.visually-hidden')!;
    expect(look(said).width).to.equal('1px');
  });

  it('keeps the panel beside its button, and draws of many rows what can be seen', async () => {
    const several = { email: 'several@example.com', organization: 'Organization 001' };
    const { find, element } = await switcher(several, html`<stytch-org-switcher unstyled></stytch-org-switcher>`);
    const [trigger, popover] = [find('trigger').getBoundingClientRect(), find('popover').getBoundingClientRect()];
    expect(find('popover').matches(':popover-open')).to.equal(true);
    expect(Math.abs(popover.top - trigger.bottom)).to.be.below(10);
    const rows = () => [...element.shadowRoot!.querySelectorAll('[part~=option]')];
    expect(rows().length).to.be.within(5, 60);
    const list = find('list');
    expect(list.scrollHeight).to.be.above(10_000);
    list.scrollTop = 8000;
    await waitUntil(() => Number(rows()[0]?.getAttribute('aria-posinset')) > 100);
  });

  it('is accessible', async () => {
    const { element } = await prompted(html`<stytch-mfa-prompt unstyled></stytch-mfa-prompt>`);
    await expect(element).to.be.accessible();
  });
});

describe('themes', () => {
  const theme = async (name: string) =>
    page(`${await (await fetch(`/themes/${name}.css`)).text()} :root { --stytch-duration: 0s }`);
  const main = (element: HTMLElement) => look(element.querySelector('.stytch-button')!);

  it('for shadcn/ui follow its variables, and keep our own where it has none', async () => {
    await theme('shadcn');
    const { element } = await given(LOGIN, null);
    expect(main(element).borderRadius).to.equal('10px');
    page(':root { --primary: rgb(1, 2, 3); --primary-foreground: rgb(250, 250, 250); --radius: 3px }');
    const { backgroundColor, color, borderRadius } = main(element);
    expect([backgroundColor, color, borderRadius]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(250, 250, 250)', '3px']);
  });

  it('for shadcn/ui are dark where its class says so', async () => {
    await theme('shadcn');
    page('.dark { --primary: rgb(4, 5, 6) }');
    const { element, provider } = await given(LOGIN, null);
    provider.classList.add('dark');
    expect([main(element).backgroundColor, look(element).colorScheme]).to.deep.equal(['rgb(4, 5, 6)', 'dark']);
  });

  it('for Tailwind follow names of the page’s own first, then its palette', async () => {
    await theme('tailwind');
    const { element } = await given(LOGIN, null);
    page(':root { color-scheme: light; --color-blue-700: rgb(1, 2, 3); --radius-lg: 5px; --spacing: 2px }');
    const { backgroundColor, borderRadius, paddingInline } = main(element);
    expect([backgroundColor, borderRadius, paddingInline]).to.deep.equal(['rgb(1, 2, 3)', '5px', '8px']);
    page(':root { --color-primary: rgb(7, 8, 9) }');
    expect(main(element).backgroundColor).to.equal('rgb(7, 8, 9)');
  });
});
