import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type Rolldown, build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The scripts that are compared: ours, and what it is measured against; `page` is in every page, to measure it. */
const scripts = {
  ours: { entry: 'src/define.ts', format: 'es' },
  floor: { entry: 'bench/references/lit-floor.ts', format: 'es' },
  plain: { entry: 'bench/references/plain-store.ts', format: 'es' },
  card: { entry: 'bench/references/card.ts', format: 'es' },
  page: { entry: 'bench/page/index.ts', format: 'iife' },
} as const;

export type ScriptName = keyof typeof scripts;

/** Scripts in a folder, made from the sources by one bundler with the same options. */
export interface Built {
  readonly folder: string;
  /** Bytes, brotli, of what a page loads before a script runs. */
  readonly size: Readonly<Record<ScriptName, number>>;
  remove(): Promise<void>;
}

/** Bundles every script into a temporary folder. */
export async function buildAll(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'stytch-elements-bench-'));
  const size: Partial<Record<ScriptName, number>> = {};
  for (const name of Object.keys(scripts) as ScriptName[]) size[name] = sizeOf(await bundle(name, folder));
  const remove = () => rm(folder, { recursive: true, force: true });
  return { folder, size: size as Built['size'], remove };
}

async function bundle(name: ScriptName, folder: string): Promise<readonly Rolldown.OutputChunk[]> {
  const { entry, format } = scripts[name];
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, name),
      emptyOutDir: false, // it is new, and outside of the project
      target: 'es2022',
      reportCompressedSize: false,
      lib: { entry: join(root, entry), formats: [format], name: 'bench', fileName: () => 'index.js' },
      rolldownOptions: { output: { minify: true, chunkFileNames: '[name]-[hash].js' } }, // `build.minify` spares ES libraries
    },
  });
  return (output as Rolldown.RolldownOutput[]).flatMap(({ output }) => output).filter((part) => part.type === 'chunk');
}

/** The entry and its static imports, theirs too. */
function sizeOf(chunks: readonly Rolldown.OutputChunk[]): number {
  const needed = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of needed) for (const each of chunks) if (imports.includes(each.fileName)) needed.add(each);
  return [...needed].reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
}
