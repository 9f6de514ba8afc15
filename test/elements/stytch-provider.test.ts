import { expect, fixture, oneEvent } from '@open-wc/testing';
import { html, render } from 'lit';
import '../../src/define/session-status.js';
import '../../src/define/provider.js';
import type { StytchProvider } from '../../src/elements/stytch-provider.js';
import type { StytchSessionStatus } from '../../src/elements/stytch-session-status.js';
import { shown, stage } from '../stage.js';

const text = ({ shadowRoot }: HTMLElement) => shadowRoot!.textContent;
const settled = async (element: StytchSessionStatus) => {
  await element.updateComplete;
  await element.updateComplete;
};

describe('<stytch-provider>', () => {
  it('announces who signs in and out, with ids and public objects only', async () => {
    const on = await stage();
    const tokens = document.cookie.split('; ').map((cookie) => cookie.slice(cookie.indexOf('=') + 1));
    const inner = await shown(on, html`<p></p>`);
    const provider = inner.closest('stytch-provider')!;
    setTimeout(() => void on.store.actions.logout());
    const { detail } = await oneEvent(provider, 'stytch-session-change');
    expect([detail.previous.status, detail.snapshot.status, detail.reason]).to.deep.equal([
      'signed-in',
      'signed-out',
      'action',
    ]);
    const told = JSON.stringify(detail);
    for (const token of tokens) expect(told).not.to.contain(token);
  });

  it('serves elements outside, in foreign shadow roots too, whether they or it come first', async () => {
    const on = await stage();
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    render(html`<stytch-session-status></stytch-session-status>`, root);
    const status = root.firstElementChild as StytchSessionStatus;
    await status.updateComplete;
    expect(text(status)).to.contain('Checking session');
    await shown(on, html`<p></p>`);
    await settled(status);
    expect(text(status)).to.contain('Acme');
  });

  it('gives way to a nearer one, and elements may move between two', async () => {
    const [acme, out] = [await stage(), await stage(null)];
    const status = await shown<StytchSessionStatus>(acme, html`<stytch-session-status></stytch-session-status>`);
    const other = (await shown(out, html`<p></p>`)).closest('stytch-provider')!;
    expect(text(status)).to.contain('Acme');
    other.append(status);
    await settled(status);
    expect(text(status)).to.contain('Signed out');
  });

  it('makes one client, one call of each kind, for a thousand elements', async () => {
    const on = await stage();
    const many = Array.from({ length: 1000 }, () => html`<stytch-session-status></stytch-session-status>`);
    await shown(on, html`${many}`);
    const paths = on.world.requests().map(({ path }) => path.replace(/bootstrap.*/, 'bootstrap'));
    expect(paths).to.deep.equal(['/projects/bootstrap', '/b2b/sessions/authenticate']);
  });

  it('takes a client of the page, and so does a single element', async () => {
    const { StytchB2BClient } = await import('../../src/client/sdk.js');
    const on = await stage(null);
    const client = new StytchB2BClient(on.world.publicToken);
    const status = await fixture<StytchSessionStatus>(
      html`<stytch-session-status .client=${client}></stytch-session-status>`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await settled(status);
    expect(text(status)).to.contain('Signed out');
    const provider = await fixture<StytchProvider>(html`<stytch-provider .client=${client}></stytch-provider>`);
    await provider.ready;
    expect(provider.snapshot.status).to.equal('signed-out');
  });

  it('says with an event what the page has got wrong', async () => {
    const provider = document.createElement('stytch-provider');
    provider.publicToken = 'public-token-live-1';
    provider.emulatorUrl = 'http://127.0.0.1:1';
    setTimeout(() => document.body.append(provider));
    const { detail } = await oneEvent(provider, 'stytch-error');
    expect(detail.error).to.include({ code: 'misconfigured', detail: 'emulator-needs-test-token' });
    provider.remove();
  });

  it('rewords what the page wants reworded', async () => {
    const on = await stage(null);
    const status = await shown<StytchSessionStatus>(on, html`<stytch-session-status></stytch-session-status>`);
    status.closest('stytch-provider')!.strings = { status: { signedOut: 'Nobody here' } };
    await settled(status);
    expect(text(status)).to.contain('Nobody here');
  });

  it('lets a subscriber of the store follow', async () => {
    const on = await stage();
    const provider = (await shown(on, html`<p></p>`)).closest('stytch-provider')!;
    expect(provider.store).to.equal(on.store);
    expect(provider.snapshot).to.equal(on.store.getSnapshot());
  });
});
