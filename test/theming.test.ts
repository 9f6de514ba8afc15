import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parts } from '../src/styles/parts.js';
import { tokens } from '../src/styles/tokens.js';

const doc = readFileSync('docs/theming.md', 'utf8');
const source = readFileSync('src/styles/tokens.ts', 'utf8');

/** The rows of the table below a heading, each as its cells. */
function rows(heading: string): string[][] {
  const section = doc.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => [...line.matchAll(/\| (.*?) *(?= \||\|$)/g)].map(([, cell = '']) => cell.trim()));
}

/** What the comment above a token says: its type, and what it is for. */
function described(name: string): string[] {
  const comment = new RegExp(`\\* \`(<[^>]+>)\` (.*?) \\*/\\n  '?${name}'?: `).exec(source);
  return comment ? [`\`${comment[1]}\``, comment[2] ?? ''] : [];
}

describe('docs/theming.md', () => {
  it('has every token, with its type, default and purpose', () => {
    const expected = Object.entries(tokens).map(([name, value]) => {
      const [type, purpose] = described(name);
      return [`\`--stytch-${name}\``, type, `\`${value.replaceAll('--_', '--stytch-')}\``, purpose];
    });
    assert.deepEqual(rows('Tokens'), expected);
  });

  it('has every shared part', () => {
    assert.deepEqual(
      rows('Parts').map(([name]) => name),
      parts.map((name) => `\`${name}\``),
    );
  });
});
