// Finds the browsers that the tests run in, without downloading any that is already there.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, getuid, platform } from 'node:process';

const isRoot = getuid?.() === 0;
const isDebian = existsSync('/etc/debian_version');

/** @typedef {'chromium' | 'chrome' | 'firefox' | 'webkit'} Engine */

const chrome = {
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  places: {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: programFiles('Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'),
  },
};

/** What each engine is called on the PATH, where installers put it, and what Debian calls its packages. */
const engines = {
  /** Without a window of its own, if there is such a one: half the work. */
  chromium: {
    env: 'CHROME_PATH',
    commands: ['chromium-headless-shell', ...chrome.commands],
    places: chrome.places,
    packages: ['chromium-headless-shell'],
  },
  /** A whole browser, for what the other lacks: the back/forward cache. */
  chrome: { env: 'WHOLE_CHROME_PATH', packages: ['chromium'], ...chrome },
  firefox: {
    env: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: programFiles('Mozilla Firefox/firefox.exe'),
    },
    packages: ['firefox-esr'],
  },
  webkit: {
    env: 'WEBKIT_DRIVER_PATH',
    commands: ['WebKitWebDriver'],
    places: {},
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
};

/** Sandboxing needs an unprivileged user, which containers seldom have. */
export const sandboxFlags = isRoot || env.CI ? ['--no-sandbox'] : [];

/**
 * The executable of `engine` on this machine; undefined when there is none.
 * @param {Engine} engine
 */
export async function find(engine) {
  const { env: variable, commands, places } = engines[engine];
  const named = env[variable];
  if (named) return existsSync(named) ? named : fail(`${variable} names ${named}, which does not exist.`);
  const usual = /** @type {Record<string, string[]>} */ (places)[platform] ?? [];
  return which(...commands) ?? usual.find((path) => existsSync(path)) ?? (await fromPlaywright(engine));
}

/**
 * The executable of `engine`, installed if need be: Chromium always, the others where CI asks for all of them.
 * @param {Engine} engine
 */
export async function ensure(engine) {
  const found = await find(engine);
  if (found) return found;
  if (engine !== 'chromium' && !env.CI) return undefined;
  install(engine);
  return (await find(engine)) ?? fail(advice(engine));
}

/**
 * The first of `names` that the PATH has.
 * @param {string[]} names
 */
export function which(...names) {
  const folders = (env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @param {Engine} engine */
function install(engine) {
  console.warn(`[browser] ${engine} was not found: trying to install it`);
  if (isRoot && isDebian) {
    run('apt-get', 'update');
    run('apt-get', 'install', '-y', '--no-install-recommends', ...engines[engine].packages);
    return;
  }
  if (engine === 'chromium') run('npx', 'playwright', 'install', 'chromium');
}

/** @param {[string, ...string[]]} command */
function run(...[command, ...args]) {
  spawnSync(command, args, { stdio: 'inherit', shell: platform === 'win32' });
}

/** @param {Engine} engine */
async function fromPlaywright(engine) {
  if (engine !== 'chromium') return undefined; // its Firefox and WebKit speak to Playwright alone
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string[]} paths */
function programFiles(...paths) {
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
  return paths.flatMap((path) => roots.map((root) => join(root, path)));
}

/** @param {Engine} engine */
function advice(engine) {
  const { env: variable, packages } = engines[engine];
  const fixes = [`set ${variable} to one`, `apt-get install ${packages.join(' ')} (Debian, Ubuntu)`];
  if (engine === 'chromium') fixes.push('install Google Chrome', 'npx playwright install chromium');
  return `No ${engine} to test in. Do one of these:\n${fixes.map((fix) => `  - ${fix}`).join('\n')}`;
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  throw new Error(message);
}
