import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const folder = 'test/package/samples/types';
const FRAMEWORKS = ['preact', 'react', 'solid', 'svelte', 'vue'];

/** By file: the lines with an error, and what is said of each. */
type Errors = Record<string, Record<number, string>>;

describe('the types for templates', () => {
  const errors = all();

  for (const file of readdirSync(folder).filter((name) => /\.(tsx|vue|svelte)$/.test(name))) {
    it(`${file.includes('right') ? 'allow' : 'refuse'} what is in ${file}`, async () => {
      const found = (await errors)[file] ?? {};
      if (file.includes('right')) return assert.deepEqual(found, {});
      const lines = readFileSync(`${folder}/${file}`, 'utf8').split('\n');
      const tags = lines.flatMap((line, index) => (/^ *<stytch-/.test(line) ? [index + 1] : []));
      assert.ok(tags.length > 6);
      assert.deepEqual(Object.keys(found).map(Number), tags, JSON.stringify(found, null, 2));
    });
  }

  it('are right in themselves', async () => {
    const found = await errors;
    for (const name of ['elements', ...FRAMEWORKS]) assert.deepEqual(found[`${name}.d.ts`] ?? {}, {});
  });

  it('are there for each framework, with tags, attributes and events described', () => {
    assert.deepEqual(
      readdirSync('dist/types').filter((name) => name.endsWith('.d.ts')),
      ['elements', ...FRAMEWORKS].sort().map((name) => `${name}.d.ts`),
    );
    assert.match(
      readFileSync('dist/types/elements.d.ts', 'utf8'),
      /\* Seconds since a factor .*\n.*\n *\*\/\n *'max-age'\?:/,
    );
  });
});

async function all(): Promise<Errors> {
  const others = [inVue(), inSvelte()]; // they run meanwhile
  return { ...compiled(), ...(await others[0]), ...(await others[1]) };
}

/** The samples in TSX, and our own files, which compilers of users may skip. */
function compiled(): Errors {
  const { config } = ts.readConfigFile(`${folder}/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const own = ['elements', ...FRAMEWORKS].map((name) => `dist/types/${name}.d.ts`);
  const program = ts.createProgram([...fileNames, ...own], { ...options, skipLibCheck: false });
  const found: Errors = {};
  for (const name of [...fileNames, ...own]) {
    const file = program.getSourceFile(name)!;
    for (const { start, messageText } of [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
      note(
        found,
        name,
        file.getLineAndCharacterOfPosition(start!).line + 1,
        ts.flattenDiagnosticMessageText(messageText, ' '),
      );
  }
  return found;
}

/** `right.vue(8,4): error TS2339: …` */
async function inVue(): Promise<Errors> {
  const output = await run('vue-tsc', '-p', `${folder}/vue.json`, '--pretty', 'false');
  return noted(output, /^(\S+)\((\d+),\d+\): error (.*)$/gm);
}

/** `1795305905273 ERROR "wrong.svelte" 6:18 "…"` */
async function inSvelte(): Promise<Errors> {
  const output = await run('svelte-check', '--workspace', folder, '--tsconfig', './svelte.json', '--output', 'machine');
  assert.match(output, /COMPLETED/);
  return noted(output, /^\d+ ERROR "(.+?)" (\d+):\d+ (.*)$/gm);
}

function noted(output: string, pattern: RegExp): Errors {
  const found: Errors = {};
  for (const [, file, line, message] of output.matchAll(pattern)) note(found, file!, Number(line), message!);
  return found;
}

function note(errors: Errors, path: string, line: number, message: string): void {
  (errors[basename(path)] ??= {})[line] = message;
}

/** What a tool of the package says, whether it is content or not. */
function run(tool: string, ...args: string[]): Promise<string> {
  return new Promise((resolve) =>
    execFile(`node_modules/.bin/${tool}`, args, (_, stdout, stderr) => resolve(stdout + stderr)),
  );
}
