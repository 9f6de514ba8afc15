import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { html, nothing } from 'lit';
import '../../src/define/hydrate.js';
import type { StytchHydrate } from '../../src/elements/stytch-hydrate.js';
import type { StytchElementsError } from '../../src/flows/errors.js';
import { type Stage, shown, stage } from '../stage.js';
import { waitUntil } from './person.js';

const SRC = '/back-end/session';
const PUSH = '/back-end/tokens';
let real: typeof fetch | undefined;
const asked: Request[] = [];

/** The site's own server, beside the real one: what it answers below `/back-end/`, and what it was asked. */
function backEnd(answer: (request: Request) => Response | Promise<Response>): void {
  const otherwise = (real ??= globalThis.fetch); // the emulator of the page is in it
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!pathOf(request).startsWith('/back-end/')) return otherwise(input, init);
    asked.push(request.clone());
    return answer(request);
  };
}

const pathOf = ({ url }: Request) => new URL(url).pathname;

/** How often an address has been asked. */
const times = (path: string) => asked.filter((each) => pathOf(each) === path).length;

/** The tokens that an address was handed. */
const handedTo = (path: string) =>
  Promise.all(asked.filter((each) => pathOf(each) === path).map(async (each) => tokenIn(await each.clone().json())));

const tokenIn = (body: unknown) => (body as { session_token: string | null }).session_token;

afterEach(() => {
  if (real) globalThis.fetch = real;
  real = undefined;
  asked.length = 0;
  document.querySelector('meta[name=csrf-token]')?.remove();
});

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** Tokens that a back end has got for somebody. */
const tokensFor = (on: Stage, organization = 'Acme') => on.world.session('ada@example.com', organization);

const at = (element: StytchHydrate, state: string) =>
  waitUntil(() => element.dataset['state'] === state, `${element.dataset['state']} is not ${state}`);

const put = (on: Stage, src: string | typeof nothing = SRC, more: Partial<StytchHydrate> = {}) =>
  shown<StytchHydrate>(
    on,
    html`<stytch-hydrate
      src=${src}
      method=${more.method ?? 'get'}
      ?replace=${more.replace ?? false}
      push-to=${more.pushTo ?? nothing}
    ></stytch-hydrate>`,
  );

const where = (on: Stage) => on.store.getSnapshot().organization?.organization_name;

