import { expect } from '@open-wc/testing';
import { html, nothing } from 'lit';
import '../../src/define.js';
import type { StytchSessionStatus } from '../../src/elements/stytch-session-status.js';
import { addMessages } from '../../src/index.js';
import { waitUntil } from '../elements/person.js';
import { shown, stage } from '../stage.js';

/** Somebody who is signed in, in a part of the page that has a language. */
async function spoken(lang?: string) {
  const on = await stage();
  const part = await shown<HTMLElement>(
    on,
    html`<p lang=${lang ?? nothing}><stytch-session-status></stytch-session-status></p>`,
  );
  const element = part.querySelector<StytchSessionStatus>('stytch-session-status')!;
  const text = () => element.shadowRoot?.querySelector('[part=text]')?.textContent ?? '';
  return { on, part, element, text };
}

describe('the language of a page', () => {
  const said = {
    es: 'Ada Lovelace',
    fr: 'Ada Lovelace',
    de: 'Angemeldet als',
    'pt-BR': 'Ada Lovelace',
    ja: 'ログイン',
    ar: 'Ada Lovelace',
    he: 'Ada Lovelace',
  };
  for (const [language, words] of Object.entries(said))
    it(`is spoken where it is ${language}`, async () => {
      const { text } = await spoken(language);
      await waitUntil(() => text().includes(words), text());
      expect(text()).not.to.contain('Signed in');
    });

  it('is not English first', async () => {
    const { part } = await spoken('en');
    const late = document.createElement('stytch-session-status');
    const seen = new Set<string>();
    part.lang = 'fr-CA';
    part.append(late);
    for (let frame = 0; frame < 30; frame += 1) {
      seen.add(late.shadowRoot?.querySelector('[part=text]')?.textContent ?? '');
      await new Promise(requestAnimationFrame);
    }
    seen.delete('');
    expect([...seen]).to.have.lengthOf(1);
    expect([...seen][0]).not.to.contain('Signed in');
  });

  for (const none of ['constructor', '__proto__'])
    it(`is English where the page says ${none}`, async () => {
      const { text } = await spoken(none);
      await waitUntil(() => text() === 'Signed in as Ada Lovelace · Acme', text());
    });

  it('is followed when it changes, also above a shadow root', async () => {
    const { on, text } = await spoken();
    const host = document.createElement('div');
    const provider = document.querySelector('stytch-provider')!;
    provider.append(host);
    const inner = document.createElement('stytch-session-status');
    host.attachShadow({ mode: 'open' }).append(inner);
    const innerText = () => inner.shadowRoot?.querySelector('[part=text]')?.textContent ?? '';
    await waitUntil(() => innerText().includes('Signed in as'));
    try {
      document.documentElement.lang = 'de-AT';
      await waitUntil(() => text().startsWith('Angemeldet als') && innerText().startsWith('Angemeldet als'));
      inner.lang = 'en';
      await waitUntil(() => innerText().startsWith('Signed in as'));
      expect(text()).to.match(/^Angemeldet als/);
    } finally {
      document.documentElement.lang = 'en';
    }
    await waitUntil(() => text().startsWith('Signed in as'));
    await on.store.actions.logout();
    await waitUntil(() => text() === 'Signed out');
  });

  it('can be reworded by the page, before its words come and after', async () => {
    addMessages('it', { status: { signedIn: (name) => `Ecco ${name}` } });
    addMessages('pt', { status: { signedIn: (name) => `Olá, ${name}!` } });
    const { part, text } = await spoken('pt-PT');
    await waitUntil(() => text() === 'Olá, Ada Lovelace!', text());
    part.lang = 'it';
    await waitUntil(() => text() === 'Ecco Ada Lovelace', text());
  });
});
