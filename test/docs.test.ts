import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { mistakesIn } from './docs/compile.js';
import { attributesOf, customProperties, events, tags } from './docs/family.js';
import { brokenLinks, linksOf } from './docs/links.js';
import { mistakesInMarkup, mistakesInStyles, scriptsIn } from './docs/markup.js';
import { llms } from '../tools/llms.mjs';
import { type Page, inlineCode, pageAt, pages, samplesIn } from './docs/pages.js';

const commandsOf = (path: string) =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { scripts: Record<string, string> }).scripts : {};
const scripts = commandsOf('package.json');
const none = (mistakes: string[]) => assert.deepEqual(mistakes, []);
const storybook = pageAt('stories/start-here.mdx'); // its longer samples are parts of a file
const sample = (code: string) => ({ path: 'x.md', line: 1, language: 'html', code });

const wrong = { ...sample(`document.querySelector('stytch-gate')!.publicToken = '';`), language: 'ts' };
const wrongPage = {
  ...sample(`<p>A page</p>\n<script>\n  document.querySelector('stytch-provider')?.publicTokn;\n</script>`),
  line: 11,
};

describe('the samples of the documents', () => {
  it('compile, as what is wrong does not', () => {
    const scripts = samplesIn('html', 'vue', 'svelte').flatMap(scriptsIn);
    assert.ok(scripts.length > 2, 'scripts');
    const mistakes = mistakesIn([wrong, ...scriptsIn(wrongPage), ...samplesIn('ts', 'tsx', 'js'), ...scripts]);
    const [first, second, ...more] = mistakes;
    assert.match(first ?? '', /^x\.md:2:.*publicToken/);
    assert.match(second ?? '', /^x\.md:14:.*publicTokn/);
    none(more);
  });

  it('use what the elements have', () => {
    const all = [...samplesIn('html', 'vue', 'svelte', 'css'), ...storybook.samples];
    none(all.filter(({ language }) => /^(html|vue|svelte)$/.test(language)).flatMap(mistakesInMarkup));
    none(all.filter(({ language }) => language === 'css').flatMap(({ code }) => mistakesInStyles(code)));
  });

  it('are JSON where they say so', () => samplesIn('json').forEach(({ code }) => void JSON.parse(code)));

  it('run scripts and files that there are', () => {
    const commandsIn = (page: Page) =>
      [...page.samples.filter(({ language }) => language === 'sh').map(({ code }) => code), ...inlineCode(page)].join(
        '\n',
      );
    const commands = [...pages, storybook].map(commandsIn).join('\n');
    const names = (text: string) =>
      [...text.matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:-]+)/g)].map(([, name = '']) => name);
    const named = names(commands);
    none(
      [...pages, storybook].flatMap((page) => {
        const own = commandsOf(`${dirname(page.path)}/package.json`); // an example's
        return names(commandsIn(page)).filter((name) => !(name in scripts) && !(name in own));
      }),
    );
    const files = [...commands.matchAll(/\b(?:node|tsx(?: --test)?|--files) '?((?:[\w-]+\/)+[\w.-]+\.m?[jt]s)/g)];
    none(files.map(([, path = '']) => path).filter((path) => !existsSync(path)));
    assert.ok(named.length > 10, 'scripts');
    assert.ok(files.length > 1, 'files');
  });

  it('say in what language they are', () => {
    const known = /^(ts|tsx|js|html|vue|svelte|css|json|sh|http|text)$/;
    none(
      pages
        .flatMap(({ samples }) => samples)
        .flatMap((each) => (known.test(each.language) ? [] : [`${each.path}:${each.line}`])),
    );
  });
});

describe('the documents', () => {
  it('lead to what there is', () => none(pages.flatMap(brokenLinks)));

  it('can all be found', () => {
    const linked = new Set(
      pages.flatMap((page) =>
        linksOf(page)
          .map(({ to }) => to)
          .filter((to) => to !== page.path),
      ),
    );
    none(pages.map(({ path }) => path).filter((path) => path !== 'README.md' && !linked.has(path)));
  });

  it('are listed for assistants', () => {
    const read = (path: string) => readFileSync(path, 'utf8');
    assert.equal(read('llms.txt'), llms(read('README.md')), 'node tools/llms.mjs writes it anew');
    const listed = new Set(linksOf(pageAt('llms.txt')).map(({ to }) => to));
    none(pages.map(({ path }) => path).filter((path) => !listed.has(path)));
    none(brokenLinks(pageAt('llms.txt')));
  });

  it('name tags, events and tokens that there are', () => none([...pages, storybook].flatMap(unknownNames)));

  it('list every attribute of the provider', () => {
    const rows = pageAt('docs/provider.md').text.split('\n## Attributes\n')[1]?.split('\n## ')[0] ?? '';
    const listed = [...rows.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name);
    assert.deepEqual(listed.sort(), attributesOf('stytch-provider').sort());
  });

  it('name every event and every action', () => {
    const { prose } = pages.find(({ path }) => path === 'docs/store-and-events.md')!;
    const actions = readFileSync('src/client/actions.ts', 'utf8').matchAll(/^ {2}(\w+)\(.*\): Promise</gm);
    const names = [
      ...[...actions].map(([, name = '']) => name).filter((name) => !/^(send|takeTicket)$/.test(name)),
      ...events,
    ];
    assert.ok(names.length > 30);
    none(names.filter((name) => !prose.includes(`\`${name}\``)));
  });
});

describe('the check of the documents', () => {
  const cases: [code: string, mistake: RegExp | undefined][] = [
    ['<stytch-gate role="admin"><p slot="denied">No</p></stytch-gate>', undefined],
    ['<stytch-callback return-to="/" allow-create></stytch-callback>', undefined],
    ['<stytch-provider onstytch-session-change={(e) => (s = { ...e })} />', undefined],
    ['<stytch-gat></stytch-gat>', /no <stytch-gat>/],
    ['<stytch-gate rol="admin"></stytch-gate>', /no attribute rol/],
    ['<stytch-gate><p slot="deny">No</p></stytch-gate>', /no slot "deny"/],
    ['<stytch-org-switcher @stytch-swich="go"></stytch-org-switcher>', /no event stytch-swich/],
    ['<stytch-gate><p></stytch-gate>', /closes nothing/],
    ['<stytch-gate>', /not closed/],
    ['<p>1 < 2</p>', /no tag/],
    ['<style>stytch-gate::part(trigger) { color: red }</style>', /no stytch-gate::part\(trigger\)/],
    ['<style>stytch-gate:state(opn) { --stytch-acent: red }</style>', /state\(opn\)[\s\S]*--stytch-acent/],
  ];
  for (const [code, mistake] of cases)
    it(`${mistake ? 'refuses' : 'allows'} ${code}`, () => {
      const found = mistakesInMarkup(sample(code)).join('\n');
      if (mistake) assert.match(found, mistake);
      else assert.equal(found, '');
    });
});

/** Names of ours between backticks that are neither a tag, an event, a token, a class of the forms nor of the packages. */
function unknownNames(page: Page): string[] {
  const others = /^stytch-(elements|form|label|input|error|button|ui|thing)\b/;
  return inlineCode(page)
    .flatMap((code) => code.match(/(?<![\w/.-])(--)?stytch-[a-z-]*[a-z]/g) ?? [])
    .filter((name) => !tags.has(name) && !events.has(name) && !customProperties.has(name) && !others.test(name))
    .map((name) => `${page.path}: ${name}`);
}
