import { readdirSync } from 'node:fs';
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { demo } from './tools/demo.js';

/** The words of a language are a file beside the scripts, the same for both. */
const languagesBeside: Plugin = {
  name: 'languages-beside',
  enforce: 'pre',
  resolveId: (source, importer) =>
    importer?.endsWith('/messages/languages.ts') ? { id: source.replace('./', './words-'), external: true } : undefined,
};

/** Styles without what is for readers alone: no minifier looks into their templates. Lines of code stay where they are. */
const smallStyles: Plugin = {
  name: 'small-styles',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.+\.ts$/.test(id)
      ? { code: code.replace(/(?<=\bcss`)([^`]+)`/g, (_, styles: string) => small(styles)), map: null }
      : undefined,
};

function small(styles: string): string {
  const squeeze = (text: string) =>
    text
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1');
  const parts = styles.split(/(\$\{[^}]+\})/).map((part, index) => (index % 2 ? part : squeeze(part)));
  return `${parts.join('').trim()}\`${styles.replace(/[^\n]/g, '')}`;
}

/** What `vite build --mode <name>` makes; `vite` alone serves the demo. */
const builds: Record<string, UserConfig> = {
  cdn: script('es', 'stytch-elements.js'),
  loader: loader(),
  devtools: script('es', 'devtools.js', 'src/define/devtools.ts'),
  iife: script('iife', 'stytch-elements.iife.js'),
  words: {
    build: {
      ...script('es', '').build,
      lib: { entry: languages(), formats: ['es'], fileName: (_, name) => `words-${name}.js` },
      rolldownOptions: { output: { minify: true } },
    },
  },
  emulator: {
    build: {
      ssr: true,
      rolldownOptions: { input: ['emulator/index.ts', 'emulator/cli.ts'] },
      outDir: 'dist/emulator',
      target: 'node20',
      sourcemap: 'hidden',
      emptyOutDir: false,
    },
    ssr: { noExternal: true, resolve: { conditions: ['module', 'production'] } }, // not `node`: it runs in pages too
  },
};

export default defineConfig(({ mode }) => ({ publicDir: false, logLevel: 'warn', ...(builds[mode] ?? demo) }));

/** A file for a script tag; as a module it leaves the SDK and the heavy flows to chunks beside it. */
function script(format: 'es' | 'iife', fileName: string, entry = 'tools/cdn.ts'): UserConfig {
  return {
    plugins: [languagesBeside, smallStyles],
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: 'hidden',
      reportCompressedSize: false,
      lib: { entry, formats: [format], name: 'StytchElements', fileName: () => fileName },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension', // one file before the first paint: chunks share it by importing the entry
        output: { minify: true, chunkFileNames: 'chunk-[name]-[hash].js' }, // `build.minify` spares ES libraries
      },
    },
  };
}

/** A first script of its own, which fetches the elements one by one. */
function loader(): UserConfig {
  const { build, plugins } = script('es', 'loader.js', 'tools/loader.ts');
  return {
    plugins,
    build: {
      ...build,
      rolldownOptions: {
        output: {
          minify: true,
          chunkFileNames: 'loader-[name]-[hash].js',
          codeSplitting: {
            groups: [{ name: (id, graph) => (isShared(id, graph) ? 'core' : null), debugName: 'core' }],
          },
        },
      },
    },
  };
}

type Graph = Pick<Rolldown.PluginContext, 'getModuleInfo'>;

/** Whether two elements or more need a module before their first paint; it then comes with what all of them share. */
function isShared(id: string, graph: Graph): boolean {
  const elements = new Set<string>();
  const seen = new Set<string>();
  const visit = (each: string) => {
    if (seen.has(each)) return;
    seen.add(each);
    if (/src\/define\/(?!register)/.test(each)) elements.add(each);
    graph.getModuleInfo(each)?.importers.forEach(visit);
  };
  if (!/src\/(define\/(?!register)|elements\/stytch-)/.test(id)) visit(id);
  return elements.size > 1;
}

/** Every language but English, by the name of its file. */
function languages(): Record<string, string> {
  const files = readdirSync('src/messages').filter(
    (file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file) && file !== 'en.ts',
  );
  return Object.fromEntries(files.map((file) => [file.slice(0, -3), `src/messages/${file}`]));
}
