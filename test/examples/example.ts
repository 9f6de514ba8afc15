import { test as base, expect, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { type StartedEmulator, startEmulator } from '../../emulator/index.js';

export { expect };

/** An example that runs as its README says, beside an emulator that the test holds. */
export interface Example {
  readonly url: string;
  readonly emulator: StartedEmulator;
}

/** How an example is started, besides its command. */
interface Start {
  readonly ready?: number;
  readonly env?: () => Promise<Record<string, string>>;
  readonly httpOnly?: boolean;
}

/** Tests of the example in `folder`, started once by `command` for all of them; each begins from the seed. */
export const testOf = (folder: string, command: string, { ready = 30_000, env, httpOnly = false }: Start = {}) =>
  base.extend<{ example: Example }, { started: Example }>({
    started: [
      async ({}, use) => {
        const emulator = await startEmulator();
        const { url, stop } = await start(folder, command, { ...projectOf(emulator), ...(await env?.()) }, ready);
        await use({ url, emulator });
        await stop();
        await emulator.stop();
      },
      { scope: 'worker', timeout: ready + 10_000 },
    ],
    example: async ({ started }, use) => {
      started.emulator.reset({ httpOnly });
      await use(started);
    },
  });

const projectOf = (emulator: StartedEmulator) => ({
  STYTCH_PROJECT_ID: emulator.projectId,
  STYTCH_SECRET: emulator.secret,
  STYTCH_PUBLIC_TOKEN: emulator.publicToken,
  STYTCH_EMULATOR_URL: emulator.url,
});

/** Starts the example in `folder`; without a project it brings an emulator of its own. */
export async function start(folder: string, command: string, project: Record<string, string> = {}, ready = 30_000) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { FORCE_COLOR: _, NODE_ENV: __, ...env } = process.env;
  const [name = '', ...args] = command.split(' ');
  const child = spawn(name, args, {
    cwd: `examples/${folder}`,
    env: { ...env, ...project, PORT: String(port), ORIGIN: url, NEXT_TELEMETRY_DISABLED: '1' },
    detached: true, // a group of its own, to be stopped with all that it has started
  });
  const exited = new Promise<string>((exit) => child.once('close', (code) => exit(`It ended with ${code}.`)));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const answered = expect.poll(() => answers(url), { timeout: ready, intervals: [100] }).toBe(true);
  const failure = await Promise.race([exited, answered.catch(() => 'It did not answer.')]);
  const stop = async () => {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGTERM');
    await exited;
  };
  if (!failure) return { url, stop };
  await stop();
  throw new Error(`${folder}: ${failure}\n${said}`);
}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** Opens the link that was mailed last. */
export async function openMailedLink(page: Page, { emulator }: Example): Promise<void> {
  await expect.poll(() => emulator.outbox().at(-1)?.url).toBeTruthy();
  await page.goto(emulator.outbox().at(-1)!.url!);
}
