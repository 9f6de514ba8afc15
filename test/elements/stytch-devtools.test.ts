import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { stub } from 'sinon';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/devtools.js';
import '../../src/define/keep-alive.js';
import '../../src/define/org-switcher.js';
import '../../src/define/session-status.js';
import type { StytchDevtools } from '../../src/elements/stytch-devtools.js';
import { methodOf } from '../../src/elements/devtools/requests.js';
import { mask, redact } from '../../src/elements/devtools/redact.js';
import { type Role, type Stage, shown, stage, still } from '../stage.js';

const part = html`<stytch-devtools open></stytch-devtools>`;

async function panel(role?: Role | null, content: unknown = part) {
  const on = await stage(role);
  const first = await shown<HTMLElement>(on, content);
  const element = (
    first.matches('stytch-devtools') ? first : first.parentElement!.querySelector('stytch-devtools')
  ) as StytchDevtools;
  await element.updateComplete;
  return { on, element, ...person(element) };
}

const person = (element: StytchDevtools) => ({
  text: () => element.shadowRoot!.textContent.replace(/\s+/g, ' '),
  section: (title: string) =>
    [...element.shadowRoot!.querySelectorAll('details')]
      .find((each) => each.querySelector('summary')!.textContent.trim().startsWith(title))!
      .textContent.replace(/\s+/g, ' '),
  press: async (name: string) => {
    const buttons = [...element.shadowRoot!.querySelectorAll('button')];
    const found = buttons.find((each) => each.textContent.trim().startsWith(name))!;
    found.focus();
    found.click();
    await element.updateComplete;
    return found;
  },
  said: () => element.shadowRoot!.querySelector('[role=status]')!.textContent,
});

/** All tokens that this browser holds for a stage. */
function tokensOf(on: Stage): string[] {
  const { session_token, session_jwt } = on.store.held.tokens!;
  return [session_token, session_jwt, ...session_jwt.split('.')];
}

