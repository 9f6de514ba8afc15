import { expect, fixture, waitUntil as wait } from '@open-wc/testing';
import { html, nothing, render } from 'lit';
import '../../src/define/gate.js';
import { SEED_TOTP_SECRET } from '../../emulator/seed.js';
import type { Details } from '../../src/controllers/events.js';
import type { StytchGate } from '../../src/elements/stytch-gate.js';
import { type Role, type Stage, stage, totpCode } from '../stage.js';

const waitUntil = (holds: () => unknown, what?: string) => wait(holds, what, { interval: 10, timeout: 15_000 });

const elsewhere = `${location.origin}/elsewhere`;
const asksForProof = html`<stytch-mfa-prompt mode="step-up"></stytch-mfa-prompt>`;
const asksForFactor = html`<stytch-mfa-prompt></stytch-mfa-prompt>`;

interface Needs {
  readonly mfa?: boolean;
  readonly role?: string;
  readonly organization?: string;
  readonly to?: string;
}

const gate = ({ mfa = false, role, organization, to = '/elsewhere' }: Needs) =>
  html`<stytch-gate
    redirect-to=${to}
    required-role=${role ?? nothing}
    organization=${organization ?? nothing}
    ?mfa=${mfa}
    ><p>Secret</p></stytch-gate
  >`;

/** A page of which a router keeps the redirects to itself, and where they would have led. */
async function page(role: Role | null = {}) {
  const on = await stage(role);
  const root = await fixture<HTMLElement>(on.within(html`<main></main>`));
  const [urls, errors]: [string[], string[]] = [[], []];
  root.addEventListener('stytch-redirect', (event) => {
    event.preventDefault();
    urls.push(event.detail.url);
  });
  root.addEventListener('stytch-error', ({ detail }: CustomEvent<Details['stytch-error']>) =>
    errors.push(detail.error.code),
  );
  const main = root.querySelector('main')!;
  const state = () => main.querySelector('stytch-gate')!.dataset['state'];
  return {
    on,
    urls,
    errors,
    state,
    /** What the page shows from now on, at an address of its own. */
    shows: async (content: unknown, path: string) => {
      history.pushState(null, '', `#${path}`);
      render(nothing, main);
      render(content, main);
      await main.querySelector<StytchGate>('stytch-gate')!.updateComplete;
    },
    /** What has come of it once everything has had its turn. */
    outcome: async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [state(), ...urls];
    },
  };
}

const toGlobex = ({ store, id }: Stage) => store.actions.switchOrganization(id('Globex'));

let count = 0;
const somewhere = () => `/${(count += 1)}`;

describe('<stytch-gate redirect-to> that is not met', () => {
  const { href } = location;
  afterEach(() => history.replaceState(null, '', href));

  describe('goes there', () => {
    it('when nobody is signed in', async () => {
      const { shows, outcome } = await page(null);
      await shows(gate({}), somewhere());
      expect(await outcome()).to.deep.equal(['signed-out', elsewhere]);
    });

    it('when the member may not see it, once', async () => {
      const { on, shows, outcome } = await page();
      await shows([gate({}), gate({ role: 'nobody' }), gate({ role: 'nobody', to: '/other' })], somewhere());
      await on.store.actions.refresh();
      expect(await outcome()).to.deep.equal(['open', elsewhere]);
    });

    it('when another organization was entered', async () => {
      const { on, shows, outcome } = await page();
      await shows([gate({ organization: 'acme' }), asksForFactor], somewhere());
      await toGlobex(on);
      await on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET));
      expect(await outcome()).to.deep.equal(['organization-changed', elsewhere]);
    });

    it('when something is owed that nothing on the page asks for', async () => {
      const { on, shows, outcome } = await page();
      await shows(gate({}), somewhere());
      await toGlobex(on);
      expect(await outcome()).to.deep.equal(['pending', elsewhere]);
    });

    it('when nothing can ask for a proof', async () => {
      const { on, state, urls, shows } = await page();
      const { StytchB2BClient } = await import('../../src/client/sdk.js');
      const { publicToken, cookieOptions } = on.store.options;
      const client = new StytchB2BClient(publicToken, { cookieOptions: cookieOptions! });
      const { StytchGate: Gate } = await import('../../src/elements/stytch-gate.js');
      if (!customElements.get('bare-gate')) customElements.define('bare-gate', class extends Gate {});
      await shows(html`${gate({})}<bare-gate .client=${client} mfa redirect-to="/elsewhere"></bare-gate>`, somewhere());
      await waitUntil(() => urls.length > 0);
      expect([state(), urls]).to.deep.equal(['open', [elsewhere]]);
      expect(document.querySelector<HTMLElement>('bare-gate')!.dataset['state']).to.equal('stale');
    });
  });

  describe('stays', () => {
    it('where the page asks for what is owed', async () => {
      const { on, shows, outcome } = await page();
      await shows([gate({}), asksForFactor], somewhere());
      await toGlobex(on);
      expect(await outcome()).to.deep.equal(['pending']);
    });

    for (const [who, beside] of [
      ['it asks for a proof itself', nothing],
      ['the page asks for a proof', asksForProof],
    ] as const)
      it(`where ${who}`, async () => {
        const { shows, outcome } = await page();
        await shows([gate({ mfa: true }), beside], somewhere());
        expect(await outcome()).to.deep.equal(['stale']);
      });
  });

  describe('in an application of one page', () => {
    it('goes there from the next address, too', async () => {
      const { urls, shows } = await page(null);
      const one = somewhere();
      await shows(gate({ to: '/login' }), one);
      await shows(gate({ to: '/login' }), somewhere());
      await shows(gate({ to: '/join' }), somewhere());
      expect(urls.map((url) => new URL(url).pathname)).to.deep.equal(['/login', '/login', '/join']);
      await shows(gate({ to: '/login' }), one); // by the browser's own button
      expect(urls).to.have.length(3);
    });

    it('does not go round in circles', async () => {
      const { on, urls, errors, shows } = await page();
      await shows(gate({ to: '/login' }), somewhere());
      for (let time = 0; time < 4; time += 1) {
        await on.store.actions.logout();
        const { session_token: sessionToken } = await on.world.session('ada@example.com', 'Acme');
        await on.store.actions.hydrate({ sessionToken });
      }
      expect([urls.length, [...new Set(errors)]]).to.deep.equal([2, ['misconfigured']]);
    });
  });
});
