import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The demo page, served from the sources: what it loads as `stytch-elements.js` is the build of the moment. */
export const demo: UserConfig = {
  root: `${root}examples/demo`,
  logLevel: 'info',
  server: { port: 5173, fs: { allow: [root] } },
  resolve: {
    alias: [
      { find: /^(\.?\/)?stytch-elements\.js$/, replacement: `${root}tools/cdn.ts` },
      { find: /^(\.?\/)?stytch-emulator\.js$/, replacement: `${root}emulator/page.ts` },
    ],
  },
  plugins: [withEmulator()],
};

/** An emulator beside the page, which knows it as `%EMULATOR_URL%` and `%PUBLIC_TOKEN%`. */
function withEmulator(): Plugin {
  let words: Record<string, string> = {};
  return {
    name: 'with-emulator',
    async configureServer(server) {
      const { startEmulator } = await import('../emulator/node.js');
      const { url, publicToken, stop } = await startEmulator();
      words = { '%EMULATOR_URL%': url, '%PUBLIC_TOKEN%': publicToken };
      server.config.logger.info(`  Emulator: ${url}`);
      server.httpServer?.once('close', () => void stop());
    },
    transformIndexHtml: (html) => html.replace(/%EMULATOR_URL%|%PUBLIC_TOKEN%/g, (word) => words[word] ?? word),
  };
}
