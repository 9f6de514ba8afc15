import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StartedEmulator } from '../../emulator/node.js';
import type { Fault } from '../../emulator/faults.js';

const PATHS = [
  '/b2b/sessions/authenticate',
  '/b2b/sessions/exchange',
  '/b2b/sessions/revoke',
  '/b2b/discovery/organizations',
  '/b2b/totp',
  '/b2b/totp/authenticate',
  '/b2b/otps/sms/send',
  '/b2b/otps/sms/authenticate',
  '/b2b/recovery_codes',
  '/b2b/recovery_codes/recover',
];

/** What each weather does to the calls that the elements make, until it changes. */
const WEATHER: Record<string, Fault[]> = {
  fair: [],
  offline: everywhere({ drop: true }),
  slow: everywhere({ delayMs: 20_000 }),
  failing: everywhere({ status: 500 }),
  limited: [{ path: '/b2b/sessions/exchange', status: 429 }],
};

function everywhere(fault: Partial<Fault>): Fault[] {
  return PATHS.map((path) => ({ path, times: Infinity, ...fault }));
}

/** The demo's own server side: a log-in that hands its session over by cookies, and the weather of the workbench. */
export class BackEnd {
  readonly #emulator: StartedEmulator;
  readonly #visit = `demo_visit=${Date.now()}`;
  #weather = 'fair';

  constructor(emulator: StartedEmulator) {
    this.#emulator = emulator;
  }

  /** The page's HTML with the project that it talks to. */
  fill(html: string): string {
    const { url, publicToken } = this.#emulator;
    return html.replaceAll('%EMULATOR_URL%', url).replaceAll('%PUBLIC_TOKEN%', publicToken);
  }

  /** Answers what is for the back end, and says whether it was; a page is answered by others, with our cookies. */
  async answers(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/' || pathname === '/index.html') {
      const cookies = await this.#welcome(request.headers.cookie ?? '');
      if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
      return false;
    }
    if (pathname !== '/workbench') return false;
    if (request.method === 'POST') this.#change(await textOf(request));
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Cache-Control', 'no-store');
    response.end(JSON.stringify(this.#state()));
    return true;
  }

  /** Signs Ada in on the first visit, as a log-in made on a back end would; later visits are left as they are. */
  async #welcome(cookies: string): Promise<string[]> {
    if (cookies.includes(this.#visit)) return [];
    const visit = `${this.#visit}; Path=/; SameSite=Lax`;
    const [, token = ''] = /(?:^|; )stytch_session=([^;]+)/.exec(cookies) ?? [];
    if (this.#emulator.world.sessions.has(token)) return [visit];
    const { session_token, session_jwt } = await this.#emulator.session('ada@example.com', 'Acme');
    const attributes = 'Path=/; SameSite=Lax; Max-Age=3600';
    return [
      visit,
      `stytch_session=${session_token}; ${attributes}`,
      `stytch_session_jwt=${session_jwt}; ${attributes}`,
      'stytch_intermediate_session_token=; Path=/; Max-Age=0',
    ];
  }

  #change(body: string): void {
    const { weather } = JSON.parse(body) as { weather: string };
    const faults = WEATHER[weather];
    if (!faults) return;
    this.#weather = weather;
    this.#emulator.world.faults = structuredClone(faults);
  }

  /** The emulator forgets faults when it is reset, or when they have happened; then the weather is fair again. */
  #state() {
    const { faults, clockOffset } = this.#emulator.world;
    return { weather: faults.length > 0 ? this.#weather : 'fair', clockOffset };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
