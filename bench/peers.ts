import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { bundledSize } from './build.js';

const ours = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The least page to log in on, as each one's documentation has it; Clerk's is a file that a script tag fetches as it is. */
const pages = {
  ours: `import '${ours('../src/define/provider.ts')}'; import '${ours('../src/define/login.ts')}';`,
  hanko: `
    import { register } from '@teamhanko/hanko-elements';
    register('https://hanko.example').then(() => document.body.append(document.createElement('hanko-auth')));`,
  descope: `
    import '@descope/web-component';
    document.body.append(document.createElement('descope-wc'));`,
} as const;

/** The peers' packages, to the version, so that whoever measures again measures the same. */
const packages = ['@teamhanko/hanko-elements@2.7.0', '@descope/web-component@4.3.2', '@clerk/clerk-js@6.40.0'];
const clerk = 'node_modules/@clerk/clerk-js/dist/clerk.browser.js';

/** What ours fetches after its first script before somebody can log in: the screens, the engine, the SDK. */
const later = /\/(lazy-entrance|engine|sdk)\.ts$/;

export type PeerName = keyof typeof pages | 'whole' | 'card' | 'clerk';

/** Bytes, brotli, of what each page loads before anything of it runs; the packages are in a temporary folder meanwhile. */
export async function peerSizes(): Promise<Readonly<Record<PeerName, number>>> {
  const folder = await mkdtemp(join(tmpdir(), 'stytch-elements-peers-'));
  try {
    await install(folder);
    const sizes: Partial<Record<PeerName, number>> = {};
    for (const [name, page] of Object.entries(pages)) {
      const entry = join(folder, `${name}.js`);
      await writeFile(entry, page);
      sizes[name as PeerName] = await bundledSize(entry);
    }
    sizes.whole = await bundledSize(join(folder, 'ours.js'), later);
    sizes.card = await bundledSize(ours('references/card.ts'));
    sizes.clerk = brotliCompressSync(await readFile(join(folder, clerk))).length;
    return sizes as Record<PeerName, number>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** No script of a package is run. */
async function install(cwd: string): Promise<void> {
  await writeFile(join(cwd, 'package.json'), '{ "private": true, "type": "module" }');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--silent'];
  const { status } = spawnSync('npm', ['install', ...flags, ...packages], { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed from npm.');
}
