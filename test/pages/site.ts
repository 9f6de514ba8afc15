import { test as base, type BrowserContext, expect, type Page } from '@playwright/test';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { TOTP } from 'otpauth';
import { type StartedEmulator, startEmulator } from '../../emulator/index.js';

export { expect };

/** How a page of the site is served. */
export interface PageOptions {
  readonly script?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Attributes of the provider, besides the token and the emulator. */
  readonly provider?: string;
  /** English, if nothing is said. */
  readonly lang?: string;
}

/** A customer's site: pages with the built script, beside an emulator. */
export interface Site {
  readonly url: string;
  readonly emulator: StartedEmulator;
  /** Serves `body` inside a provider at `path`, and returns the page's URL. */
  put(path: string, body: string, options?: PageOptions): string;
  /** Signs a member in, as a back end would: by cookies, for an hour unless `minutes` says otherwise. */
  signIn(context: BrowserContext, organization?: string, email?: string, minutes?: number): Promise<void>;
  /** The code of the last text. */
  lastCode(): string;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
};

const typeOf = (path: string) => types[extname(path)] ?? 'text/plain';
/** Scripts as from a CDN: a browser that has them asks no more, and has compiled them. */
const kept = { 'cache-control': 'max-age=3600' };

export const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const emulator = await startEmulator();
    const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const page = pages.get(pathname);
      if (page)
        return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
      readFile(join('dist/cdn', normalize(pathname))).then(
        (content) => response.writeHead(200, { ...kept, 'content-type': typeOf(pathname) }).end(content),
        () => response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end(),
      );
      return undefined;
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await use({
      url,
      emulator,
      put: (path, body, options = {}) => {
        pages.set(path, { html: document(emulator, body, options), headers: options.headers ?? {} });
        return `${url}${path}`;
      },
      signIn: async (context, organization = 'Acme', email = 'ada@example.com', minutes) => {
        const { session_token, session_jwt } = await emulator.session(email, organization, minutes);
        const cookie = { url, sameSite: 'Lax' } as const;
        await context.addCookies([
          { ...cookie, name: 'stytch_session', value: session_token },
          { ...cookie, name: 'stytch_session_jwt', value: session_jwt },
        ]);
      },
      lastCode: () => emulator.outbox().at(-1)!.code!,
    });
    server.closeAllConnections();
    server.close();
    await emulator.stop();
  },
});

function document({ url, publicToken }: StartedEmulator, body: string, options: PageOptions): string {
  const { script = '<script type="module" src="/stytch-elements.js"></script>', provider = '', lang = 'en' } = options;
  return `<!doctype html>
<html lang="${lang}" dir="${/^(ar|he)/.test(lang) ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A page</title>
    ${script}
  </head>
  <body>
    <main>
      <h1>A page</h1>
      <stytch-provider public-token="${publicToken}" emulator-url="${url}" ${provider}>${body}</stytch-provider>
    </main>
  </body>
</html>`;
}

/** What the elements of a header look like on most pages. */
export const header = `
  <stytch-org-switcher></stytch-org-switcher>
  <stytch-session-status></stytch-session-status>
  <stytch-logout></stytch-logout>`;

/**
 * Serves a page to log in at, one that links and redirects lead to, and one to go on to. `login` and `landing` are
 * attributes of the elements there, `provider` of the provider.
 */
export function putWayIn(site: Site, { login = '', landing = '', provider = '' } = {}): void {
  const status = '<stytch-session-status></stytch-session-status>';
  const ways = 'return-to="/app?in={slug}" login-url="/login"';
  const options = { provider: `callback-url="/landing" ${provider}` };
  site.put('/login', `<stytch-login return-to="/app?in={slug}" ${login}></stytch-login>${status}`, options);
  site.put('/landing', `<stytch-callback ${ways} ${landing}></stytch-callback>${status}`, options);
  site.put('/app', header, options);
}

/** A provider whose API is behind the customer's own host, which HttpOnly cookies need. */
export const behind = { provider: 'custom-base-url="https://api.customer.example"' };

/** Signs Ada in to Acme by cookies that no page can read. */
export async function signInHttpOnly(context: BrowserContext, site: Site): Promise<void> {
  site.emulator.reset({ httpOnly: true });
  const { session_token, session_jwt } = await site.emulator.session('ada@example.com', 'Acme');
  const cookie = { url: site.url, sameSite: 'Lax', httpOnly: true } as const;
  await context.addCookies([
    { ...cookie, name: 'stytch_session', value: session_token },
    { ...cookie, name: 'stytch_session_jwt', value: session_jwt },
  ]);
}

/** The code that an authenticator app shows now, or for the next half minute, as codes count once. */
export const totp = (secret = 'JBSWY3DPEHPK3PXP', ahead = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + ahead * 30_000 });

/** A person with a page in front of them. */
export const person = (page: Page) => ({
  sees: (text: string | RegExp) => expect(page.locator('stytch-session-status')).toContainText(text),
  switchesTo: async (organization: string) => {
    await page.getByRole('button', { name: /^Switch organization/ }).click();
    await page.getByRole('option', { name: organization }).click();
  },
  enters: async (code: string) => page.getByLabel('Verification code').fill(code),
  presses: (name: string) => page.getByRole('button', { name, exact: true }).click(),
});
