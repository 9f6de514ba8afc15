// The three engines as launchers for Web Test Runner.
import { chromeLauncher } from '@web/test-runner-chrome';
import { ensure, sandboxFlags } from './browser.mjs';
import { webkitLauncher } from './webkit-launcher.mjs';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

/** @type {Record<string, (executablePath: string) => Promise<BrowserLauncher>>} */
const launchers = {
  async chromium(executablePath) {
    return chromeLauncher({ launchOptions: { executablePath, args: sandboxFlags } });
  },
  async firefox(executablePath) {
    const puppeteer = await import('puppeteer-core');
    return chromeLauncher({
      puppeteer: /** @type {any} */ (puppeteer.default), // the launcher declares an older puppeteer
      launchOptions: { browser: 'firefox', executablePath },
      concurrency: 1,
    });
  },
  async webkit(driverPath) {
    return webkitLauncher(driverPath);
  },
};

/**
 * Launchers for the engines named (`chromium,firefox`), or for all. One that is missing is skipped, unless CI asks for all.
 * @param {string} [names]
 */
export async function launch(names = Object.keys(launchers).join()) {
  const launched = [];
  for (const name of names.split(',')) {
    const launcher = launchers[name];
    if (!launcher) throw new Error(`BROWSERS knows ${Object.keys(launchers).join(', ')}; not "${name}".`);
    const path = await ensure(/** @type {import('./browser.mjs').Engine} */ (name));
    if (path) launched.push(await launcher(path));
    else console.warn(`[test] ${name} is not installed: its tests are skipped`);
  }
  if (launched.length === 0) throw new Error('None of the browsers asked for is installed.');
  return launched;
}
