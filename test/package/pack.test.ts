import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

interface Packed {
  filename: string;
  size: number;
  files: { path: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'stytch-elements-pack-'));
const [{ filename, size, files }] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { encoding: 'utf8' }),
) as [Packed];
const tarball = join(folder, filename);
const paths = files.map(({ path }) => path);
const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'bin' | 'exports', object>;

describe('what is published', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is the build, its papers and themes, nothing else', () => {
    const written = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];
    const made = [
      'custom-elements.json',
      'vscode.html-custom-data.json',
      'vscode.css-custom-data.json',
      'web-types.json',
    ];
    assert.deepEqual(paths.filter((path) => !/^(dist|themes)\//.test(path)).sort(), [...written, ...made].sort());
    assert.deepEqual(
      paths.filter((path) => /(?<!\.d)\.tsx?$|\.(test|spec|stories)\.|tsbuildinfo|\.(vue|svelte)$/.test(path)),
      [],
    );
  });

  it('has source maps, with the sources in them, for modules that people debug, and for nothing else', () => {
    const maps = paths.filter((path) => path.endsWith('.map'));
    const modules = paths.filter((path) => /^dist\/(?!cdn|emulator|types).*\.js$/.test(path));
    assert.deepEqual(maps.sort(), modules.map((path) => `${path}.map`).sort());
    for (const path of maps) assert.ok((JSON.parse(readFileSync(path, 'utf8')) as Map).sourcesContent?.[0], path);
    for (const path of paths.filter((each) => /^dist\/(cdn|emulator|types)\/.*\.js$/.test(each)))
      assert.doesNotMatch(readFileSync(path, 'utf8'), /sourceMappingURL=(?!data:)/, path);
  });

  it('names no place on the machine that made it', () => {
    const places = new RegExp(`${process.cwd()}|/home/\\w|/root/|/tmp/(?!x)|[A-Z]:\\\\\\\\`);
    for (const path of paths) assert.doesNotMatch(readFileSync(path, 'utf8'), places, path);
  });

  it('has its command, to be run as it is', () => {
    for (const path of Object.values(bin).map((each: string) => each.replace('./', ''))) {
      assert.ok(paths.includes(path), path);
      assert.match(readFileSync(path, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    }
  });

  it('is smaller than 1.5 MB, packed', () => assert.ok(size < 1_500_000, `${size} bytes`));

  it('passes publint', async () => {
    const data = readFileSync(tarball);
    const { messages, pkg } = await publint({
      strict: true,
      pack: { tarball: data.buffer.slice(data.byteOffset) },
    });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  it('has types that resolve (attw)', () => {
    const files = Object.keys(exports).filter((entry) => /\.(json|css)$/.test(entry));
    const besides = ['--exclude-entrypoints', ...files.map((entry) => entry.replace('./', ''))];
    const args = [tarball, '--profile', 'esm-only', '--no-emoji', ...besides];
    const { status, stdout, stderr } = spawnSync('node_modules/.bin/attw', args, { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  });
});

interface Map {
  sourcesContent?: string[];
}
