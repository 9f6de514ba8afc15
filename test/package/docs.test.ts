import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readdirSync } from 'node:fs';

/** A snippet of a page of documentation, and the tested file that it says it is from. */
const SNIPPET = /<!-- from (\S+) -->\n+```\w*\n([\s\S]*?)\n```/g;

describe('the documentation', () => {
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
  for (const page of pages) {
    const snippets = [...readFileSync(`docs/${page}`, 'utf8').matchAll(SNIPPET)];
    if (snippets.length === 0) continue;
    it(`shows in ${page} what is tested`, () => {
      for (const [, path, snippet] of snippets)
        assert.ok(flat(readFileSync(path!, 'utf8')).includes(flat(snippet!)), `${path} has no\n${snippet}`);
    });
  }

  it('names entries that there are', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
    const text = readFileSync('docs/packages.md', 'utf8');
    const named = [...text.matchAll(/stytch-elements(\/(?:types\/)?[a-z-]+)(?=['"`])/g)].map(
      ([, entry]) => `.${entry}`,
    );
    assert.ok(named.length > 10);
    for (const entry of named) assert.ok(exports[entry], entry);
  });
});

/** Without what depends on where it stands. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
