import { expect, fixture, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/callback.js';
import '../../src/define/login.js';
import { SEED_TOTP_SECRET } from '../../emulator/seed.js';
import type { StytchCallback } from '../../src/elements/stytch-callback.js';
import type { StytchProvider } from '../../src/elements/stytch-provider.js';
import { type Brought, linkTo } from '../../stories/link.js';
import { shown, stage, totpCode, type Role, type Stage } from '../stage.js';
import { hands, waitUntil } from './person.js';

const landing = html`<stytch-callback></stytch-callback>`;
const page = location.href;
const USED = 'This link has been used already, or its time is over. Ask for a new one.';

/** Somebody comes by a link or a redirect; by default nobody is signed in. */
async function comes(brought: Brought, content: unknown = landing, role: Role | null = null) {
  const on = await stage(role);
  return { on, ...(await lands(on, linkTo(on, brought), content)) };
}

/** The landing page at an address, and everything that it tells. */
async function lands(on: Stage, url: string, content: unknown = landing) {
  const events: string[] = [];
  const heard = ({ type, detail }: CustomEvent<Record<string, unknown>>) => {
    const { method, url, error, pending } = detail as Record<string, { message?: string; kind?: string } | undefined>;
    const what = method ?? url ?? error?.message ?? pending?.kind ?? '';
    events.push(`${type.replace('stytch-', '')} ${typeof what === 'string' ? what : ''}`.trim());
  };
  const names = ['authenticated', 'pending', 'redirect', 'error', 'cancel'];
  const all = names.map((name) => [`stytch-${name}`, heard as unknown as EventListener] as const);
  for (const [name, listener] of all) document.addEventListener(name, listener);
  document.addEventListener('stytch-redirect', prevent);
  leaving.push(() => {
    for (const [name, listener] of all) document.removeEventListener(name, listener);
  });
  if (url !== location.href) history.replaceState(null, '', url);
  const element = await shown<StytchCallback>(on, content);
  return { element, events, ...hands(on, element), child: () => childOf(on, element) };
}

/** What the element has put in its place, and the hands of a person there. */
function childOf(on: Stage, element: HTMLElement) {
  const child = element.querySelector<HTMLElement>('[slot=prompt]');
  return child && { tag: child.localName, ...hands(on, child) };
}

const leaving: (() => void)[] = [];
const prevent = (event: Event) => event.preventDefault();
const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('<stytch-callback>', () => {
  afterEach(() => {
    for (const leave of leaving.splice(0)) leave();
    document.removeEventListener('stytch-redirect', prevent);
    if (location.href !== page) history.replaceState(null, '', page); // WebKit counts: a hundred in ten seconds
  });

  it('shows nothing, and loads nothing, while nobody comes by a link', async () => {
    const { element, events, state } = await lands(await stage(null), page);
    expect([state(), element.childElementCount, events]).to.deep.equal(['idle', 0, []]);
    expect(element.shadowRoot!.querySelector('section')).to.equal(null);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('waits for a provider whose public token comes later, as frameworks set it', async () => {
    const on = await stage(null);
    history.replaceState(null, '', linkTo(on, { purpose: 'magic_link', organization: 'Acme' }));
    const provider = await fixture<StytchProvider>(html`<stytch-provider>${landing}</stytch-provider>`);
    await soon();
    expect(location.search).to.contain('token=');
    Object.assign(provider, on.store.options);
    await on.until(({ status }) => status === 'signed-in');
    expect(location.search).not.to.contain('token=');
  });

  it('makes its page the one that links lead to', async () => {
    const { on } = await comes({ purpose: 'magic_link', organization: 'Acme' });
    await on.until(({ status }) => status === 'signed-in');
    await on.store.actions.logout();
    history.replaceState(null, '', `${page.replace(/[?#].*/, '')}?from=here`);
    await on.store.actions.sendLink('ada@example.com');
    expect(on.world.outbox().at(-1)?.url).to.contain('?from=here&stytch_token_type=discovery&token=');
  });

  describe('with each kind of token', () => {
    const sessions: [Brought, organization: string, method: string][] = [
      [{ purpose: 'magic_link', organization: 'Acme' }, 'Acme', 'magic_link'],
      [{ purpose: 'oauth', organization: 'Acme' }, 'Acme', 'google_oauth'],
      [{ purpose: 'sso', organization: 'Umbrella' }, 'Umbrella', 'sso'],
      [{ purpose: 'impersonation', organization: 'Globex' }, 'Globex', 'impersonated'],
    ];
    for (const [brought, organization, method] of sessions)
      it(`signs in to ${organization} (${brought.purpose})`, async () => {
        const { at, text, heading, events, where, names } = await comes(brought);
        await at('done');
        expect(where()).to.equal(organization);
        expect([heading(), text()]).to.deep.equal([
          'You are signed in',
          `You are signed in as Ada Lovelace · ${organization}.`,
        ]);
        await waitUntil(() => events.length > 0);
        await soon();
        expect([events, names()]).to.deep.equal([[`authenticated ${method}`], []]);
      });

    for (const purpose of ['discovery', 'discovery_oauth'] as const)
      it(`lets an organization be chosen (${purpose})`, async () => {
        const { at, child, events, asked } = await comes({ purpose });
        await at('next');
        expect([child()?.tag, events]).to.deep.equal(['stytch-discovery', ['pending discovery']]);
        expect(asked('/discovery/authenticate')).to.equal(1);
      });

    it('asks for a new password before it uses the link (password_reset)', async () => {
      const { at, heading, asked } = await comes({ purpose: 'password_reset', organization: 'Acme' });
      await at('new-password');
      expect([heading(), asked('/passwords/email/reset')]).to.deep.equal(['Choose a new password', 0]);
    });

    it('says that it does not know a kind', async () => {
      const on = await stage(null);
      const url = new URL(page);
      url.search = '?token=secret&stytch_token_type=carrier_pigeon';
      const { at, heading, error, events } = await lands(on, url.href);
      await at('failed');
      expect([heading(), error()]).to.deep.equal([
        'This link is for something else',
        'This link is of a kind that this page does not know.',
      ]);
      expect([events, location.search]).to.deep.equal([['error misconfigured (link-type)'], '']);
    });
  });

  describe('on its way', () => {
    it('takes the token out of the address before any request, and shows progress at once', async () => {
      const on = await stage(null);
      await import('../../src/elements/entrance/lazy-entrance.js'); // the log-in is there before the answer to the link
      on.world.faults([{ path: '/b2b/magic_links/authenticate', delayMs: 1000 }]);
      const url = linkTo(on, { purpose: 'magic_link', organization: 'Acme', parameters: { page: '2' } });
      const made = lands(on, `${url}#top`);
      await Promise.resolve();
      await waitUntil(() => document.querySelector('stytch-callback'));
      await waitUntil(() => !location.href.includes('token'));
      expect([location.hash, new URL(location.href).searchParams.get('page')]).to.deep.equal(['#top', '2']);
      expect(on.world.requests().filter(({ path }) => path.endsWith('/authenticate'))).to.deep.equal([]);
      const { at, root, element } = await made;
      await at('working');
      expect(root.querySelector('[part~=text]')?.textContent).to.equal('Signing you in…');
      expect(root.querySelector('[part~=text]')?.getAttribute('role')).to.equal('status');
      await expect(element).to.be.accessible();
      await at('done');
      await expect(element).to.be.accessible();
    });

    it('uses a link once, with two elements on the page', async () => {
      const both = html`
        <stytch-callback return-to="/one"></stytch-callback><stytch-callback return-to="/two"></stytch-callback>
      `;
      const { at, events, asked, element } = await comes({ purpose: 'magic_link', organization: 'Acme' }, both);
      await at('done');
      await waitUntil(() => events.length > 1);
      await soon();
      expect(events).to.deep.equal(['authenticated magic_link', `redirect ${location.origin}/one`]);
      const other = element.nextElementSibling as StytchCallback;
      expect([asked('/magic_links/authenticate'), other.dataset['state']]).to.deep.equal([1, 'idle']);
    });

    it('goes on where it was when it is moved, or put in anew', async () => {
      const on = await stage(null);
      on.world.faults([{ path: '/b2b/magic_links/authenticate', delayMs: 1000 }]);
      const url = linkTo(on, { purpose: 'magic_link', organization: 'Acme' });
      const { element, events, asked } = await lands(on, url, html`<stytch-callback return-to="/"></stytch-callback>`);
      const provider = element.parentElement!;
      provider.append(element);
      expect(element.dataset['state']).to.equal('working');
      element.remove();
      await soon();
      const again = document.createElement('stytch-callback');
      again.returnTo = '/again';
      provider.append(again);
      await waitUntil(() => again.dataset['state'] === 'working');
      await waitUntil(() => events.length > 1);
      expect(events).to.deep.equal(['authenticated magic_link', `redirect ${location.origin}/again`]);
      expect(asked('/magic_links/authenticate')).to.equal(1);
      again.remove();
      await soon();
      provider.append(again);
      await soon();
      expect([again.dataset['state'], events.length]).to.deep.equal(['idle', 2]);
    });

    it('leaves the token to whoever was first: the page by its own call, or the element', async () => {
      const on = await stage(null);
      history.replaceState(null, '', linkTo(on, { purpose: 'magic_link', organization: 'Acme' }));
      const byPage = on.store.actions.authenticateByUrl();
      const { state, asked } = await lands(on, location.href);
      expect([(await byPage).status, state(), asked('/magic_links/authenticate')]).to.deep.equal([
        'signed-in',
        'idle',
        1,
      ]);
      const second = await comes({ purpose: 'magic_link', organization: 'Acme' });
      await second.on.store.actions.authenticateByUrl();
      await second.at('done');
      expect(second.asked('/magic_links/authenticate')).to.equal(1);
    });
  });

  describe('with return-to', () => {
    const onward = (target: string) => html`<stytch-callback return-to=${target}></stytch-callback>`;
    const acme = { purpose: 'magic_link', organization: 'Acme' } as const;

    it('goes on to the page of the organization, and offers it again to whoever comes back', async () => {
      const { on, at, events, press } = await comes(acme, onward('/{slug}?id={id}'));
      const target = `redirect ${location.origin}/acme?id=${on.id('Acme')}`;
      await at('done');
      await waitUntil(() => events.length > 1);
      expect(events).to.deep.equal(['authenticated magic_link', target]);
      press('Continue');
      expect(events.slice(2)).to.deep.equal([target]);
    });

    it('says that it may not go somewhere else', async () => {
      const { at, events, error, names } = await comes(acme, onward('https://evil.example/'));
      await at('done');
      await waitUntil(() => events.length > 1);
      expect(events).to.deep.equal(['authenticated magic_link', 'error misconfigured (redirect)']);
      expect(error()).to.equal('The page author has chosen an address that redirects may not go to.');
      expect(names()).to.deep.equal([]);
    });

    it('goes on once after what was owed, which tells its news first', async () => {
      const globex = { purpose: 'magic_link', organization: 'Globex' } as const;
      const { at, child, events } = await comes(globex, onward('/{slug}'));
      await at('next');
      await waitUntil(() => child()?.state() === 'code');
      expect(child()?.tag).to.equal('stytch-mfa-prompt');
      child()?.types('Verification code', totpCode(SEED_TOTP_SECRET));
      await at('done');
      await waitUntil(() => events.length > 2);
      await soon();
      expect(events).to.deep.equal(['pending mfa', 'authenticated totp', `redirect ${location.origin}/globex`]);
    });

    it('goes on once where a log-in on the same page would do so too', async () => {
      const both = html`${onward('/landed')}<stytch-login return-to="/logged-in"></stytch-login>`;
      const on = await stage(null);
      await import('../../src/elements/entrance/lazy-entrance.js'); // the log-in is there before the answer to the link
      on.world.faults([{ path: '/b2b/magic_links/authenticate', delayMs: 300 }]);
      const { element, events } = await lands(on, linkTo(on, { purpose: 'magic_link', organization: 'Globex' }), both);
      await waitUntil(() => element.nextElementSibling?.matches('[data-state=methods]'));
      await on.until(({ pending }) => pending?.kind === 'mfa');
      await on.reach({ type: 'submit-code', secret: totpCode(SEED_TOTP_SECRET) });
      await waitUntil(() => events.some((each) => each.startsWith('redirect')));
      await soon();
      expect(events.filter((each) => each.startsWith('redirect'))).to.have.lengthOf(1);
    });
  });

  describe('for somebody who is signed in', () => {
    const globex = { purpose: 'magic_link', organization: 'Globex' } as const;
    const content = html`<stytch-callback return-to="/app"></stytch-callback>`;

    it('gives the session before back, and goes nowhere unasked', async () => {
      const { at, child, events, where, text, names } = await comes(globex, content, {});
      await at('next');
      await waitUntil(() => child()?.state() === 'code');
      child()?.press('Cancel');
      await at('done');
      expect([where(), text()]).to.deep.equal(['Acme', 'You are signed in as Ada Lovelace · Acme.']);
      await soon();
      expect([events, names()]).to.deep.equal([['pending mfa', 'cancel'], ['Continue']]);
    });

    const unable = async () => {
      const on = await stage();
      Object.defineProperty(on.store, 'canReturn', { get: () => false });
      return lands(on, linkTo(on, { purpose: 'discovery' }), content);
    };

    it('asks before it costs the session, and goes on', async () => {
      const { at, element, heading, text, asked, press } = await unable();
      await at('asking');
      expect(heading()).to.equal('You are already signed in');
      expect(text()).to.equal('You are signed in as Ada Lovelace · Acme. Using this link signs you out there.');
      await expect(element).to.be.accessible();
      expect(asked('/discovery/authenticate')).to.equal(0);
      press('Continue');
      await at('next');
    });

    it('asks before it costs the session, and stays', async () => {
      const { at, press, asked, events, where } = await unable();
      await at('asking');
      press('Stay in Acme');
      await at('done');
      await waitUntil(() => events.length > 0);
      expect(events).to.deep.equal([`redirect ${location.origin}/app`]);
      expect([asked('/discovery/authenticate'), where()]).to.deep.equal([0, 'Acme']);
    });

    it('does not ask any more once there is nothing to lose', async () => {
      const on = await stage();
      Object.defineProperty(on.store, 'canReturn', { get: () => false });
      const { at } = await lands(on, linkTo(on, { purpose: 'discovery' }), content);
      await at('asking');
      await on.store.actions.logout();
      await at('next');
    });

    it('says of a link without use that the session is still there', async () => {
      const on = await stage();
      const url = linkTo(on, { purpose: 'magic_link', organization: 'Acme' });
      on.world.world.links.clear();
      const { at, text, error, names } = await lands(on, url, content);
      await at('failed');
      expect([text(), error()]).to.deep.equal(['You are still signed in as Ada Lovelace · Acme.', USED]);
      expect(names()).to.deep.equal(['Continue']);
    });
  });

  describe('when it fails', () => {
    const acme = { purpose: 'magic_link', organization: 'Acme' } as const;
    const withLogin = html`<stytch-callback login-url="/login"></stytch-callback>`;

    /** Comes by a link that has been spoilt. */
    const spoilt = async (brought: Brought, spoil: (on: Stage) => unknown, content: unknown = withLogin) => {
      const on = await stage(null);
      const url = linkTo(on, brought);
      await spoil(on);
      return { on, ...(await lands(on, url, content)) };
    };

    it('says that a link has been used, and leads back to log-in', async () => {
      const { element, at, heading, error, events, root } = await spoilt(acme, (on) => on.world.world.links.clear());
      await at('failed');
      expect([heading(), error()]).to.deep.equal(['This link does not work any more', USED]);
      expect(events).to.deep.equal(['error code-expired (link)']);
      const link = root.querySelector<HTMLAnchorElement>('slot[name=error] a');
      expect([link?.textContent, link?.href]).to.deep.equal(['Back to log-in', `${location.origin}/login`]);
      await expect(element).to.be.accessible();
    });

    it('says that its time is over', async () => {
      const { at, error } = await spoilt(acme, (on) => on.world.clock(3601));
      await at('failed');
      expect(error()).to.equal(USED);
    });

    it('says of a provider’s answer that it has been used', async () => {
      const { at, heading, error } = await spoilt({ purpose: 'oauth', organization: 'Acme' }, (on) =>
        on.world.world.links.clear(),
      );
      await at('failed');
      expect([heading(), error()]).to.deep.equal([
        'We could not sign you in',
        'This sign-in has been used already, or took too long. Start again.',
      ]);
    });

    it('says that this is not the browser in which the link was asked for', async () => {
      const { at, heading, error } = await spoilt(acme, (on) => {
        for (const link of on.world.world.links.values()) link.code_challenge = 'challenge';
      });
      await at('failed');
      expect([heading(), error()]).to.deep.equal([
        'This is another browser',
        'Open this link in the browser in which you asked for it, or ask for a new one here.',
      ]);
    });

    it('says that the provider was left without signing in', async () => {
      const url = new URL(page);
      url.search = '?error=access_denied&error_description=No';
      const { at, heading, error, names, events } = await lands(await stage(null), url.href, withLogin);
      await at('failed');
      expect([heading(), error()]).to.deep.equal([
        'You have not signed in',
        'You did not finish at the other service. Try again, or use another way.',
      ]);
      expect([names(), events]).to.deep.equal([['Back to log-in'], ['error cancelled (refused)']]);
    });

    it('can be tried again when the server was not reached', async () => {
      const { at, error, press, names, element, events } = await spoilt(acme, (on) =>
        on.world.faults([{ path: '/b2b/magic_links/authenticate', drop: true }]),
      );
      await at('failed');
      expect(error()).to.equal('You seem to be offline. Check your connection and try again.');
      expect(names()).to.deep.equal(['Try again', 'Back to log-in']);
      expect(events).to.deep.equal(['error offline']);
      expect(JSON.stringify([{ ...sessionStorage }, element.outerHTML, location.href])).not.to.match(/token=/);
      press('Try again');
      await at('done');
    });

    it('puts the page’s own way on in the place of ours', async () => {
      const content = html`<stytch-callback login-url="/login"><p slot="error">Ask Grace.</p></stytch-callback>`;
      const { at, element, root } = await spoilt(acme, (on) => on.world.world.links.clear(), content);
      await at('failed');
      expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
      expect(root.querySelector('slot[name=error] a')!.checkVisibility()).to.equal(false);
    });

    it('offers no way that is not allowed, and says so to the page', async () => {
      const content = html`<stytch-callback login-url="javascript:alert(1)"></stytch-callback>`;
      const { at, names, events } = await spoilt(acme, (on) => on.world.world.links.clear(), content);
      await at('failed');
      expect(names()).to.deep.equal([]);
      expect(events).to.include('error misconfigured (redirect)');
    });

    it('can be closed where it is a dialog, and is none where it is not', async () => {
      const content = html`<stytch-callback display="dialog"></stytch-callback>`;
      const { at, root, names, press } = await spoilt(acme, (on) => on.world.world.links.clear(), content);
      await at('failed');
      expect([root.querySelector('dialog')?.matches(':modal'), names()]).to.deep.equal([true, ['Close']]);
      press('Close');
      await at('idle');
      expect(root.querySelector('dialog')).to.equal(null);
    });

    it('says nothing any more once the person is in by another way', async () => {
      const { on, at, events } = await spoilt(acme, (on) => on.world.world.links.clear());
      await at('failed');
      const { session_token, session_jwt } = await on.world.session('ada@example.com', 'Acme');
      await on.store.actions.hydrate({ sessionToken: session_token, sessionJwt: session_jwt });
      await at('idle');
      expect(events).to.deep.equal(['error code-expired (link)']);
    });

    it('says that nobody is signed in after what was owed is cancelled', async () => {
      const { at, child, heading, events } = await comes({ purpose: 'magic_link', organization: 'Globex' });
      await at('next');
      await waitUntil(() => child()?.state() === 'code');
      child()?.press('Cancel');
      await at('failed');
      expect(heading()).to.equal('You are not signed in');
      await waitUntil(() => events.length > 1);
      expect(events).to.deep.equal(['pending mfa', 'cancel']);
    });
  });

  describe('with a new password to choose', () => {
    const GOOD = 'a zebra on the 7th roof';
    const resetting = { stytch_redirect_type: 'reset_password' };
    const content = html`<stytch-callback return-to="/app"></stytch-callback>`;

    it('signs in with it', async () => {
      const { element, at, types, press, events, asked } = await comes(
        { purpose: 'password_reset', organization: 'Acme' },
        content,
      );
      await at('new-password');
      await expect(element).to.be.accessible();
      types('Password', GOOD);
      press('Continue');
      await at('done');
      await waitUntil(() => events.length > 1);
      await soon();
      expect(events).to.deep.equal(['authenticated password', `redirect ${location.origin}/app`]);
      expect(asked('/passwords/email/reset')).to.equal(1);
    });

    it('goes on with the second factor after it', async () => {
      const { at, types, press, child, events } = await comes({ purpose: 'password_reset', organization: 'Globex' });
      await at('new-password');
      types('Password', GOOD);
      press('Continue');
      await at('next');
      await waitUntil(() => child()?.state() === 'code');
      expect(events).to.deep.equal(['pending mfa']);
    });

    it('goes on with the choice of an organization after it', async () => {
      const brought = { purpose: 'discovery_password_reset', parameters: resetting } as const;
      const { at, types, press, child } = await comes(brought);
      await at('new-password');
      types('Password', GOOD);
      press('Continue');
      await at('next');
      expect(child()?.tag).to.equal('stytch-discovery');
    });

    it('keeps the form while a password is refused', async () => {
      const { on, at, types, press, error, state } = await comes(
        { purpose: 'password_reset', organization: 'Acme' },
        content,
      );
      await at('new-password');
      const path = '/b2b/passwords/email/reset';
      on.world.faults([{ path, status: 400, errorType: 'breached_password' }]);
      types('Password', GOOD);
      press('Continue');
      await waitUntil(() => error() === 'That password is known from a data breach. Choose another one.');
      expect(state()).to.equal('new-password');
      types('Password', `${GOOD} or 8th`);
      press('Continue');
      await at('done');
    });

    it('says that the link has been used', async () => {
      const { on, at, types, press, heading, events } = await comes({
        purpose: 'password_reset',
        organization: 'Acme',
      });
      await at('new-password');
      on.world.world.links.clear();
      types('Password', GOOD);
      press('Continue');
      await at('failed');
      expect([heading(), events]).to.deep.equal(['This link does not work any more', ['error code-expired (link)']]);
    });

    /** Somebody whose link takes a while. */
    const waits = async (delayMs: number) => {
      const on = await stage(null);
      on.world.faults([{ path: '/b2b/magic_links/authenticate', delayMs }]);
      const brought = { purpose: 'magic_link', organization: 'Acme', parameters: resetting } as const;
      return lands(on, linkTo(on, brought));
    };

    for (const delayMs of [0, 300])
      it(`has the focus in the field after ${delayMs} ms`, async () => {
        const { at, element } = await waits(delayMs);
        await at('new-password');
        await waitUntil(() => element.contains(document.activeElement) && document.activeElement?.matches('input'));
      });

    it('takes the focus from nobody who has gone elsewhere while the link was being used', async () => {
      const { at, element } = await waits(1000);
      await waitUntil(() => element.shadowRoot!.querySelector('section'), 'it is shown to be at work');
      const elsewhere = element.parentElement!.appendChild(document.createElement('input'));
      elsewhere.focus();
      await at('new-password');
      await soon();
      expect(document.activeElement).to.equal(elsewhere);
    });

    it('can be left alone, with a link that is still good', async () => {
      const { at, press, heading, asked } = await comes({ purpose: 'password_reset', organization: 'Acme' }, content);
      await at('new-password');
      press('Cancel');
      await at('failed');
      expect([heading(), asked('/passwords/email/reset')]).to.deep.equal(['You are not signed in', 0]);
    });

    it('asks whoever came by an ordinary link once they are in, who may keep the one they have', async () => {
      const brought = { purpose: 'magic_link', organization: 'Acme', parameters: resetting } as const;
      const { at, press, text, events } = await comes(brought, content);
      await at('new-password');
      expect(text()).to.equal('It takes the place of the one you had for ada@example.com.');
      expect(events).to.deep.equal([]);
      press('Keep my password');
      await at('done');
      await waitUntil(() => events.length > 1);
      expect(events).to.deep.equal(['authenticated magic_link', `redirect ${location.origin}/app`]);
    });

    it('asks after the second factor, where there is one', async () => {
      const brought = { purpose: 'magic_link', organization: 'Globex', parameters: resetting } as const;
      const { at, child, types, press, events, asked } = await comes(brought, content);
      await at('next');
      await waitUntil(() => child()?.state() === 'code');
      child()?.types('Verification code', totpCode(SEED_TOTP_SECRET));
      await at('new-password');
      types('Password', GOOD);
      press('Continue');
      await at('done');
      await waitUntil(() => events.length > 2);
      await soon();
      expect(events).to.deep.equal(['pending mfa', 'authenticated totp', `redirect ${location.origin}/app`]);
      expect(asked('/passwords/session/reset')).to.equal(1);
    });
  });

  it('announces what it is about in the language of the page', async () => {
    const words = { callback: { working: 'Einen Moment, bitte.' } };
    const on = await stage(null);
    on.world.faults([{ path: '/b2b/magic_links/authenticate', delayMs: 1000 }]);
    history.replaceState(null, '', linkTo(on, { purpose: 'magic_link', organization: 'Acme' }));
    const element = await shown<StytchCallback>(on, landing);
    Object.assign(element.parentElement!, { strings: words });
    await waitUntil(() => hands(on, element).text() === 'Einen Moment, bitte.');
    await oneEvent(element, 'stytch-authenticated');
  });
});
