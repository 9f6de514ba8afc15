// Makes llms.txt (https://llmstxt.org), what an assistant reads first, out of the README. The build does so, or `node tools/llms.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync('llms.txt', llms(readFileSync('README.md', 'utf8')));

/**
 * What it is, the elements, and where to read on.
 * @param {string} readme
 */
export function llms(readme) {
  const [, title, summary] = /^# (.+)\n\n([\s\S]+?)\n\n/.exec(readme) ?? [];
  if (!title || !summary) throw new Error('The README begins otherwise.');
  const elements = rowsOf(readme, 'Elements').map(([tag, does]) => `- ${tag}: ${does}`);
  const pages = rowsOf(readme, 'Documentation').flatMap(([purpose, links = '']) =>
    links.split(/,\s(?=\[)/).map((link) => `- ${link}: to ${purpose}`),
  );
  const optional = [
    '- [Contributing](CONTRIBUTING.md): how to work on the elements themselves',
    '- [Changelog](CHANGELOG.md): what is new',
    '- [Benchmarks](bench/README.md): what is measured, and how',
  ];
  const notes = [
    'Register the elements once (`import "stytch-elements/define"`, or the script tag), put one `<stytch-provider public-token>`',
    'around the page, and the other elements inside. Attributes, events, slots, parts and states of each are in',
    '`stytch-elements/custom-elements.json`. An element shows and asks; authorize on the server, on every request.',
  ];
  const section = (/** @type {string} */ name, /** @type {string[]} */ lines) => `## ${name}\n\n${lines.join('\n')}`;
  const parts = [
    `# ${title}`,
    `> ${plain(summary).replaceAll('\n', ' ')}`,
    notes.join('\n'),
    section('Documentation', ['- [README](README.md): start, elements, frameworks, promises, limits', ...pages]),
    section('Elements', elements),
    section('Optional', optional),
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * The rows of the first table below a heading, without its head.
 * @param {string} readme
 * @param {string} heading
 */
function rowsOf(readme, heading) {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  if (rows.length < 3) throw new Error(`The README has no table below "${heading}".`);
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** @param {string} text */
function plain(text) {
  return text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replaceAll('**', '');
}
