import { expect, fixture, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../src/define/logout.js';
import type { StytchLogout } from '../../src/elements/stytch-logout.js';
import { SEED_TOTP_SECRET } from '../../emulator/index.js';
import { shown, stage, totpCode } from '../stage.js';
import { waitUntil } from './person.js';

async function logout(content: unknown = html`<stytch-logout></stytch-logout>`) {
  const on = await stage();
  const element = await shown<StytchLogout>(on, content);
  const root = element.shadowRoot!;
  const buttons = () => [...root.querySelectorAll('button')].filter((each) => each.offsetParent !== null);
  const press = (name: string) =>
    buttons()
      .find((each) => each.textContent.trim() === name)!
      .click();
  const offline = () => on.world.faults([{ path: '/b2b/sessions/revoke', drop: true }]);
  const revoked = () => on.world.requests().filter(({ path }) => path.endsWith('/sessions/revoke')).length;
  return { on, element, root, press, offline, revoked };
}

describe('<stytch-logout>', () => {
  it('ends the session and says so', async () => {
    const { on, element, press } = await logout();
    setTimeout(() => press('Log out'));
    const { detail } = await oneEvent(element, 'stytch-logout');
    expect(detail).to.deep.equal({ confirmed: true });
    expect(on.store.getSnapshot().status).to.equal('signed-out');
  });

  it('leaves a link of the page alone where there is no provider', async () => {
    const element = await fixture<StytchLogout>(html`<stytch-logout><a href="#out">Leave</a></stytch-logout>`);
    element.querySelector('a')!.click();
    await waitUntil(() => location.hash === '#out', 'it was not followed');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('ends it once for a double click', async () => {
    const { element, press, revoked } = await logout();
    setTimeout(() => {
      press('Log out');
      press('Log out');
    });
    await oneEvent(element, 'stytch-logout');
    expect(revoked()).to.equal(1);
  });

  it('takes a link of the page instead of its own button', async () => {
    const { on, element } = await logout(html`<stytch-logout><a href="/logout">Leave</a></stytch-logout>`);
    setTimeout(() => element.querySelector('a')!.click());
    await oneEvent(element, 'stytch-logout');
    expect(on.store.getSnapshot().status).to.equal('signed-out');
  });

  it('lets the page prevent it', async () => {
    const { on, element, press, revoked } = await logout();
    element.addEventListener('stytch-logout-before', (event) => event.preventDefault());
    press('Log out');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([revoked(), on.store.getSnapshot().status]).to.deep.equal([0, 'signed-in']);
  });

  it('waits for what the page has to do first', async () => {
    const { element, press, revoked } = await logout();
    let saved = false;
    element.addEventListener('stytch-logout-before', (event) =>
      event.waitUntil(
        new Promise<void>((resolve) =>
          setTimeout(() => {
            saved = revoked() === 0;
            resolve();
          }, 20),
        ),
      ),
    );
    setTimeout(() => press('Log out'));
    await oneEvent(element, 'stytch-logout');
    expect(saved).to.equal(true);
  });

  it('keeps the session when the server is not reached, and offers both ways on', async () => {
    const { on, element, root, press, offline } = await logout();
    offline();
    setTimeout(() => press('Log out'));
    const { detail } = await oneEvent(element, 'stytch-error');
    expect(detail.error).to.include({ code: 'offline', retryable: true });
    await element.updateComplete;
    expect(on.store.getSnapshot().status).to.equal('signed-in');
    expect(root.querySelector('[part~=error]')!.textContent).to.contain('still signed in');
    await expect(element).to.be.accessible();
    offline();
    setTimeout(() => press('Sign out on this device'));
    const forgotten = await oneEvent(element, 'stytch-logout');
    expect(forgotten.detail).to.deep.equal({ confirmed: false });
    expect(on.store.getSnapshot().status).to.equal('signed-out');
  });

  it('says nothing about a session that is no longer there', async () => {
    const { on, element, root, press, offline } = await logout();
    offline();
    setTimeout(() => press('Log out'));
    await oneEvent(element, 'stytch-error');
    const { session_token: sessionToken, session_jwt: sessionJwt } = await on.world.session(
      'ada@example.com',
      'Globex',
    );
    await on.store.actions.hydrate({ sessionToken, sessionJwt });
    await element.updateComplete;
    expect(root.querySelector('[part~=error]')).to.equal(null);
  });

  it('says nothing any more of what went wrong half-way when nobody is signed in', async () => {
    const { on, element, root, press, offline } = await logout();
    await on.store.actions.switchOrganization(on.id('Globex'));
    offline();
    setTimeout(() => press('Log out'));
    await oneEvent(element, 'stytch-error');
    await on.store.actions.submitCode(totpCode(SEED_TOTP_SECRET));
    await on.store.actions.logout();
    await element.updateComplete;
    expect([root.querySelector('[part~=error]'), element.dataset['state']]).to.deep.equal([null, 'idle']);
  });

  it('keeps the focus on its button while it is at it, and leads it on to what can be done', async () => {
    const { element, root, on } = await logout();
    on.world.faults([{ path: '/b2b/sessions/revoke', drop: true, times: 9 }]);
    for (const name of ['Log out', 'Try again']) {
      const button = [...root.querySelectorAll('button')].find((each) => each.textContent.trim() === name)!;
      button.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => element.dataset['state'] === 'failed', `it is ${element.dataset['state']}`);
      await waitUntil(() => root.activeElement?.textContent.trim() === 'Try again', 'the focus is elsewhere');
    }
  });

  it('forgets the session at once with when-offline="clear"', async () => {
    const { element, press, offline } = await logout(html`<stytch-logout when-offline="clear"></stytch-logout>`);
    offline();
    setTimeout(() => press('Log out'));
    expect((await oneEvent(element, 'stytch-logout')).detail).to.deep.equal({ confirmed: false });
  });

  const refused = ['//evil.example', 'https:\\\\evil.example', 'java\nscript:alert(1)', 'https://evil.example/'];
  for (const target of refused)
    it(`does not go to ${JSON.stringify(target)}`, async () => {
      const { element, press } = await logout(html`<stytch-logout redirect-to=${target}></stytch-logout>`);
      let asked = false;
      element.addEventListener('stytch-redirect', (event) => {
        event.preventDefault();
        asked = true;
      });
      setTimeout(() => press('Log out'));
      const { detail } = await oneEvent(element, 'stytch-error');
      expect(detail.error).to.include({ code: 'misconfigured', detail: 'redirect' });
      expect(asked).to.equal(false);
    });

  it('goes to a page of its own origin, when the page lets it', async () => {
    const { element, press } = await logout(html`<stytch-logout redirect-to="/bye?a=1"></stytch-logout>`);
    element.addEventListener('stytch-redirect', (event) => event.preventDefault());
    setTimeout(() => press('Log out'));
    const { detail } = await oneEvent(element, 'stytch-redirect');
    expect(detail.url).to.equal(`${location.origin}/bye?a=1&reason=user`);
  });

  it('is accessible', async () => {
    const { element } = await logout();
    await expect(element).to.be.accessible();
  });
});
