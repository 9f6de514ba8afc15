// The demo page, served from the sources: what it loads as `stytch-elements.js` is the build of the moment.
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {import('vite').UserConfig} */
export const demo = {
  root: `${root}examples/demo`,
  logLevel: 'info',
  server: { port: 5173, open: false, fs: { allow: [root] } },
  resolve: {
    alias: [
      { find: /^\/stytch-elements\.js$/, replacement: `${root}tools/cdn.ts` },
      { find: /^\/stytch-emulator\.js$/, replacement: `${root}emulator/page.ts` },
    ],
  },
};
