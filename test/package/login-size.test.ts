import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { staticImports } from '../../tools/static-imports.mjs';

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
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        output: { minify: true, entryFileNames: 'login.js', chunkFileNames: 'chunk-[name].js' },
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

/** The first number in the row of a document that begins so. */
function written(path: string, start: string): number {
  const row = readFileSync(path, 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${start}`));
  return Number(/\| +(\d+) +\|/.exec(row ?? '')?.[1]);
}

/** The page with what it fetches before somebody can log in: the engine, the SDK, the screens. */
function loadedToLogIn(): number {
  const files = ['login.js', ...['chunk-engine', 'chunk-sdk', 'chunk-lazy-entrance'].map(named)];
  const all = new Set(files.flatMap((file) => staticImports(join(folder, file))));
  return [...all].reduce((sum, path) => sum + brotliCompressSync(readFileSync(path)).length / 1000, 0);
}

/** A script that is published, with what it imports at once. */
const published = (file: string) =>
  staticImports(`dist/cdn/${file}`).reduce(
    (all, path) => all + brotliCompressSync(readFileSync(path)).length / 1000,
    0,
  );

void test('the sizes in the documents are those that are measured, to a kB or so', () => {
  const core = readdirSync('dist/cdn').find((file) => /^loader-core-.{8}\.js$/.test(file))!;
  const [packages, compare] = ['docs/packages.md', 'docs/compare.md'];
  const sizes: [path: string, start: string, measured: number][] = [
    [compare, 'First script of a page to log in', kB('login.js')],
    [compare, '… until one can log in', loadedToLogIn()],
    [packages, '`stytch-elements/provider` and `stytch-elements/login`', kB('login.js')],
    [packages, '`dist/cdn/stytch-elements.js`', published('stytch-elements.js')],
    [packages, '`dist/cdn/loader.js`', published('loader.js') + published(core)],
    [packages, '`dist/cdn/stytch-elements.iife.js`', published('stytch-elements.iife.js')],
    [packages, '`dist/cdn/devtools.js`', published('devtools.js')],
  ];
  for (const [path, start, measured] of sizes) {
    const tolerance = Math.max(1.2, measured / 20);
    assert.ok(Math.abs(written(path, start) - measured) <= tolerance, `${path}, ${start}: ${measured.toFixed(1)} kB`);
  }
  const said = (path: string) => readFileSync(path, 'utf8').replace(/\s+/g, ' ');
  assert.ok(said(compare).includes(`all elements is ${written(packages, '`dist/cdn/stytch-elements.js`')} kB`));
  assert.ok(said(compare).includes(`what all share is ${written(packages, '`dist/cdn/loader.js`')} kB`));
  const rows = (path: string) => readFileSync(path, 'utf8').match(/^\|.*(●|kB|until one).*$/gm) ?? [];
  const bare = (row: string) => row.replace(/ +/g, ' ');
  const [few, all] = [rows('README.md').map(bare), rows(compare).map(bare)];
  assert.ok(
    few.length > 5 && few.every((row) => all.includes(row)),
    'the README has rows that the whole comparison has not',
  );
});
