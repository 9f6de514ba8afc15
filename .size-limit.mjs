import { staticImports } from './tools/static-imports.mjs';

export default [
  {
    name: 'First script (all elements registered; the SDK and the heavy flows come later)',
    path: staticImports('dist/cdn/stytch-elements.js'),
    limit: '30 kB',
  },
  {
    name: 'Classic script (everything in one file)',
    path: 'dist/cdn/stytch-elements.iife.js',
    limit: '120 kB',
  },
];