describe('<stytch-devtools>', () => {
  it('says who is signed in, where, with which roles, and by which factors', async () => {
    const { section } = await panel();
    expect(section('Session'))
      .to.contain('status signed-in')
      .and.to.contain('Acme · organization-test-')
      .and.to.contain('stytch_admin')
      .and.to.match(/factors .*email.* ago/);
  });

  it('counts down to the end of the session', async () => {
    const { section } = await panel({ minutes: 30 });
    expect(section('Timers')).to.match(/Session ends in (30 min|29 min \d+ s)/);
    expect(section('Timers')).to.match(/JWT last seen is valid until in (5 min|4 min \d+ s)/);
  });

  it('says when an extension may come next, and when the session ends for want of the member', async () => {
    const content = html`${part}<stytch-keep-alive idle-minutes="10" absolute-minutes="90"></stytch-keep-alive>`;
    const { element, section } = await panel({}, content);
    await element.parentElement!.querySelector('stytch-keep-alive')!.updateComplete;
    element.requestUpdate();
    await element.updateComplete;
    expect(section('Timers'))
      .to.match(/ends for want of the member in (10 min|9 min)/)
      .and.to.match(/ends at the latest in 1 h (30|29) min/);
  });

  it('shows the state of every element on the page, in shadow trees and undefined ones too', async () => {
    const content = html`${part}<stytch-session-status id="top"></stytch-session-status
      ><stytch-org-switcher></stytch-org-switcher><stytch-unheard-of></stytch-unheard-of>`;
    const { on, element, section } = await panel({}, content);
    const elements = () => section('Elements');
    expect(elements())
      .to.contain('stytch-provider signed-in')
      .and.to.contain('stytch-session-status#top signed-in')
      .and.to.contain('stytch-unheard-of not defined')
      .and.not.to.contain('stytch-devtools');
    await on.store.actions.switchOrganization(on.id('Globex'));
    await element.updateComplete;
    expect(elements()).to.contain('stytch-session-status#top pending');
  });

  it('writes down events, changes of the store with their reason, and how long calls took', async () => {
    const { on, element, section } = await panel();
    await on.store.actions.switchOrganization(on.id('Initech'));
    await element.updateComplete;
    const log = section('Log');
    expect(log).to.match(/call enter took: \d+ ms/);
    expect(log).to.contain('store action status: signed-in → pending');
    expect(log).to.match(/event stytch-session-change stytch-provider snapshot: pending, previous: signed-in/);
  });

  it('hears an event that a page has stopped', async () => {
    const { element, section } = await panel();
    const stop = (event: Event) => event.stopImmediatePropagation();
    document.addEventListener('stytch-cancel', stop, { capture: true });
    element.dispatchEvent(
      new CustomEvent('stytch-cancel', { bubbles: true, composed: true, detail: { restored: true } }),
    );
    document.removeEventListener('stytch-cancel', stop, { capture: true });
    await element.updateComplete;
    expect(section('Log')).to.contain('stytch-cancel stytch-devtools restored: true');
  });

  it('tells of requests to the API what the browser tells: path, status, duration', async () => {
    const { element, section } = await panel();
    const url = new URL('/sdk/v1/b2b/sessions/authenticate?token=of-nobody', location.href);
    await fetch(url, { method: 'POST' }); // the test's own server knows no such path
    await until(() => section('Requests').includes('authenticate'), element);
    const status = / 4\d\d | no status /.exec(section('Requests'))?.[0]; // WebKitGTK tells none to the page
    expect(section('Requests'))
      .to.contain(`POST /b2b/sessions/authenticate${status}`)
      .and.match(/ \d+ ms/);
    expect(section('Requests')).not.to.contain('of-nobody');
  });

  it('shows no token, wherever one may come from, and no e-mail address unless asked', async () => {
    const { on, element, text, press } = await panel();
    const detail = { url: `${location.origin}/next?token=abc`, member: { ...on.store.getSnapshot().member! } };
    const odd = { session_token: tokensOf(on)[0], words: `with ${tokensOf(on)[1]}`, list: [{ secret: 'x' }] };
    for (const each of [detail, odd])
      element.dispatchEvent(new CustomEvent('stytch-redirect', { bubbles: true, composed: true, detail: each }));
    await element.updateComplete;
    const json = () => JSON.stringify(element.report());
    for (const token of [...tokensOf(on), 'token=abc', '"secret"']) {
      expect(text()).not.to.contain(token);
      expect(json()).not.to.contain(token);
    }
    expect(text()).to.contain('a•••@example.com').and.not.to.contain('ada@example.com');
    await press('Show e-mail');
    expect(text()).to.contain('ada@example.com');
    for (const token of tokensOf(on)) expect(text()).not.to.contain(token);
    expect(json()).not.to.contain('ada@example.com');
  });

  it('copies what it shows, for somebody else to read', async () => {
    const { element, press, said } = await panel();
    const write = stub(navigator.clipboard, 'writeText').resolves();
    try {
      await press('Copy as JSON');
      await until(() => said() === 'Copied', element);
      const copied = JSON.parse(write.firstCall.args[0]) as {
        session: object;
        timers: { at: string }[];
        log: object[];
      };
      expect(copied.session).to.deep.equal(element.report()!.session);
      expect(Date.parse(copied.timers[0]!.at)).to.be.greaterThan(Date.now());
    } finally {
      write.restore();
    }
  });

  it('is folded with Escape, unfolded with a press, and remembers which', async () => {
    const { element } = await panel();
    const fold = element.shadowRoot!.querySelector<HTMLElement>('.fold')!;
    fold.focus();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    expect(element.dataset['state']).to.equal('folded');
    expect(element.shadowRoot!.querySelector('details')).to.equal(null);
    const next = await panel();
    expect(next.element.open).to.equal(false);
    expect(next.element.shadowRoot!.activeElement).to.equal(null);
    await next.press('Stytch');
    expect(next.element.open).to.equal(true);
  });

  it('moves to the corner that an arrow key points to, also where pages run from right to left', async () => {
    const { element, press, said } = await panel();
    const corner = () => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return [top < innerHeight - bottom ? 'top' : 'bottom', left < innerWidth - right ? 'left' : 'right'].join(' ');
    };
    (await press('Move')).focus();
    expect(said()).to.equal('Bottom left');
    for (const [key, where] of [
      ['ArrowUp', 'top left'],
      ['ArrowRight', 'top right'],
      ['ArrowDown', 'bottom right'],
      ['ArrowLeft', 'bottom left'],
    ] as const) {
      await sendKeys({ press: key });
      await element.updateComplete;
      expect(said().toLowerCase()).to.equal(where);
      if (innerWidth > 600) expect(corner()).to.equal(where);
    }
    document.documentElement.dir = 'rtl';
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect(said()).to.equal('Bottom right');
    if (innerWidth > 600) expect(corner()).to.equal('bottom right');
    document.documentElement.dir = 'ltr';
    expect((await panel()).element.corner).to.equal('bottom-start');
  });

  it('shows nothing beside a live public token, says why, and records nothing', async () => {
    const warn = stub(console, 'warn');
    const provider = (token: string, allowed: boolean) =>
      fixture<HTMLElement>(html`
        <stytch-provider public-token=${token}><stytch-devtools open ?allow-live=${allowed}></stytch-devtools></stytch-provider>
      `);
    try {
      const element = (await provider('public-token-live-00000000', false)).firstElementChild as StytchDevtools;
      await element.updateComplete;
      await element.updateComplete;
      expect(element.dataset['state']).to.equal('refused');
      expect(element.shadowRoot!.querySelector('section')).to.equal(null);
      expect(element.report()).to.equal(undefined);
      expect(warn.firstCall.args[0]).to.contain('allow-live');
      element.allowLive = true;
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('section')).not.to.equal(null);
    } finally {
      warn.restore();
    }
  });

  it('leaves nothing behind when it is taken away, and goes on where it is put back', async () => {
    const { on, element } = await panel();
    const home = element.parentElement!;
    const entries = () => element.report()!.log.length;
    const written = entries();
    element.requestUpdate();
    element.remove();
    let renders = 0;
    element.addController({ hostUpdated: () => (renders += 1) });
    await element.updateComplete;
    const before = renders;
    await on.store.actions.switchOrganization(on.id('Initech'));
    document.body.dispatchEvent(new CustomEvent('stytch-cancel', { bubbles: true, detail: {} }));
    await new Promise((resolve) => setTimeout(resolve, 1100)); // a countdown would have ticked
    expect(renders).to.equal(before);
    home.append(element);
    await element.updateComplete;
    expect(entries()).to.equal(written);
    await on.store.actions.cancelPending();
    expect(entries()).to.be.greaterThan(written);
  });

  it('is accessible, folded and unfolded, in light and dark', async () => {
    const { element } = await panel({}, html`${part}<stytch-session-status></stytch-session-status>`);
    for (const open of [true, false]) {
      element.open = open;
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.colorScheme = scheme;
        await element.updateComplete;
        for (const each of element.shadowRoot!.querySelectorAll('details')) each.open = true;
        still(element);
        await expect(element).to.be.accessible();
      }
    }
    document.documentElement.style.colorScheme = '';
  });

  it('knows by which method the SDK sends, where the path tells', () => {
    const paths: [string, string | null][] = [
      ['/projects/bootstrap/public-token-test-1', 'GET'],
      ['/b2b/sessions/authenticate', 'POST'],
      ['/b2b/sessions/revoke/member-test-1', 'POST'],
      ['/b2b/organizations/members/me', 'GET'],
      ['/b2b/organizations/members/update', 'PUT'],
      ['/b2b/organizations/members/deleteTOTP', 'DELETE'],
      ['/b2b/organizations/members/totp/member-test-1', 'DELETE'],
      ['/b2b/organizations/members/member-test-1/reactivate', 'PUT'],
      ['/b2b/organizations/members/member-test-1', null],
      ['/b2b/organizations/members/search', 'POST'],
      ['/b2b/organizations/me', null],
      ['/b2b/recovery_codes', 'GET'],
      ['/b2b/recovery_codes/rotate', 'POST'],
      ['/b2b/sso', 'GET'],
      ['/b2b/sso/authenticate', 'POST'],
      ['/b2b/sso/discovery/connections', 'GET'],
      ['/b2b/sso/saml-connection-test-1', 'DELETE'],
      ['/events', 'POST'],
    ];
    for (const [path, method] of paths) expect(methodOf(path), path).to.equal(method);
  });

  it('hides what could be a token, and leaves what says something', () => {
    expect(redact('at member-test-32fc5024-9c09-4da3-bd2e-c9ce4da9375f')).to.contain('c9ce4da9375f');
    expect(redact('endpoint_not_authorized_for_sdk')).to.equal('endpoint_not_authorized_for_sdk');
    expect(redact('of mZAYn5aLEqKUlZ_Ad9U_fWr38GaAQ1oFAhT8ds245v7Q here')).to.equal('of [hidden] here');
    expect(redact('https://a.example/b?c=d#e')).to.equal('https://a.example/b?…');
    expect(redact('public-token-test-4d46e5a1')).to.equal('public-token-test-…');
    expect(mask('ada@example.com, +15555550100')).to.equal('a•••@example.com, +•••00');
  });
});

/** Waits until a panel that renders by itself shows what is asked for. */
async function until(holds: () => boolean, element: StytchDevtools): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await element.updateComplete;
  }
}
