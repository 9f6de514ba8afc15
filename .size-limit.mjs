import { readdirSync, readFileSync } from 'node:fs';
import { staticImports } from './tools/static-imports.mjs';

const folder = 'dist/cdn';
const loader = readFileSync(`${folder}/loader.js`, 'utf8');
const core = readdirSync(folder).find((name) => /^loader-core-.{8}\.js$/.test(name));
const elements = [...loader.matchAll(/define\/([\w-]+)\.ts["'`]:\(\)=>import\(["'`]\.\/(.+?)["'`]/g)];
if (!core || !elements.length) throw new Error('The loader is not as it was: mend these lines.');

export default [
  {
    name: 'First script (all elements registered; the SDK and the heavy flows come later)',
    path: staticImports(`${folder}/stytch-elements.js`),
    limit: '30 kB',
  },
  {
    name: 'Classic script (everything in one file)',
    path: `${folder}/stytch-elements.iife.js`,
    limit: '120 kB',
  },
  {
    name: 'Loader (the first script of a page that fetches elements one by one)',
    path: `${folder}/loader.js`,
    limit: '1.2 kB',
  },
  {
    name: 'Loader: what all elements share',
    path: `${folder}/${core}`,
    limit: '20 kB',
  },
  ...elements.map(([, name, file]) => ({
    name: `Loader: <stytch-${name}> with what it needs`,
    path: staticImports(`${folder}/${file}`).filter((path) => !path.endsWith(core)),
    limit: '8 kB',
  })),
];
