import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lacks, MAX_LINES, violations } from '../tools/rules.mjs';

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

describe('the sources', () => {
  for (const path of [...sources('src'), ...sources('emulator')]) {
    it(`${path} keeps to the rules`, () => assert.deepEqual(violations(path, read(path) ?? ''), []));
  }

  for (const path of sources('src/elements')) {
    const tag = /stytch-[\w-]+(?=\.ts$)/.exec(path)?.[0];
    if (tag) it(`<${tag}> is complete`, () => assert.deepEqual(lacks(tag, read), []));
  }
});

describe('the rules', () => {
  const cases: [path: string, source: string, wrong: RegExp | undefined][] = [
    ['src/flows/mfa.ts', `import type { Member } from '@stytch/vanilla-js/b2b/headless';`, undefined],
    ['src/flows/mfa.ts', `import { a } from './flow.js'; new Date(a);`, undefined],
    ['src/flows/mfa.ts', `// Date.now() is an event's to say\nconst a = 'window.x';`, undefined],
    ['src/flows/mfa.ts', `const a = Date.now();`, /uses Date\.now/],
    ['src/flows/mfa.ts', `const a = new Date();`, /uses new Date\(\)/],
    ['src/flows/mfa.ts', `document.title;`, /uses document\./],
    ['src/flows/mfa.ts', `import { a } from '../client/store.js';`, /out of reach/],
    ['src/flows/mfa.ts', `import type { A } from '../client/store.js';`, /out of reach/],
    ['src/flows/mfa.ts', `let a: import('../client/store.js').A;`, /out of reach/],
    ['src/flows/mfa.ts', `import { B2BClient } from '@stytch/vanilla-js/b2b/headless';`, /only client may/],
    ['src/messages/en.ts', `import { a } from '../flows/flow.js';`, /out of reach/],
    ['src/styles/base.ts', `import { css } from 'lit';`, undefined],
    ['src/client/load.ts', `const sdk = import('@stytch/vanilla-js/b2b/headless');`, undefined],
    [
      'src/client/load.ts',
      `import { createStytchB2BClient } from '@stytch/vanilla-js/b2b/headless';`,
      /only when needed/,
    ],
    ['src/client/load.ts', `import { type Member } from '@stytch/vanilla-js/b2b/headless';`, /only when needed/],
    ['src/client/load.ts', `export { A } from '@stytch/vanilla-js/b2b/headless';`, /only when needed/],
    ['src/client/sdk.ts', `export { StytchB2BClient } from '@stytch/vanilla-js/b2b/headless';`, undefined],
    ['src/client/load.ts', `const sdk = import('./sdk.js');`, undefined],
    ['src/client/load.ts', `import { StytchB2BClient } from './sdk.js';`, /that chunk comes by import/],
    ['src/client/store.ts', `import { html } from 'lit';`, /not for this folder/],
    ['src/controllers/a.ts', `import type { Intent } from '../flows/flow.js';`, undefined],
    ['src/controllers/a.ts', `import('@stytch/vanilla-js/b2b/headless');`, /only client may/],
    ['src/elements/stytch-a.ts', `import { html } from 'lit';\nimport { part } from './part.js';`, undefined],
    ['src/elements/stytch-a.ts', `import './stytch-b.js';`, /out of reach/],
    ['src/elements/stytch-a.ts', `import { renderSVG } from 'uqr';`, /loaded when needed/],
    ['src/elements/stytch-a.ts', `const { renderSVG } = await import('uqr');`, undefined],
    ['src/elements/parts/lazy-qr.ts', `export { renderSVG } from 'uqr';`, undefined],
    ['src/elements/parts/lazy-sdk.ts', `export { A } from '@stytch/vanilla-js/b2b/headless';`, /only client may/],
    ['src/elements/stytch-a.ts', `import { renderSVG } from './parts/lazy-qr.js';`, /that chunk comes by import/],
    ['src/elements/stytch-a.ts', `await fetch('/x');`, /uses fetch\(/],
    ['src/define/a.ts', `import { world } from '../../emulator/index.js';`, /out of reach/],
    ['src/index.ts', `export { world } from '../emulator/index.js';`, /out of reach/],
    ['src/react/a.ts', `import { useState } from 'react';`, undefined],
    ['src/elements/stytch-a.ts', `import { useState } from 'react';`, /not for this folder/],
    ['src/utilities/a.ts', ``, /a folder that has no rule/],
    ['emulator/a.ts', 'a();\n'.repeat(MAX_LINES), undefined],
    ['emulator/a.ts', 'a();\n// why\n\n'.repeat(MAX_LINES) + 'a();', /has 151 lines of code/],
  ];

  for (const [path, source, wrong] of cases) {
    it(`${wrong ? 'refuse' : 'allow'} ${path}: ${source.slice(0, 70).replaceAll('\n', ' ')}`, () => {
      const found = violations(path, source);
      if (wrong) assert.match(found.join('\n'), wrong);
      else assert.deepEqual(found, []);
    });
  }

  it('keep an element for development out of what all pages load', () => {
    const lacking = lacks('stytch-devtools', () => undefined).join();
    assert.doesNotMatch(lacking, /src\/(index|family)\.ts/);
    for (const path of ['src/index.ts', 'src/family.ts']) assert.doesNotMatch(read(path) ?? '', /devtools/);
  });

  it('name all that an element lacks', () => {
    const complete: Record<string, string> = {
      'stories/stytch-a.stories.ts': `export default { component: 'stytch-a' }`,
      'test/elements/stytch-a.test.ts': `describe('<stytch-a>')`,
      'src/define/a.ts': `register('stytch-a', StytchA)`,
      'src/index.ts': `export { StytchA } from './elements/stytch-a.js';`,
      'src/react/a.ts': `wrap('stytch-a', element, ['stytch-b'])`,
      'src/react/index.ts': `export { StytchA } from './a.js';`,
      'src/family.ts': `a: StytchA,`,
      'README.md': '| `<stytch-a>` | what it does |',
      'package.json': '"./a": {',
    };
    assert.deepEqual(
      lacks('stytch-a', (path) => complete[path]),
      [],
    );
    for (const gone of Object.keys(complete)) {
      const [lack, ...more] = lacks('stytch-a', (path) => (path === gone ? undefined : complete[path]));
      assert.ok(lack?.includes(gone), gone);
      assert.deepEqual(more, []);
    }
  });
});

/** Every TypeScript file under `folder`, if there is one. */
function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) return sources(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}
