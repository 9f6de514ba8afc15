import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { StartedEmulator } from '../emulator/index.js';
import type { ScriptName } from './build.js';

/** A page: what is in it, which script it loads, and the text by which one sees that it is ready. */
export interface PageOf {
  /** HTML; `$client` stands for the public token and the emulator, as attributes. */
  readonly body: string;
  readonly script?: ScriptName;
  readonly expected?: string;
  /** For what takes less than a millisecond; such a page begins in a process of its own. */
  readonly fineClock?: boolean;
}

interface File {
  readonly content: Buffer;
  readonly fineClock?: boolean;
}

/** A site whose pages differ in what is compared and in nothing else. */
export interface Site {
  readonly url: string;
  /** Serves a page at `/name`; returns its URL. */
  put(name: string, page: PageOf): string;
  close(): void;
}

const plain = { 'cache-control': 'no-store', 'content-encoding': 'br' };
/** What makes a page's clock tick every five microseconds instead of every hundred. */
const isolated = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' };

/** Serves the built scripts, compressed, and the pages that are put there. */
export async function startSite(folder: string, emulator: StartedEmulator): Promise<Site> {
  const files = new Map<string, File>(scriptsIn(folder));
  const probe = readFileSync(join(folder, 'page/index.js'), 'utf8');
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    const headers = { ...plain, ...(file?.fineClock && isolated), 'content-type': type };
    if (file) response.writeHead(200, headers).end(file.content);
    else response.writeHead(204).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const put = (name: string, page: PageOf) => {
    files.set(`/${name}`, { ...page, content: brotliCompressSync(documentOf(page, probe, emulator)) });
    return `${url}/${name}`;
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, put, close };
}

function scriptsIn(folder: string): [path: string, file: File][] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  return names.map((name) => [
    `/${name.replaceAll('\\', '/')}`,
    { content: brotliCompressSync(readFileSync(join(folder, name))) },
  ]);
}

function documentOf({ body, script, expected = '' }: PageOf, probe: string, emulator: StartedEmulator): string {
  const client = `public-token="${emulator.publicToken}" emulator-url="${emulator.url}"`;
  const tag = script ? `<script type="module" src="/${script}/index.js"></script>` : '';
  return `<!doctype html>
<html lang="en" data-expected="${expected}">
<head><meta charset="utf-8" /><title>Bench</title><script>${probe}</script>${tag}</head>
<body>${body.replaceAll('$client', client)}</body>
</html>`;
}
