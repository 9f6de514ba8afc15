import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { staticImports } from '../../tools/static-imports.mjs';

const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
const file = bin['stytch-elements']!;
const run = (...args: string[]) => spawnSync('node', [file, ...args], { encoding: 'utf8' });

describe('the command stytch-elements', () => {
  it('needs nothing but Node', () => {
    const imported = staticImports(file.replace('./', '')).flatMap(
      (path) => ts.preProcessFile(readFileSync(path, 'utf8'), true, true).importedFiles,
    );
    const strange = imported
      .map(({ fileName }) => fileName)
      .filter((from) => !from.startsWith('.') && !isBuiltin(from));
    assert.deepEqual(strange, []);
  });

  it('serves an emulator, of which it prints the credentials in one line', async () => {
    const child = spawn('node', [file, 'emulator', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const printed = JSON.parse(line) as Record<string, string>;
    assert.deepEqual(Object.keys(printed), ['url', 'publicToken', 'projectId', 'secret']);
    assert.equal((await fetch(`${printed['url']}/emulator/outbox`)).status, 200);
    child.kill();
    await once(child, 'close');
  });

  it('says what it can do', () => {
    const asked = run('--help');
    assert.match(asked.stdout, /^stytch-elements emulator \[--port 4100\]/);
    assert.equal(asked.status, 0);
    const { stderr, status } = run('emulate');
    assert.equal(stderr, asked.stdout);
    assert.equal(status, 1);
  });

  it('says what is wrong, without a stack', async () => {
    assert.match(run('emulator', '--port', 'many').stderr, /^--port takes a number up to 65535, and not many\.\n$/);
    assert.match(run('emulator', '--prt', '1').stderr, /^Unknown option '--prt'/);
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { stderr, status } = run('emulator', '--port', String(port));
    taken.close();
    assert.equal(stderr, `Something listens on port ${port} already: name another with --port.\n`);
    assert.equal(status, 1);
  });
});
