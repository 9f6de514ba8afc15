// Serves each file of tests as one bundle, which shares chunks with the others: hundreds of modules would be asked for
// anew by every file of tests, in every browser.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { build } from 'esbuild';

/**
 * @param {string[]} folders
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundled(...folders) {
  /** @type {Map<string, string>} */
  const files = new Map();
  return {
    name: 'bundled',
    async serverStart({ config }) {
      const { rootDir } = config;
      const names = folders.flatMap((folder) => readdirSync(join(rootDir, folder)).map((name) => join(folder, name)));
      const { outputFiles } = await build({
        absWorkingDir: rootDir,
        entryPoints: names.filter((name) => name.endsWith('.test.ts')),
        outbase: rootDir,
        outdir: rootDir,
        write: false,
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        conditions: ['production', 'browser'],
        external: ['/__web-dev-server__*', 'node:*'], // what Node alone loads is never asked for
        define: { THIRDS: JSON.stringify(!!env.THIRDS) }, // whether Firefox and WebKitGTK run a third each; see test/stage.ts
        sourcemap: 'linked', // which no browser fetches until a test fails
        minifyWhitespace: true,
        outExtension: { '.js': '.ts' },
        logLevel: 'warning',
      });
      for (const { path, text } of outputFiles) files.set(path.slice(rootDir.length), text);
    },
    serve({ path }) {
      const body = files.get(path);
      return body === undefined ? undefined : { body, type: path.endsWith('.map') ? 'json' : 'js' };
    },
  };
}
