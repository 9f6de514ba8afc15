import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { SEED_TOTP_SECRET } from '../../emulator/index.js';
import '../../src/define.js';
import { withStepUp } from '../../src/index.js';
import type { StytchElementsError } from '../../src/flows/errors.js';
import type { StytchMfaPrompt } from '../../src/elements/stytch-mfa-prompt.js';
import type { StytchProvider } from '../../src/elements/stytch-provider.js';
import { waitUntil } from '../elements/person.js';
import { type Stage, shown, stage, totpCode } from '../stage.js';

const GLOBEX = { organization: 'Globex' };

/** What a promise comes to. */
async function outcome(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'proved',
    (error: StytchElementsError) => error.code,
  );
}

const promptIn = (root: ParentNode) => root.querySelector<StytchMfaPrompt>('stytch-mfa-prompt')!;

/** Somebody in Globex, where Ada has an authenticator app, with a prompt of the page. */
async function given(role = GLOBEX): Promise<{ on: Stage; prompt: StytchMfaPrompt }> {
  const on = await stage(role);
  const prompt = await shown<StytchMfaPrompt>(on, html`<stytch-mfa-prompt mode="step-up"></stytch-mfa-prompt>`);
  return { on, prompt };
}

const at = (prompt: StytchMfaPrompt, state: string) =>
  waitUntil(() => prompt.dataset['state'] === state, `${prompt.dataset['state']} is not ${state}`);

