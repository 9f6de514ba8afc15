import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Controls } from './control.js';
import { createEmulator } from './emulator.js';
import { ConnectionDropped } from './faults.js';
import type { World, WorldOptions } from './world.js';

/** How the emulator is served from Node. */
export interface StartOptions extends WorldOptions {
  /** Where to listen on 127.0.0.1; 0, the default, takes any free port. */
  port?: number;
}

/** An emulator that listens on 127.0.0.1. */
export interface StartedEmulator extends Controls {
  readonly url: string;
  readonly publicToken: string;
  readonly projectId: string;
  readonly secret: string;
  readonly world: World;
  stop(): Promise<void>;
}

const CREDENTIALS = {
  publicToken: 'public-token-test-00000000-0000-4000-8000-000000000001',
  projectId: 'project-test-00000000-0000-4000-8000-000000000001',
  secret: 'secret-test-emulator-00000000000000000000000000000001',
};

/** Serves an emulator over HTTP until it is stopped. */
export async function startEmulator({ port = 0, ...options }: StartOptions = {}): Promise<StartedEmulator> {
  const emulator = createEmulator({ ...CREDENTIALS, ...options });
  const answer = getRequestListener((request, env) =>
    emulator.fetch(request).catch((error: unknown) => {
      if (!(error instanceof ConnectionDropped)) throw error;
      (env as HttpBindings).outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    }),
  );
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { fetch: _, ...rest } = emulator;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ...rest, url, stop };
}
