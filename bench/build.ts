import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type InlineConfig, type Rolldown, build as vite, mergeConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What ours is measured against, and `page`, which is in every page to measure it. */
const others = {
  floor: { entry: 'bench/references/lit-floor.ts', format: 'es' },
  plain: { entry: 'bench/references/plain-store.ts', format: 'es' },
  card: { entry: 'bench/references/card.ts', format: 'es' },
  page: { entry: 'bench/page/index.ts', format: 'iife' },
} as const;

const production = { 'process.env.NODE_ENV': '"production"' };

export type ScriptName = 'ours' | 'devtools' | keyof typeof others;

/** Scripts in a folder each, called `index.js`, made from the sources by one bundler. */
export interface Built {
  readonly folder: string;
  /** Bytes, brotli, of what a page loads before a script runs. */
  readonly size: Readonly<Record<ScriptName, number>>;
  remove(): Promise<void>;
}

/** Bundles every script into a temporary folder: ours as it is published for script tags, the others alike. */
export async function buildAll(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'stytch-elements-bench-'));
  const size: Partial<Record<ScriptName, number>> = {};
  for (const [name, config] of Object.entries(configs())) {
    const outDir = join(folder, name);
    size[name as ScriptName] = sizeOf(await bundle(mergeConfig(config, { build: { outDir } })));
  }
  const remove = () => rm(folder, { recursive: true, force: true });
  return { folder, size: size as Built['size'], remove };
}

/**
 * Bytes, brotli, of what a page loads before anything of `entry` runs, bundled as an application is; with `later`, of
 * the modules of that name, too, which it fetches after that.
 */
export async function bundledSize(entry: string, later?: RegExp): Promise<number> {
  const rolldownOptions = { input: entry, output: { minify: true } };
  const build = { write: false, target: 'es2022', modulePreload: { polyfill: false }, rolldownOptions };
  return sizeOf(await bundle({ configFile: false, publicDir: false, define: production, build }), later);
}

function configs(): Record<ScriptName, InlineConfig> {
  const fileName = () => 'index.js';
  const published = (mode: string) => ({
    configFile: join(root, 'vite.config.ts'),
    mode,
    build: { lib: { fileName } },
  });
  const [ours, devtools] = [published('cdn'), published('devtools')];
  const other = ([name, { entry, format }]: [string, (typeof others)[keyof typeof others]]) => {
    const lib = { entry: join(root, entry), formats: [format], name: 'bench', fileName };
    const rolldownOptions = { output: { minify: true, chunkFileNames: 'chunk-[name]-[hash].js' } };
    const all = { configFile: false, publicDir: false, define: production };
    return [name, { ...all, build: { target: 'es2022', lib, rolldownOptions } }];
  };
  return { ours, devtools, ...Object.fromEntries(Object.entries(others).map(other)) } as Record<
    ScriptName,
    InlineConfig
  >;
}

async function bundle(config: InlineConfig): Promise<readonly Rolldown.OutputChunk[]> {
  const build = { emptyOutDir: false, sourcemap: false, reportCompressedSize: false }; // the folder is new
  const output = await vite(mergeConfig(config, { root, logLevel: 'warn', build }));
  return [output as Rolldown.RolldownOutput]
    .flat()
    .flatMap(({ output }) => output)
    .filter((part) => part.type === 'chunk');
}

/** The entry and what comes `later`, with their static imports, theirs too. */
function sizeOf(chunks: readonly Rolldown.OutputChunk[], later?: RegExp): number {
  const needed = new Set(chunks.filter(({ isEntry, facadeModuleId }) => isEntry || later?.test(facadeModuleId ?? '')));
  for (const { imports } of needed) for (const each of chunks) if (imports.includes(each.fileName)) needed.add(each);
  return [...needed].reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
}