const submit = async (prompt: StytchMfaPrompt, code: string) => {
  const field = await waitUntil(() => prompt.querySelector<HTMLInputElement>('input[name=code]')).then(() =>
    prompt.querySelector<HTMLInputElement>('input[name=code]')!,
  );
  field.value = code;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

const cancel = (prompt: StytchMfaPrompt) =>
  prompt.shadowRoot!.querySelector<HTMLButtonElement>('[part~=cancel]')!.click();

describe('stepUp', () => {
  it('has a factor proved in place, while the session stays', async () => {
    const { on, prompt } = await given();
    const before = on.store.getSnapshot().session!;
    const result = outcome(on.store.actions.stepUp({ maxAge: 0, factor: 'totp' }));
    await at(prompt, 'code');
    expect(on.store.getSnapshot().status).to.equal('signed-in');
    await submit(prompt, totpCode(SEED_TOTP_SECRET));
    expect(await result).to.equal('proved');
    const after = on.store.getSnapshot().session!;
    const longer = Date.parse(after.expires_at) - Date.parse(before.expires_at);
    expect(after.member_session_id).to.equal(before.member_session_id);
    expect(longer, 'milliseconds that the session has become longer').to.be.below(61_000);
    await at(prompt, 'hidden');
  });

  it('does not ask again what was proved recently enough', async () => {
    const { on } = await given(); // by authenticator app, a moment ago
    const asked = on.world.requests().length;
    expect(await outcome(on.store.actions.stepUp({ maxAge: 600, factor: 'totp' }))).to.equal('proved');
    expect(on.world.requests().length).to.equal(asked);
  });

  for (const [clock, seconds] of [
    ['slow', 300],
    ['fast', -300],
  ] as const)
    it(`knows how old a proof is on a device whose clock is ${clock}`, async () => {
      const { on, prompt } = await given();
      on.world.clock(seconds);
      const wanted = { maxAge: 60, factor: 'totp' } as const;
      const first = outcome(on.store.actions.stepUp({ ...wanted, maxAge: 0 }));
      await at(prompt, 'code');
      await submit(prompt, totpCode(SEED_TOTP_SECRET, Date.now() + seconds * 1000));
      expect(await first).to.equal('proved');
      const asked = on.world.requests().length;
      expect(await outcome(on.store.actions.stepUp(wanted)), 'a moment ago').to.equal('proved');
      expect(on.world.requests().length).to.equal(asked);
      on.world.clock(90);
      await on.store.actions.refresh(); // from which the page learns that the clocks are further apart
      void outcome(on.store.actions.stepUp(wanted));
      await at(prompt, 'code');
    });

  it('leaves recovery codes on the screen until they are kept', async () => {
    const { on, prompt } = await given();
    await on.reach({ type: 'rotate-codes' });
    await at(prompt, 'save-codes');
    const result = outcome(on.store.actions.stepUp({ maxAge: 0 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(prompt.dataset['state']).to.equal('save-codes');
    await on.reach({ type: 'codes-saved' });
    await at(prompt, 'code');
    await submit(prompt, totpCode(SEED_TOTP_SECRET));
    expect(await result).to.equal('proved');
  });

  it('is cancelled by the member, who stays signed in', async () => {
    const { on, prompt } = await given();
    const result = outcome(on.store.actions.stepUp({ maxAge: 0 }));
    let cancelled: unknown;
    prompt.addEventListener('stytch-cancel', ({ detail }) => (cancelled = detail));
    await at(prompt, 'code');
    cancel(prompt);
    expect(await result).to.equal('cancelled');
    await waitUntil(() => cancelled);
    expect([cancelled, on.store.getSnapshot().status]).to.deep.equal([{ restored: true }, 'signed-in']);
  });

  it('is declined for all that wait, but not for those that come later', async () => {
    const { on, prompt } = await given();
    const all = [1, 2, 3].map(() => outcome(on.store.actions.stepUp({ maxAge: 0 })));
    await at(prompt, 'code');
    cancel(prompt);
    expect(await Promise.all(all)).to.deep.equal(['cancelled', 'cancelled', 'cancelled']);
    expect(on.store.view.wanted).to.equal(null);
    const later = outcome(on.store.actions.stepUp({ maxAge: 0 }));
    await at(prompt, 'code');
    cancel(prompt);
    expect(await later).to.equal('cancelled');
  });

  it('is not asked any more when it was called off while it waited for another call', async () => {
    const { on } = await given();
    on.world.faults([{ path: '/b2b/sessions/authenticate', delayMs: 300, times: 1 }]);
    const busy = on.store.actions.refresh();
    const off = new AbortController();
    const result = outcome(on.store.stepUp({ maxAge: 0, signal: off.signal }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    off.abort();
    await busy;
    expect([await result, on.store.view.wanted]).to.deep.equal(['cancelled', null]);
  });

  it('is cancelled also when another one was proved before', async () => {
    const { on, prompt } = await given();
    const first = outcome(on.store.actions.stepUp({ maxAge: 0, factor: 'totp' }));
    await at(prompt, 'code');
    await submit(prompt, totpCode(SEED_TOTP_SECRET));
    expect(await first).to.equal('proved');
    const second = outcome(on.store.actions.stepUp({ maxAge: 0 }));
    await at(prompt, 'code');
    cancel(prompt);
    expect(await second).to.equal('cancelled');
  });

  it('is asked one after the other', async () => {
    const { on, prompt } = await given();
    const both = [{ maxAge: 0, factor: 'totp' as const }, { maxAge: 600 }].map((want) =>
      outcome(on.store.actions.stepUp(want)),
    );
    await at(prompt, 'code');
    await submit(prompt, totpCode(SEED_TOTP_SECRET));
    expect(await Promise.all(both)).to.deep.equal(['proved', 'proved']);
  });

  it('never settles for less: no other way is offered, or taken', async () => {
    const { on, prompt } = await given();
    const result = outcome(on.store.actions.stepUp({ maxAge: 0, factor: 'totp' }));
    await at(prompt, 'code');
    const names = [...prompt.shadowRoot!.querySelectorAll('button')].map((each) => each.textContent.trim());
    expect(names).to.not.include('Use a recovery code');
    await on.reach({ type: 'choose-recovery' });
    await at(prompt, 'code');
    cancel(prompt);
    await result;
  });

  it('has a factor set up where there is none', async () => {
    const { on, prompt } = await given({ organization: 'Acme' });
    const result = outcome(on.store.actions.stepUp({ maxAge: 0, factor: 'totp' }));
    await at(prompt, 'enroll-totp');
    await waitUntil(() => prompt.shadowRoot!.querySelector('[part~=secret]'));
    const key = prompt.shadowRoot!.querySelector('[part~=secret]')!.textContent.replace(/\s/g, '');
    await submit(prompt, totpCode(key));
    await at(prompt, 'save-codes');
    await on.store.actions.confirmRecoveryCodes();
    expect(await result).to.equal('proved');
    expect(on.store.getSnapshot().member?.totp_registration_id).to.not.equal('');
  });

  it('is asked in a dialog of the provider where the page has no prompt', async () => {
    const on = await stage(GLOBEX);
    const status = await shown(on, html`<stytch-session-status></stytch-session-status>`);
    const provider = status.closest('stytch-provider') as StytchProvider;
    const result = outcome(on.store.actions.stepUp({ maxAge: 0 }));
    await waitUntil(() => promptIn(provider)?.dataset['state'] === 'code');
    expect(promptIn(provider).shadowRoot!.querySelector('dialog')?.matches(':modal')).to.equal(true);
    await submit(promptIn(provider), totpCode(SEED_TOTP_SECRET));
    expect(await result).to.equal('proved');
    await waitUntil(() => !promptIn(provider));
  });

  it('is asked by a provider that has been moved, too', async () => {
    const on = await stage(GLOBEX);
    const status = await shown(on, html`<stytch-session-status></stytch-session-status>`);
    const provider = status.closest('stytch-provider') as StytchProvider;
    const place = provider.parentElement!.appendChild(document.createElement('section'));
    place.append(provider);
    await provider.updateComplete;
    const result = outcome(on.store.actions.stepUp({ maxAge: 0 }));
    await waitUntil(() => promptIn(provider)?.dataset['state'] === 'code');
    await submit(promptIn(provider), totpCode(SEED_TOTP_SECRET));
    expect(await result).to.equal('proved');
  });

  it('is unavailable where nothing can ask, and where nobody is signed in', async () => {
    expect(await outcome((await stage(GLOBEX)).store.actions.stepUp({ maxAge: 0 }))).to.equal('unavailable');
    expect(await outcome((await stage(null)).store.actions.stepUp({ maxAge: 0 }))).to.equal('session-ended');
  });
});

describe('withStepUp', () => {
  const challenge = 'Bearer error="insufficient_user_authentication", max_age="0"';
  const refused = () => new Response('too old', { status: 401, headers: { 'WWW-Authenticate': challenge } });

  /** A server that wants a fresher factor for its first `times` requests, and what it was sent. */
  function server(times: number) {
    const bodies: string[] = [];
    const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      bodies.push(await new Request(input, init).text());
      return bodies.length > times ? new Response('done') : refused();
    };
    return { bodies, fetch };
  }

  it('repeats the request once the factor is proved, with its body', async () => {
    const { on, prompt } = await given();
    const { bodies, fetch } = server(1);
    const response = withStepUp(fetch, on.store)('/transfer', { method: 'POST', body: '100' });
    await at(prompt, 'code');
    await submit(prompt, totpCode(SEED_TOTP_SECRET));
    expect([(await response).status, bodies]).to.deep.equal([200, ['100', '100']]);
  });

  it('repeats it once only', async () => {
    const { on, prompt } = await given();
    const { bodies, fetch } = server(2);
    const response = withStepUp(fetch, on.store)('/transfer');
    await at(prompt, 'code');
    await submit(prompt, totpCode(SEED_TOTP_SECRET));
    expect([(await response).status, bodies.length]).to.deep.equal([401, 2]);
  });

  it('asks once for requests that were refused together', async () => {
    const { on, prompt } = await given();
    const { bodies, fetch } = server(2);
    const careful = withStepUp(fetch, on.store);
    const both = Promise.all([careful('/one'), careful('/two')]);
    await at(prompt, 'code');
    await submit(prompt, totpCode(SEED_TOTP_SECRET));
    expect([(await both).map(({ status }) => status), bodies.length]).to.deep.equal([[200, 200], 4]);
    await at(prompt, 'hidden');
  });

  for (const named of ['totp', 'mfa'])
    it(`asks once for requests that were refused together for want of ${named}`, async () => {
      const { on, prompt } = await given();
      let sent = 0;
      const headers = { 'WWW-Authenticate': `${challenge}, acr_values="${named}"` };
      const fetch = () =>
        Promise.resolve((sent += 1) > 2 ? new Response('done') : new Response('', { status: 401, headers }));
      const careful = withStepUp(fetch, on.store);
      const both = Promise.all([careful('/one'), careful('/two')]);
      await at(prompt, 'code');
      await submit(prompt, totpCode(SEED_TOTP_SECRET));
      expect([(await both).map(({ status }) => status), sent]).to.deep.equal([[200, 200], 4]);
      await at(prompt, 'hidden');
    });

  it('asks for the factor that the server names', async () => {
    const on = await stage({ organization: 'Initech' });
    const prompt = await shown<StytchMfaPrompt>(on, html`<stytch-mfa-prompt mode="step-up"></stytch-mfa-prompt>`);
    const named = `${challenge}, acr_values="urn:example:silver sms_otp"`;
    let sent = 0;
    const fetch = () =>
      Promise.resolve(
        (sent += 1) > 1
          ? new Response('done')
          : new Response('', { status: 401, headers: { 'WWW-Authenticate': named } }),
      );
    const response = withStepUp(fetch, on.store)('/');
    await at(prompt, 'code');
    expect(on.store.view.wanted?.want).to.include({ maxAge: 0, mfa: false, factor: 'sms_otp' });
    await waitUntil(() => on.store.view.busy === null); // the text is sent
    await submit(prompt, on.lastCode());
    expect((await response).status).to.equal(200);
  });

  it('hands the refusal on when the member does not want to', async () => {
    const { on, prompt } = await given();
    const { bodies, fetch } = server(1);
    const response = withStepUp(fetch, on.store)('/transfer');
    await at(prompt, 'code');
    cancel(prompt);
    expect([(await response).status, await (await response).text(), bodies.length]).to.deep.equal([401, 'too old', 1]);
  });

  it('takes the question along when the request is aborted, and does not ask for those that wait', async () => {
    const { on, prompt } = await given();
    const { bodies, fetch } = server(9);
    const careful = withStepUp(fetch, on.store);
    const [first, second] = [new AbortController(), new AbortController()];
    const outcomes = [first, second].map(({ signal }) =>
      careful('/transfer', { signal }).then(String, ({ name }: Error) => name),
    );
    await at(prompt, 'code');
    second.abort();
    expect([await outcomes[1], prompt.dataset['state']]).to.deep.equal(['AbortError', 'code']);
    first.abort();
    expect(await outcomes[0]).to.equal('AbortError');
    await at(prompt, 'hidden');
    expect([bodies.length, on.store.getSnapshot().status]).to.deep.equal([2, 'signed-in']);
  });

  it('leaves every other answer alone', async () => {
    const { on } = await given();
    const plain = withStepUp(() => Promise.resolve(new Response('', { status: 401 })), on.store);
    expect((await plain('/')).status).to.equal(401);
    expect((await withStepUp(() => Promise.resolve(new Response('ok')), on.store)('/')).status).to.equal(200);
  });
});
