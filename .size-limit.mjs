import { readdirSync, readFileSync } from 'node:fs';
import { staticImports } from './tools/static-imports.mjs';

const folder = 'dist/cdn';
const loader = readFileSync(`${folder}/loader.js`, 'utf8');
const core = readdirSync(folder).find((name) => /^loader-core-.{8}\.js$/.test(name));
const elements = [...loader.matchAll(/define\/([\w-]+)\.ts["'`]:\(\)=>import\(["'`]\.\/(.+?)["'`]/g)];
if (!core || !elements.length) throw new Error('The loader is not as it was: mend these lines.');

/** What is fetched only when somebody needs it, with all that it brings; as it is, and a tenth. */
const later = {
  engine: '15.2 kB',
  sdk: '16.1 kB',
  'lazy-account': '4.1 kB',
  'lazy-asking': '6.3 kB',
  'lazy-callback': '14.1 kB',
  'lazy-discovery': '18.3 kB',
  'lazy-entrance': '15.2 kB',
  'lazy-hydrate': '2.3 kB',
  'lazy-keep-alive': '7.1 kB',
  'lazy-mfa': '14.8 kB',
  'lazy-phone': '27.5 kB',
  'lazy-settings': '9.2 kB',
  'lazy-switcher': '8.4 kB',
};
const first = staticImports(`${folder}/stytch-elements.js`);
const chunks = new Map(
  readdirSync(folder).flatMap((file) => {
    const [, name] = /^chunk-(lazy-.+|engine|sdk)-.{8}\.js$/.exec(file) ?? [];
    return name ? [[name, `${folder}/${file}`]] : [];
  }),
);
if ([...chunks.keys()].sort().join() !== Object.keys(later).sort().join())
  throw new Error(`These come later, and each needs a limit: ${[...chunks.keys()].join(', ')}`);

export default [
  {
    name: 'First script (all elements registered; the SDK and the heavy flows come later)',
    path: staticImports(`${folder}/stytch-elements.js`),
    limit: '30 kB',
  },
  {
    name: 'Classic script (everything in one file)',
    path: `${folder}/stytch-elements.iife.js`,
    limit: '122 kB',
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
  ...Object.entries(later).map(([name, limit]) => ({
    name: `Later: ${name} with what it brings`,
    path: staticImports(chunks.get(name)).filter((path) => !first.includes(path)),
    limit,
  })),
];
