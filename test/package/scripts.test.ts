import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import vm from 'node:vm';
import { staticImports } from '../../tools/static-imports.mjs';

const folder = 'dist/cdn';
const heavy = ['@stytch/vanilla-js', 'libphonenumber-js', 'uqr'];

describe('the script-tag files', () => {
  it('have the hashes that sri.json publishes', () => {
    const published = JSON.parse(readFileSync(`${folder}/sri.json`, 'utf8')) as Record<string, string>;
    const names = readdirSync(folder).filter((name) => !['sri.json', 'importmap.json'].includes(name));
    assert.deepEqual(Object.keys(published).sort(), names.sort());
    for (const name of names) {
      const digest = createHash('sha384')
        .update(readFileSync(`${folder}/${name}`))
        .digest('base64');
      assert.equal(published[name], `sha384-${digest}`, name);
    }
  });

  it('are all in the import map, with those hashes', () => {
    const published = JSON.parse(readFileSync(`${folder}/sri.json`, 'utf8')) as Record<string, string>;
    const { imports, integrity } = JSON.parse(readFileSync(`${folder}/importmap.json`, 'utf8')) as Record<
      'imports' | 'integrity',
      Record<string, string>
    >;
    const modules = Object.entries(published).filter(([name]) => /(?<!\.iife)\.js$/.test(name));
    assert.deepEqual(integrity, Object.fromEntries(modules.map(([name, hash]) => [`./${name}`, hash])));
    for (const target of Object.values(imports)) assert.ok(integrity[target], target);
  });

  it('bring each element by the loader without the others, and the SDK by none', () => {
    const inCore = staticImports(`${folder}/${loaded('core')}`).flatMap(modules);
    assert.ok(inCore.some((path) => path.includes('/lit-html/')));
    assert.deepEqual(
      inCore.filter((path) => heavy.some((name) => path.includes(`node_modules/${name}/`))),
      [],
    );
    assert.deepEqual(
      inCore.filter((path) => path.includes('src/elements/stytch-')),
      [],
    );
    const status = staticImports(`${folder}/${loaded('session-status')}`).flatMap(modules);
    assert.deepEqual(
      status.filter((path) => path.includes('src/elements/stytch-')).map((path) => path.replace(/.*\//, '')),
      ['stytch-session-status.ts'],
    );
  });

  it('keep the SDK, the phone numbers and the QR code out of the first script', () => {
    const first = staticImports(`${folder}/stytch-elements.js`);
    const inFirst = first.flatMap(modules);
    assert.ok(
      inFirst.some((path) => path.includes('/lit-html/')),
      'the source map does not tell what is in the script',
    );
    assert.deepEqual(
      inFirst.filter((path) => heavy.some((name) => path.includes(`node_modules/${name}/`))),
      [],
    );
  });

  for (const name of heavy) {
    it(`bring ${name} in a chunk of its own`, () => {
      const first = staticImports(`${folder}/stytch-elements.js`);
      const chunks = readdirSync(folder)
        .filter((file) => /^chunk-.*\.js$/.test(file))
        .map((file) => `${folder}/${file}`)
        .filter((file) => !first.includes(file));
      assert.ok(chunks.some((file) => modules(file).some((path) => path.includes(`node_modules/${name}/`))));
    });
  }

  it('need no second file in their classic form, but for another language', () => {
    const code = readFileSync(`${folder}/stytch-elements.iife.js`, 'utf8');
    assert.doesNotThrow(() => new vm.Script(code));
    const imported = [...code.matchAll(/\bimport\s*\(\s*["'`](.+?)["'`]/g)].map(([, from]) => from!);
    assert.deepEqual(
      imported.filter((from) => !/^\.\/words-[\w-]+\.js$/.test(from)),
      [],
    );
  });

  it('leave no decorator to the browser', () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
      const source = readFileSync(`${folder}/${name}`, 'utf8');
      assert.doesNotMatch(source, /[;{}]@\w+\(/, name);
      assert.doesNotMatch(source, /\baccessor\s+[#\w]+\s*=/, name);
    }
  });
});

/** The loader's file of that name. */
function loaded(name: string): string {
  return readdirSync(folder).find((file) => new RegExp(`^loader-${name}-.{8}\\.js$`).test(file))!;
}

/** The sources that a built script was made of. */
function modules(file: string): string[] {
  if (file.includes('rolldown-runtime')) return []; // a helper of the bundler, made of nothing
  return (JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] }).sources;
}
