import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';
import type { StartedEmulator } from '../emulator/node.js';
import type { BackEnd } from '../examples/demo/back-end.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The demo page, served from the sources: what it loads as `stytch-elements.js` is the build of the moment. */
export const demo: UserConfig = configured();

/** A demo that runs, for tests. */
export interface StartedDemo {
  readonly url: string;
  readonly emulator: StartedEmulator;
  stop(): Promise<void>;
}

/**
 * Serves the demo on a free port: from the sources, or the built script under a strict Content-Security-Policy.
 * @public
 */
export async function startDemo({ built = false, port = 0 } = {}): Promise<StartedDemo> {
  const { emulator, backEnd } = await emulated();
  const host = await (built ? serveBuilt(backEnd, emulator.url, port) : serveSources(backEnd, port));
  return { url: `http://localhost:${host.port}/`, emulator, stop: () => host.stop().finally(() => emulator.stop()) };
}

function configured(backEnd?: BackEnd): UserConfig {
  return {
    root: `${root}examples/demo`,
    publicDir: false,
    logLevel: 'info',
    server: { port: 5173, fs: { allow: [root] } },
    resolve: { alias: [{ find: /^(\.?\/)?stytch-elements\.js$/, replacement: `${root}tools/cdn.ts` }] },
    optimizeDeps: { entries: ['index.html', `${root}tools/cdn.ts`] }, // all at once: found later, they reload the page
    plugins: [withBackEnd(backEnd)],
  };
}

/** An emulator, and the demo's own server side, beside the page. */
function withBackEnd(given?: BackEnd): Plugin {
  let backEnd = given;
  return {
    name: 'with-back-end',
    async configureServer(server) {
      if (!backEnd) {
        const started = await emulated();
        backEnd = started.backEnd;
        server.config.logger.info(`  Emulator: ${started.emulator.url}`);
        server.httpServer?.once('close', () => void started.emulator.stop());
      }
      const { answers } = handler(backEnd);
      server.middlewares.use((request, response, next) => void answers(request, response).then((did) => did || next()));
    },
    transformIndexHtml: (html) => backEnd?.fill(html) ?? html,
  };
}

async function emulated() {
  const [{ startEmulator }, { BackEnd }] = await Promise.all([
    import('../emulator/node.js'),
    import('../examples/demo/back-end.js'),
  ]);
  const emulator = await startEmulator();
  return { emulator, backEnd: new BackEnd(emulator) };
}

/** Failures of the back end are answers, too. */
function handler(backEnd: BackEnd) {
  const answers = (request: IncomingMessage, response: ServerResponse) =>
    backEnd.answers(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
      return true;
    });
  return { answers };
}

async function serveSources(backEnd: BackEnd, port: number) {
  const vite = await import('vite');
  const server = await vite.createServer({ ...configured(backEnd), configFile: false, logLevel: 'warn' });
  await server.listen(port);
  return { port: (server.httpServer?.address() as AddressInfo).port, stop: () => server.close() };
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Where a file of the built demo is: a plain name, in one of three places. */
function placeOf(name: string): string {
  if (name === 'otpauth.js') return `${root}node_modules/otpauth/dist/otpauth.esm.min.js`;
  return /^(stytch-elements|chunk-)/.test(name) ? `${root}dist/cdn/${name}` : `${root}examples/demo/${name}`;
}

async function serveBuilt(backEnd: BackEnd, emulatorUrl: string, port: number) {
  const { answers } = handler(backEnd);
  const server = createServer((request, response) => {
    void answers(request, response).then((did) => did || sendFile(request, response, backEnd, emulatorUrl));
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const stop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, stop };
}

async function sendFile({ url }: IncomingMessage, response: ServerResponse, backEnd: BackEnd, emulatorUrl: string) {
  const name = new URL(url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
  const type = TYPES[extname(name)];
  const content = type && /^[\w.-]+$/.test(name) && (await readFile(placeOf(name), 'utf8').catch(() => undefined));
  if (!content) return void response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy(emulatorUrl) });
  const page = name.endsWith('.html') ? backEnd.fill(content) : content;
  response.end(page.replace("from 'otpauth'", "from './otpauth.js'"));
}

function policy(emulatorUrl: string): string {
  const from = "script-src 'self'; style-src 'self'; img-src 'self' data: https:";
  return `default-src 'none'; ${from}; connect-src 'self' ${emulatorUrl}; form-action 'self'; base-uri 'none'`;
}
