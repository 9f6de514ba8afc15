import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { APART } from '../../tools/rules.mjs';
import { staticImports } from '../../tools/static-imports.mjs';

interface Package {
  name: string;
  exports: Record<string, string | { types: string; default: string }>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const entries = Object.entries(manifest.exports);

describe('the package', () => {
  for (const [entry, target] of entries) {
    if (typeof target === 'string') {
      it(`brings ${entry}`, () => assert.ok(existsSync(target.replace('/*.css', ''))));
      continue;
    }
    it(`can import ${entry} where there is no window`, () => {
      const code = `await import('${entry.replace('.', manifest.name)}')`;
      const { status, stderr } = spawnSync('node', ['--input-type=module', '--eval', code], { encoding: 'utf8' });
      assert.equal(stderr, '');
      assert.equal(status, 0);
    });
    it(`has types for ${entry}`, () => assert.ok(existsSync(target.types)));
  }

  it('registers nothing when its classes are imported, and all by ./define', () => {
    const tags = (entry: string) => {
      const code = `
        const tags = [];
        const { customElements } = await import('@lit-labs/ssr-dom-shim');
        globalThis.customElements = customElements;
        const define = customElements.define;
        customElements.define = (tag, ...more) => (tags.push(tag), define.call(customElements, tag, ...more));
        await import('${entry}');
        console.log(tags.sort().join());`;
      return execFileSync('node', ['--input-type=module', '--eval', code], { encoding: 'utf8' }).trim();
    };
    const elements = readdirSync('src/elements').filter((name) => name.startsWith('stytch-'));
    assert.equal(tags(manifest.name), '');
    assert.equal(
      tags(`${manifest.name}/define`),
      elements
        .map((name) => name.replace('.ts', ''))
        .filter((tag) => !APART.has(tag))
        .sort()
        .join(),
    );
  });

  it('brings an emulator that answers, and that a page can import', () => {
    const code = `
      const { startEmulator } = await import('${manifest.name}/emulator');
      const { url, stop } = await startEmulator();
      const { status } = await fetch(url + '/emulator/outbox');
      await stop();
      console.log(status);`;
    assert.equal(execFileSync('node', ['--input-type=module', '--eval', code], { encoding: 'utf8' }).trim(), '200');
    const atOnce = staticImports('dist/emulator/index.js').flatMap(imported);
    assert.deepEqual(
      atOnce.filter((from) => isBuiltin(from)),
      [],
    );
  });

  it('imports nothing that it does not depend on', () => {
    const known = new Set([
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
      ...builtinModules,
    ]);
    const strange = [...reached()].flatMap((path) =>
      imported(path)
        .filter((from) => !from.startsWith('.') && !known.has(packageOf(from)))
        .map((from) => `${path} imports ${from}`),
    );
    assert.deepEqual(strange, []);
  });
});

/** Every file, of code or of types, that the entries lead to. */
function reached(): Set<string> {
  const found = new Set(entries.flatMap(([, target]) => (typeof target === 'string' ? [] : Object.values(target))));
  for (const path of found) {
    const types = path.endsWith('.d.ts');
    const files = imported(path).filter((from) => from.startsWith('.'));
    for (const from of files) found.add(`./${join(dirname(path), types ? from.replace(/\.js$/, '.d.ts') : from)}`);
  }
  return found;
}

/** What a built file imports. */
function imported(path: string): string[] {
  return ts.preProcessFile(readFileSync(path, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);
}

function packageOf(from: string): string {
  const [scope = '', name = ''] = from.replace('node:', '').split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
