import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Puts what is published, and nothing that it depends on, where npm would put it for `folder`; returns the package's folder. */
export function install(folder: string): string {
  const args = ['pack', '--json', '--silent', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' })) as [{ filename: string }];
  const installed = join(folder, 'node_modules/stytch-elements');
  for (const path of [installed, join(folder, 'node_modules/.bin')]) mkdirSync(path, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components', '1']);
  const { bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  for (const [command, path] of Object.entries(bin)) {
    chmodSync(join(installed, path), 0o755);
    symlinkSync(join(installed, path), join(folder, 'node_modules/.bin', command));
  }
  return installed;
}

/** Runs a command that serves until it is stopped; resolves once it has printed a line. */
export async function serving(command: string, cwd: string): Promise<{ stop(): Promise<void> }> {
  const [name = '', ...args] = command.split(' ');
  const child = spawn(name, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = once(child, 'close');
  const printed = once(createInterface(child.stdout), 'line').then(() => undefined);
  const failure = await Promise.race([printed, ended.then(([code]) => new Error(`${command} ended with ${code}`))]);
  if (failure) throw failure;
  const stop = async () => {
    process.kill(-child.pid!, 'SIGTERM'); // with all that it has started
    await ended;
  };
  return { stop };
}