describe('<stytch-hydrate>', () => {
  it('takes over the session of a back end, by its tokens', async () => {
    const on = await stage(null);
    const tokens = await tokensFor(on);
    backEnd(() => json(tokens));
    const element = await put(on);
    await at(element, 'done');
    expect([where(on), on.store.getSnapshot().fromCache, element.shadowRoot!.textContent.trim()]).to.deep.equal([
      'Acme',
      false,
      '',
    ]);
  });

  it('does without a JWT', async () => {
    const on = await stage(null);
    const { session_token } = await tokensFor(on);
    backEnd(() => json({ session_token }));
    await at(await put(on), 'done');
    expect(where(on)).to.equal('Acme');
    expect(document.cookie).to.not.match(/=(undefined|null)\b/);
  });

  it('takes over what a back end has put into cookies', async () => {
    const on = await stage(null);
    const { session_token, session_jwt } = await tokensFor(on);
    backEnd(() => {
      const { opaqueTokenCookieName, jwtCookieName, path } = on.store.options.cookieOptions!;
      document.cookie = `${opaqueTokenCookieName}=${session_token}; path=${path}`;
      document.cookie = `${jwtCookieName}=${session_jwt}; path=${path}`;
      return new Response(null, { status: 204 });
    });
    await at(await put(on), 'done');
    expect(where(on)).to.equal('Acme');
  });

  for (const [what, answer] of [
    ['with 401', () => json({}, 401)],
    ['with no token', () => json({ session_token: null })],
  ] as const)
    it(`leaves everything as it is when the back end has nobody, and says so ${what}`, async () => {
      const on = await stage(null);
      backEnd(answer);
      const element = await put(on, nothing);
      setTimeout(() => (element.src = SRC));
      const { detail } = await oneEvent(element, 'stytch-hydrate');
      expect([detail.outcome, on.store.getSnapshot().status]).to.deep.equal(['nobody', 'signed-out']);
    });

  it('does not touch a session that is there, unless it is told to', async () => {
    const on = await stage();
    const tokens = await tokensFor(on, 'Globex');
    backEnd(() => json(tokens));
    await at(await put(on), 'done');
    expect([where(on), asked.length]).to.deep.equal(['Acme', 0]);
    await at(await put(on, SRC, { replace: true }), 'done');
    expect(where(on)).to.equal('Globex');
  });

  it('keeps the session that is there when the other one does not hold', async () => {
    const on = await stage();
    backEnd(() => json({ session_token: 'made up' }));
    await at(await put(on, SRC, { replace: true }), 'error');
    await on.until(({ status, fromCache }) => status === 'signed-in' && !fromCache);
    expect(where(on)).to.equal('Acme');
  });

  for (const written of ['post', 'POST'])
    it(`asks as the page’s own, by ${written}: cookies, the CSRF header, nothing from a cache`, async () => {
      const on = await stage(null);
      document.head.append(Object.assign(document.createElement('meta'), { name: 'csrf-token', content: 'proof' }));
      backEnd(() => json({ session_token: null }));
      await at(await put(on, SRC, { method: written as 'post' }), 'done');
      const [{ method, headers, credentials, cache } = {} as Request] = asked;
      expect([method, headers?.get('X-CSRF-Token'), credentials, cache]).to.deep.equal([
        'POST',
        'proof',
        'same-origin',
        'no-store',
      ]);
    });

  it('proves that it is the page’s own by a cookie, too, in the header that the back end reads', async () => {
    const on = await stage(null);
    document.cookie = 'xsrf=a%20proof';
    document.head.append(Object.assign(document.createElement('meta'), { name: 'csrf-token', content: 'other' }));
    backEnd(() => json({ session_token: null }));
    const element = await put(on, nothing);
    Object.assign(element, { csrfCookie: 'xsrf', csrfHeader: 'X-XSRF-Token', src: SRC });
    await at(element, 'done');
    document.cookie = 'xsrf=; max-age=0';
    expect(asked.map(({ headers }) => [headers.get('X-XSRF-Token'), headers.get('X-CSRF-Token')])).to.deep.equal([
      ['a proof', null],
    ]);
  });

  for (const [what, answer, code] of [
    ['fails', () => json({}, 500), 'unknown'],
    ['is not there', () => json({}, 404), 'misconfigured'],
    ['answers with something else', () => new Response('<html>'), 'misconfigured'],
    ['is asked too often', () => json({}, 429), 'rate-limited'],
    ['cannot be reached', () => Promise.reject(new TypeError('no network')), 'offline'],
  ] as const)
    it(`explains that the back end ${what}, and tries again`, async () => {
      const on = await stage(null);
      backEnd(answer);
      const element = await put(on, nothing);
      setTimeout(() => (element.src = SRC));
      const { detail } = await oneEvent(element, 'stytch-error');
      expect(detail.error.code).to.equal(code);
      await at(element, 'error');
      const tokens = await tokensFor(on);
      backEnd(() => json(tokens));
      element.shadowRoot!.querySelector('button')!.click();
      await at(element, 'done');
      expect(where(on)).to.equal('Acme');
    });

  it('asks no stranger, and offers nobody to try that again', async () => {
    const on = await stage(null);
    const element = await put(on, 'https://elsewhere.example/session');
    await at(element, 'error');
    expect(element.shadowRoot!.querySelector('[part~=error]')!.textContent).to.contain('may not talk to');
    expect(element.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('takes tokens by a method, and refuses them while somebody is signed in', async () => {
    const on = await stage(null);
    const element = await put(on, nothing);
    const { session_token: sessionToken, session_jwt: sessionJwt } = await tokensFor(on);
    await element.hydrate({ sessionToken, sessionJwt });
    expect(where(on)).to.equal('Acme');
    const other = await tokensFor(on, 'Globex');
    const refused = await element
      .hydrate({ sessionToken: other.session_token })
      .catch((error: StytchElementsError) => [error.code, error.detail]);
    expect(refused).to.deep.equal(['not-allowed', 'occupied']);
    await element.hydrate({ sessionToken: other.session_token }, { replace: true });
    expect(where(on)).to.equal('Globex');
  });

  it('does not take over again whoever has signed out, wherever it is put', async () => {
    const on = await stage(null);
    const tokens = await tokensFor(on);
    backEnd(() => json(tokens));
    const element = await put(on);
    await at(element, 'done');
    await on.store.actions.logout();
    const [next] = [element.cloneNode() as StytchHydrate, element.parentElement!.append(element)];
    await element.updateComplete;
    element.after(next);
    expect((await oneEvent(next, 'stytch-hydrate')).detail.outcome).to.equal('nobody');
    expect([times(SRC), on.store.getSnapshot().status]).to.deep.equal([1, 'signed-out']);
  });

  it('says that it could not ask until somebody has signed in, whatever else is handed over', async () => {
    const on = await stage(null);
    backEnd((request) => (pathOf(request) === SRC ? json({}, 500) : new Response(null, { status: 204 })));
    const element = await put(on, SRC, { pushTo: PUSH });
    await at(element, 'error');
    await aTimeout(50);
    expect([element.dataset['state'], times(SRC)]).to.deep.equal(['error', 1]);
    await element.hydrate(await handed(on));
    await at(element, 'done');
    await waitUntil(() => times(PUSH) === 1);
    expect(times(SRC)).to.equal(1);
  });

  it('hands the tokens of now to a back end whenever they change, and that there are none', async () => {
    const on = await stage();
    const bodies: { session_token: string | null }[] = [];
    backEnd(async (request) => {
      bodies.push((await request.json()) as { session_token: string });
      return new Response(null, { status: 204 });
    });
    await put(on, nothing, { pushTo: SRC });
    await waitUntil(() => bodies.length === 1);
    expect(bodies[0]).to.deep.equal(on.store.held.tokens);
    await on.store.actions.hydrate(await handed(on));
    await waitUntil(() => bodies.at(-1)?.session_token === on.store.held.tokens!.session_token && bodies.length > 1);
    await on.store.actions.logout();
    await waitUntil(() => bodies.at(-1)?.session_token === null);
  });

  for (const [what, status] of [
    ['is not well', 503],
    ['has had too much', 429],
  ] as const)
    it(`hands over what there is once a back end that ${what} has recovered, and says so once meanwhile`, async () => {
      const on = await stage();
      let isWell = true;
      const told: string[] = [];
      backEnd(() => new Response(null, { status: isWell ? 204 : status }));
      const element = await put(on, nothing, { pushTo: PUSH });
      element.addEventListener('stytch-error', ({ detail }) => told.push(detail.error.code));
      await waitUntil(() => times(PUSH) === 1);
      isWell = false;
      await on.store.actions.logout();
      await at(element, 'error');
      await waitUntil(() => times(PUSH) === 3);
      isWell = true;
      dispatchEvent(new Event('online'));
      await waitUntil(() => element.dataset['state'] !== 'error');
      expect([(await handedTo(PUSH)).at(-1), told.length]).to.deep.equal([null, 1]);
    });

  it('tries nothing again when it is gone before a back end has failed', async () => {
    const on = await stage();
    let fail = () => undefined as unknown;
    backEnd(() => new Promise((resolve) => (fail = () => resolve(new Response(null, { status: 503 })))));
    const element = await put(on, nothing, { pushTo: PUSH });
    await waitUntil(() => times(PUSH) === 1);
    element.remove();
    const set = globalThis.setTimeout;
    const waits: unknown[] = [];
    globalThis.setTimeout = ((work: () => void, ms?: number) => (waits.push(ms), set(work, ms))) as typeof setTimeout;
    fail();
    await new Promise((resolve) => set(resolve, 50));
    globalThis.setTimeout = set;
    expect(waits.filter((ms) => Number(ms) > 1000)).to.deep.equal([]);
  });

  it('tells a back end that could not be reached of a log-out also from the next page, once', async () => {
    const on = await stage();
    let status = 204;
    backEnd(() => new Response(null, { status }));
    const first = await put(on, nothing, { pushTo: PUSH });
    await waitUntil(() => times(PUSH) === 1);
    status = 503;
    await on.store.actions.logout();
    await at(first, 'error');
    first.remove();
    status = 204;
    asked.length = 0;
    const next = await put(on, nothing, { pushTo: PUSH });
    await waitUntil(() => times(PUSH) === 1);
    await waitUntil(() => next.dataset['state'] === 'idle');
    await put(on, nothing, { pushTo: PUSH });
    await aTimeout(50);
    expect(await handedTo(PUSH)).to.deep.equal([null]);
  });

  it('does not insist where it is refused, but tries again when told to', async () => {
    const on = await stage();
    let status = 403;
    backEnd(() => new Response(null, { status }));
    const element = await put(on, nothing, { pushTo: PUSH });
    await at(element, 'error');
    await aTimeout(2500);
    expect(times(PUSH)).to.equal(1);
    status = 204;
    element.shadowRoot!.querySelector('button')!.click();
    await waitUntil(() => element.dataset['state'] === 'idle');
    expect(times(PUSH)).to.equal(2);
  });

  it('hands the tokens to another address, too, and asks nobody again for that', async () => {
    const on = await stage(null);
    backEnd((request) => (pathOf(request) === SRC ? json({}, 401) : new Response(null, { status: 204 })));
    const element = await put(on, SRC, { pushTo: PUSH });
    await at(element, 'done');
    await element.hydrate(await handed(on));
    await waitUntil(() => times(PUSH) === 1);
    element.pushTo = '/back-end/other';
    await waitUntil(() => times('/back-end/other') === 1);
    expect([times(SRC), times(PUSH)]).to.deep.equal([1, 1]);
    expect(await handedTo('/back-end/other')).to.deep.equal(await handedTo(PUSH));
  });

  it('shows the page’s CSRF token to its own origin alone', async () => {
    const on = await stage();
    document.head.append(Object.assign(document.createElement('meta'), { name: 'csrf-token', content: 'proof' }));
    backEnd(() => new Response(null, { status: 204 }));
    const element = await put(on, nothing);
    element.closest('stytch-provider')!.allowedOrigins = ['https://api.example'];
    element.pushTo = PUSH;
    await waitUntil(() => times(PUSH) === 1);
    element.pushTo = `https://api.example${PUSH}`;
    await waitUntil(() => times(PUSH) === 2);
    expect(asked.map(({ headers }) => headers.get('X-CSRF-Token'))).to.deep.equal(['proof', null]);
  });
});

async function handed(on: Stage) {
  const { session_token: sessionToken, session_jwt: sessionJwt } = await tokensFor(on, 'Globex');
  return { sessionToken, sessionJwt };
}
