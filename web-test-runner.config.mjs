import { writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { launch } from './tools/engines.mjs';

const tsconfig = fileURLToPath(new URL('tsconfig.json', import.meta.url)); // read as it stands: `extends` is not followed

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/{flows,client,controllers,elements}/**/*.test.ts',
  nodeResolve: { exportConditions: ['production'], browser: true },
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig })],
  browsers: await launch(env.BROWSERS),
  concurrency: 1, // pages share cookies and localStorage
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { ui: 'bdd', timeout: '10000' } },
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['text-summary', 'lcovonly'] },
  reporters: [defaultReporter({ reportTestProgress: !env.CI }), { onTestRunFinished: tally }],
};

/**
 * Leaves the number of tests for `tools/test.mjs` in the file it names.
 * @param {{ sessions: import('@web/test-runner-core').TestSession[] }} run
 */
function tally({ sessions }) {
  if (!env.TALLY) return;
  const counts = { passed: 0, failed: 0 };
  for (const { passed, testResults } of sessions) {
    const results = testResults ? tests(testResults).filter(({ skipped }) => !skipped) : [];
    const failed = results.filter((test) => !test.passed).length;
    counts.passed += results.length - failed;
    counts.failed += passed ? failed : Math.max(failed, 1); // a file that does not load fails as one
  }
  writeFileSync(env.TALLY, JSON.stringify(counts));
}

/**
 * @param {import('@web/test-runner-core').TestSuiteResult} suite
 * @returns {import('@web/test-runner-core').TestResult[]}
 */
function tests(suite) {
  return [...suite.tests, ...suite.suites.flatMap(tests)];
}
