import { expect } from '@open-wc/testing';
import { useFakeTimers } from 'sinon';
import { html } from 'lit';
import '../../src/define/session-status.js';
import { addMessages } from '../../src/index.js';
import type { StytchProvider } from '../../src/elements/stytch-provider.js';
import type { StytchSessionStatus } from '../../src/elements/stytch-session-status.js';
import { type Role, shown, stage } from '../stage.js';

async function status(role?: Role | null, content: unknown = html`<stytch-session-status></stytch-session-status>`) {
  const on = await stage(role);
  const element = await shown<StytchSessionStatus>(on, content);
  const text = () => element.shadowRoot!.querySelector('[part~=base]')!.textContent.replace(/\s+/g, ' ').trim();
  return { on, element, text };
}

describe('<stytch-session-status>', () => {
  it('says who is signed in, and where', async () => {
    const { element, text } = await status();
    expect(text()).to.match(/^Signed in as Ada.* · Acme$/);
    expect(element.dataset.state).to.equal('signed-in');
    expect(element.matches(':state(signed-in)')).to.equal(true);
  });

  it('says that nobody is signed in', async () => {
    const { text } = await status(null);
    expect(text()).to.equal('Signed out');
  });

  it('says that verification is needed, and follows when it is done', async () => {
    const { on, element, text } = await status();
    await on.store.actions.switchOrganization(on.id('Initech'));
    await element.updateComplete;
    expect(text()).to.equal('Verification needed');
    await on.store.actions.submitCode(on.lastCode());
    await element.updateComplete;
    expect(text()).to.match(/· Initech$/);
  });

  it('says why there can be no session', async () => {
    const on = await stage(null);
    const provider = await shown<StytchProvider>(
      on,
      html`<stytch-provider><stytch-session-status></stytch-session-status></stytch-provider>`,
    );
    const element = provider.firstElementChild as StytchSessionStatus;
    await provider.ready;
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.dataset.state).to.equal('error');
    expect(element.shadowRoot!.textContent).to.contain('public-token');
  });

  it('shows the words of the page instead, for each state', async () => {
    const content = html`
      <stytch-session-status><b slot="signed-in">Hello</b><i slot="signed-out">Bye</i></stytch-session-status>
    `;
    const { on, element } = await status({}, content);
    const slotted = () => element.shadowRoot!.querySelector('slot')!.assignedElements()[0]?.textContent;
    expect(slotted()).to.equal('Hello');
    await on.store.actions.logout();
    await element.updateComplete;
    expect(slotted()).to.equal('Bye');
  });

  it('counts down to the end of the session', async () => {
    const clock = useFakeTimers({ now: Date.now(), shouldAdvanceTime: true, shouldClearNativeTimers: true });
    try {
      const content = html`<stytch-session-status show-expiry></stytch-session-status>`;
      const { element } = await status({ minutes: 30 }, content);
      const countdown = () => element.shadowRoot!.querySelector('[part~=countdown]')!.textContent;
      expect(countdown()).to.match(/^Ends in (30:00|29:5\d)$/);
      await clock.tickAsync(61_000);
      expect(countdown()).to.match(/^Ends in 28:5\d$/);
    } finally {
      clock.restore();
    }
  });

  it('does not count down for nobody, taken away in the middle of an update', async () => {
    const clock = useFakeTimers({ now: Date.now(), shouldAdvanceTime: true, shouldClearNativeTimers: true });
    try {
      const content = html`<stytch-session-status show-expiry></stytch-session-status>`;
      const { element } = await status({ minutes: 30 }, content);
      let renders = 0;
      element.requestUpdate();
      element.remove();
      await element.updateComplete;
      element.addController({ hostUpdated: () => (renders += 1) });
      await clock.tickAsync(3_000);
      expect(renders).to.equal(0);
    } finally {
      clock.restore();
    }
  });

  it('speaks the language of the page, and the next one', async () => {
    addMessages('x-test', { status: { signedOut: 'Niemand', signedIn: (name) => `${name} ist da` } });
    const { on, element, text } = await status();
    document.documentElement.lang = 'x-test';
    await new Promise((resolve) => setTimeout(resolve));
    element.requestUpdate();
    await element.updateComplete;
    expect(text()).to.match(/ist da$/);
    await on.store.actions.logout();
    await element.updateComplete;
    expect(text()).to.equal('Niemand');
    document.documentElement.lang = 'en';
  });

  it('is accessible', async () => {
    for (const role of [{}, null]) {
      const { element } = await status(role, html`<stytch-session-status show-expiry></stytch-session-status>`);
      await expect(element).to.be.accessible();
    }
  });
});
