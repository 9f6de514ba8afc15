#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startEmulator } from './index.js';

const USAGE = `stytch-elements emulator [--port 4100] [--redirect-url URL] [--pkce]

Serves a Stytch B2B project on 127.0.0.1 until it is stopped, and prints { url, publicToken, projectId, secret }.
There is nothing to set up; ada@example.com is somebody in it, and her mail is at /emulator/inbox.`;

try {
  await run();
} catch (error) {
  console.error(explained(error));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '4100' },
      'redirect-url': { type: 'string' },
      pkce: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  if (positionals.join(' ') !== 'emulator') throw new Error(USAGE);
  const { pkce, 'redirect-url': redirectUrl } = values;
  const options = { port: portOf(values.port), pkce, ...(redirectUrl ? { redirectUrl } : {}) };
  const { url, publicToken, projectId, secret } = await startEmulator(options);
  console.log(JSON.stringify({ url, publicToken, projectId, secret }));
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`--port takes a number up to 65535, and not ${text}.`);
  return port;
}

function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  return code === 'EADDRINUSE' ? `Something listens on port ${port} already: name another with --port.` : error.message;
}
