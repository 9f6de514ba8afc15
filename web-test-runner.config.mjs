import { writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { defaultReporter } from '@web/test-runner';
import { bundled } from './tools/bundled.mjs';
import { launch } from './tools/engines.mjs';

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/{client,controllers,elements}/**/*.test.ts', // the flows are a stage of their own
  plugins: [bundled('test/flows', 'test/client', 'test/controllers', 'test/elements')],
  browsers: await launch(env.BROWSERS),
  concurrency: 1, // pages share cookies and localStorage
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { ui: 'bdd', timeout: '20000' } },
  reporters: [defaultReporter({ reportTestProgress: !env.CI && process.stdout.isTTY }), { onTestRunFinished: tally }],
};

/**
 * Says how many tests each engine ran, and leaves the sum for `tools/test.mjs` in the file it names.
 * @param {{ sessions: import('@web/test-runner').TestSession[] }} run
 */
function tally({ sessions }) {
  const sum = { passed: 0, failed: 0 };
  for (const engine of new Set(sessions.map(({ browser }) => browser.name))) {
    const counts = sessions.filter(({ browser }) => browser.name === engine).map(count);
    const passed = counts.reduce((all, each) => all + each.passed, 0);
    const failed = counts.reduce((all, each) => all + each.failed, 0);
    sum.passed += passed;
    sum.failed += failed;
    console.log(`${engine}: ${passed} passed, ${failed} failed`);
  }
  if (env.TALLY) writeFileSync(env.TALLY, JSON.stringify(sum));
}

/** @param {import('@web/test-runner').TestSession} session */
function count({ passed, testResults }) {
  const results = testResults ? tests(testResults).filter(({ skipped }) => !skipped) : [];
  const failed = results.filter((test) => !test.passed).length;
  return { passed: results.length - failed, failed: passed ? failed : Math.max(failed, 1) }; // what does not load fails as one
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
function tests(suite) {
  return [...suite.tests, ...suite.suites.flatMap(tests)];
}
