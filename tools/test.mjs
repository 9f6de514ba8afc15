// The whole test of a fresh machine, or the stages named: `node tools/test.mjs check unit`. Stops at the first that fails.
import { spawn as start, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import process, { argv, env, execPath, exit, platform } from 'node:process';
import { ensure } from './browser.mjs';
import { tsc } from './tsc.mjs';

/** @typedef {{ passed: number, failed: number }} Tally */

const results = mkdtempSync(join(tmpdir(), 'stytch-elements-test-'));

/** @type {Record<string, () => Promise<void> | Tally | void>} In the order in which they run; a stage that runs tests counts them. */
const stages = {
  build: () => run('npm run --silent build'),
  async check() {
    if (!existsSync('dist/index.d.ts')) await stages.build?.(); // samples and examples are checked against the package
    const types = ['.', 'src/flows', 'examples/react', 'examples/next'].map((project) => `${tsc} -p ${project}`);
    const templates = [
      'vue-tsc -p examples/vue',
      'svelte-check --workspace examples/svelte --tsconfig ./tsconfig.json',
    ];
    const commands = [...types, ...templates, 'eslint .', 'prettier --check --log-level warn .', 'knip'];
    const statuses = await Promise.all(commands.map(inBackground));
    const failed = commands.filter((_, index) => statuses[index] !== 0);
    if (failed.length) throw new Error(failed.map((command) => `FAILED: ${command}`).join('\n'));
  },
  unit: () => nodeTests('unit', ['test', 'test/emulator']),
  flows: () => counted('flows', 'wtr --files test/flows/*.test.ts', undefined, { BROWSERS: 'chromium' }), // pure: one engine will do
  browser: () => counted('browser', 'wtr', undefined, isWhole ? { THIRDS: '1' } : {}),
  package: () => nodeTests('package', ['test/package']),
  size: () => run('size-limit'),
  storybook() {
    if (!existsSync('custom-elements.json')) run('npm run --silent manifest'); // else it may just be being read
    run('storybook build --quiet --disable-telemetry');
  },
  pages() {
    if (!existsSync('storybook-static/index.json')) void stages.storybook?.();
    return counted('pages', 'playwright test test/pages test/prebuilt --reporter=list,json', playwrightTally);
  },
  examples: () => counted('examples', 'playwright test test/examples --reporter=list,json', playwrightTally),
};

env.PATH = `${resolve('node_modules/.bin')}${delimiter}${env.PATH}`; // for `node tools/test.mjs` without npm

/** Stages of the whole test that need the processor alone: what the browsers leave of it, before the stage named. */
const beside = { stages: ['check', 'storybook'], before: 'pages' };

const total = { passed: 0, failed: 0 };
const isWhole = argv.length === 2;
const chosen = isWhole ? Object.keys(stages).filter((name) => !beside.stages.includes(name)) : argv.slice(2);

try {
  if (chosen.some((name) => ['flows', 'browser', 'pages', 'examples'].includes(name)))
    env.CHROME_PATH = await ensure('chromium');
  if (isWhole) await stage(chosen.shift() ?? ''); // the build, which the others need
  const others = isWhole ? aside(beside.stages) : undefined;
  while (chosen.length) {
    if (chosen[0] === beside.before) await others?.();
    await stage(chosen.shift() ?? '');
  }
} catch (error) {
  total.failed = Math.max(total.failed, 1);
  console.error(`\n${error instanceof Error ? error.message : error}`);
  if (chosen.length) console.error(`Not run: ${chosen.join(', ')}`);
} finally {
  rmSync(results, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
exit(total.failed ? 1 : 0);

/** @param {string} name */
async function stage(name) {
  const work = stages[name];
  if (!work) throw new Error(`No stage "${name}": there are ${Object.keys(stages).join(', ')}.`);
  console.log(`\n=== ${name}`);
  const started = Date.now();
  await work();
  console.log(`=== ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Runs stages in a process of their own at low priority; returns what waits for them and shows what they printed.
 * @param {string[]} names
 * @returns {() => Promise<void>}
 */
function aside(names) {
  const printed = join(results, 'aside.txt');
  const file = openSync(printed, 'w'); // a pipe would fill up: nobody reads while another stage runs
  const child = start(execPath, [argv[1] ?? '', ...names], { stdio: ['ignore', file, file] });
  setPriority(child.pid ?? 0, constants.priority.PRIORITY_LOW);
  const ended = once(child, 'close');
  process.once('exit', () => child.kill());
  return async () => {
    const [status] = await ended;
    console.log(readFileSync(printed, 'utf8').replace(/\n\d+ passed, \d+ failed\n$/, ''));
    if (status !== 0) throw new Error(`FAILED: ${names.join(' or ')}`);
  };
}

/**
 * A runner of tests; what it counted joins the total before its failure ends the run.
 * @param {string} name
 * @param {string} command
 * @param {(written: any) => Tally} [read]
 * @param {Record<string, string>} [more]
 * @returns {Tally}
 */
function counted(name, command, read = (written) => written, more = {}) {
  const file = join(results, `${name}.json`);
  const status = spawn(command, { ...more, TALLY: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const { passed, failed } = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  total.passed += passed;
  total.failed += failed;
  if (status !== 0 || failed) throw new Error(`FAILED: ${name}`);
  if (passed === 0) throw new Error(`FAILED: ${name} ran no test`);
  return { passed, failed };
}

/**
 * The `*.test.ts` of `folders`, in Node.
 * @param {string} name
 * @param {string[]} folders
 */
function nodeTests(name, folders) {
  const files = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file}`),
  );
  const tally = `--test-reporter=./tools/tally.mjs --test-reporter-destination=${results}/${name}.json`;
  const spec = '--test-reporter=spec --test-reporter-destination=stdout';
  return counted(name, `node --import tsx --test --test-concurrency=2 ${spec} ${tally} ${files.join(' ')}`);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} report
 * @returns {Tally}
 */
function playwrightTally({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/**
 * Runs a command beside others, and shows what it printed once it is done; resolves with its status.
 * @param {string} command
 * @returns {Promise<number | null>}
 */
function inBackground(command) {
  const [name = '', ...args] = command.split(' ');
  const child = start(name, args, { shell: platform === 'win32' });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text));
  return new Promise((resolve) => {
    child.once('close', (status) => {
      console.log(`> ${command}\n${printed}`.trimEnd());
      resolve(status);
    });
  });
}

/** @param {string} command */
function run(command) {
  if (spawn(command) !== 0) throw new Error(`FAILED: ${command}`);
}

/**
 * @param {string} command
 * @param {Record<string, string>} [more]
 */
function spawn(command, more) {
  console.log(`> ${command}`);
  const [name = '', ...args] = command.split(' ');
  return spawnSync(name, args, { stdio: 'inherit', shell: platform === 'win32', env: { ...env, ...more } }).status;
}
