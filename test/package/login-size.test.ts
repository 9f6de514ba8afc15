import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const folder = mkdtempSync(join(tmpdir(), 'stytch-elements-login-'));
const kB = (file: string) => brotliCompressSync(readFileSync(join(folder, file))).length / 1000;

/** The only file of which the name begins so. */
const named = (start: string) => readdirSync(folder).find((file) => file.startsWith(start) && file.endsWith('.js'))!;

before(async () => {
  const entry = join(folder, 'entry.ts');
  const imports = ['provider', 'login'].map((name) => `import '${resolve('src/define', name)}.ts';`);
  writeFileSync(entry, imports.join('\n'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: () => 'login.js' },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: { minify: true, chunkFileNames: 'chunk-[name].js' },
      },
    },
  });
});
after(() => rmSync(folder, { recursive: true, force: true }));

void test('a page that logs in by a bundler loads at most 32 kB at first, 48 kB with the SDK', () => {
  assert.doesNotMatch(
    readFileSync(join(folder, 'login.js'), 'utf8'),
    /^import[^(]/m,
    'one file before the first paint',
  );
  const first = kB('login.js');
  const whole = first + kB(named('chunk-sdk'));
  assert.ok(first <= 32, `${first} kB`);
  assert.ok(whole <= 48, `${whole} kB`);
});
