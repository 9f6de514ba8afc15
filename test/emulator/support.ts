import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { createEmulator, SEED_TOTP_SECRET, type Emulator, type WorldOptions } from '../../emulator/index.js';

/** An answer of the emulator as a page sees it: the data on success, else the error, with the status beside it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as the SDK reads them, unchecked
export type Answer = Record<string, any> & { status: number };

/** A page without an SDK: it sends what the SDK would send, and holds nothing but tokens. */
export class Page {
  session_token = '';
  intermediate_session_token = '';
  cookies = new Map<string, string>();

  constructor(readonly emulator: Emulator) {}

  /** Calls an endpoint as the SDK does, and keeps the tokens of the answer as the SDK does. */
  async call(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<Answer> {
    const response = await this.emulator.fetch(this.#request(path, body, method));
    for (const cookie of response.headers.getSetCookie()) this.#keepCookie(cookie);
    const answer = (await response.json()) as { data?: object };
    const data = { ...(answer.data ?? answer), status: response.status } as Answer;
    if (response.ok && 'member_session' in data) {
      this.session_token = data.session_token;
      this.intermediate_session_token = data.intermediate_session_token ?? '';
    } else if (response.ok && data.intermediate_session_token) {
      this.intermediate_session_token = data.intermediate_session_token;
    }
    return data;
  }

  /** Exchanges the session into an organization, by its slug. */
  exchange(slug: string): Promise<Answer> {
    return this.call('/b2b/sessions/exchange', { organization_id: slug, session_duration_minutes: 60 });
  }

  /** Calls an endpoint for the member of a pending answer, with the intermediate session. */
  forPending(path: string, pending: Answer, body: object): Promise<Answer> {
    const { organization, member_id } = pending;
    const ids = { organization_id: organization.organization_id, member_id };
    return this.call(path, { ...ids, ...this.ist(), session_duration_minutes: 60, ...body });
  }

  /** The intermediate session token as a body field, absent when there is none. */
  ist(): object {
    const { intermediate_session_token } = this;
    return intermediate_session_token ? { intermediate_session_token } : {};
  }

  #request(path: string, body: object | undefined, method: string): Request {
    const { publicToken } = this.emulator;
    const credentials = btoa(`${publicToken}:${this.session_token || publicToken}`);
    const headers: Record<string, string> = {
      Authorization: `Basic ${credentials}`,
      'Content-Type': 'application/json',
      'X-SDK-Parent-Host': 'http://app.test',
    };
    const jar = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    if (jar.length > 0) headers.Cookie = jar.join('; ');
    const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
    return new Request(`http://emulator.test/sdk/v1${path}`, init);
  }

  #keepCookie(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** A fresh world with a page in which Ada, or somebody else, is signed in. */
export async function signedIn(organization = 'Acme', email = 'ada@example.com'): Promise<Page> {
  const emulator = createEmulator();
  const page = new Page(emulator);
  page.session_token = (await emulator.session(email, organization)).session_token;
  return page;
}

/** A fresh world with a page in which nobody is signed in. */
export function signedOut(options?: WorldOptions): Page {
  return new Page(createEmulator(options));
}

/** A PKCE pair, as the SDK makes one: the challenge is the verifier's hash. */
export function pkcePair(verifier = 'v'.repeat(43)): { verifier: string; challenge: string } {
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** Approves on the page of a provider, as a person would, and returns where the browser goes then. */
export async function approve(
  { emulator }: Page,
  path: string,
  query: Record<string, string>,
  email = 'ada@example.com',
): Promise<URL> {
  const url = `http://emulator.test${path}?${new URLSearchParams({ public_token: emulator.publicToken, ...query })}`;
  const body = new URLSearchParams({ other: email, decision: 'approve' });
  const { headers, status } = await emulator.fetch(new Request(url, { method: 'POST', body }));
  if (status !== 302) throw new Error(`The provider answered with ${status}.`);
  return new URL(headers.get('location') ?? '');
}

/** The code an authenticator app shows, at the emulator's time. */
export function totpCode({ world }: Emulator, secret = SEED_TOTP_SECRET): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.now() });
}

/** The newest code that was sent. */
export function sentCode(emulator: Emulator): string {
  return emulator.outbox().at(-1)?.code ?? '';
}

/** The token in the newest link that was mailed. */
export function sentToken(emulator: Emulator): string {
  return new URL(emulator.outbox().at(-1)?.url ?? '').searchParams.get('token') ?? '';
}
