// Runs a command beside an emulator of Stytch: `node ../with-emulator.js vite`. Where `.env` names a project of your own,
// it runs the command alone.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import process, { argv, env, exit, loadEnvFile, platform } from 'node:process';

if (existsSync('.env')) loadEnvFile();
if (!env.STYTCH_PUBLIC_TOKEN) await emulate();

const [command = '', ...args] = argv.slice(2);
const child = spawn(command, args, { stdio: 'inherit', shell: platform === 'win32' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => exit(code ?? 0));

async function emulate() {
  const { startEmulator } = await import('stytch-elements/emulator');
  const emulator = await startEmulator({ port: Number(env.EMULATOR_PORT ?? 0) }); // 0: any
  emulator.reset({ httpOnly: Boolean(env.HTTP_ONLY) });
  const { url, publicToken, projectId, secret } = emulator;
  env.STYTCH_PUBLIC_TOKEN = publicToken;
  env.STYTCH_PROJECT_ID = projectId;
  env.STYTCH_SECRET = secret;
  env.STYTCH_EMULATOR_URL = url;
  console.log(`Stytch, emulated: ada@example.com is somebody there, and her mail is at ${url}/emulator/inbox`);
}
