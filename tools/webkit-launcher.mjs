// WebKitGTK for Web Test Runner: WebKitWebDriver spoken to in plain WebDriver, under Xvfb where there is no screen.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

// prettier-ignore
/** @type {Record<string, string>} WebDriver's code points for the keys that tests press. */
const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C',
  Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013',
  ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', Meta: '\uE03D',
};

/**
 * One page, used again for every test file.
 * @param {string} driverPath
 * @returns {import('@web/test-runner').BrowserLauncher & { sendKeys(id: string, keys: string[]): Promise<void> }}
 */
export function webkitLauncher(driverPath) {
  /** @type {Promise<Session> | undefined} */
  let opening;
  /** @type {Map<string, string>} */
  const active = new Map();
  const session = () => (opening ??= Session.open(driverPath));

  return {
    name: 'WebKitGTK',
    type: 'webdriver', // so that the runner's `sendKeys` command finds it
    concurrency: 1,
    async startSession(id, url) {
      active.set(id, url);
      await (await session()).call('POST', '/url', { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: async () => (await session()).call('GET', '/url'),
    async stopSession(id) {
      active.delete(id);
      await (await session()).call('POST', '/url', { url: 'about:blank' });
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKitGTK cannot be debugged from here.');
    },
    async sendKeys(_id, keys) {
      await (await session()).press(keys);
    },
    async stop() {
      await (await opening?.catch(() => undefined))?.close();
    },
  };
}

/** A WebDriver session and the processes behind it. */
class Session {
  #address;
  #id = '';
  /** @type {ChildProcess[]} */
  #children;

  /**
   * @param {string} address
   * @param {ChildProcess[]} children
   */
  constructor(address, children) {
    this.#address = address;
    this.#children = children;
    process.once('exit', () => this.#kill());
    process.once('SIGTERM', () => process.exit(143)); // by way of `exit`
  }

  /** @param {string} driverPath */
  static async open(driverPath) {
    const screen = env.DISPLAY ? undefined : await startScreen();
    const port = await freePort();
    const driver = spawn(driverPath, ['--host=127.0.0.1', `--port=${port}`], {
      env: { ...env, DISPLAY: env.DISPLAY ?? screen?.display },
      stdio: 'ignore',
    });
    const session = new Session(`http://127.0.0.1:${port}`, screen ? [driver, screen.child] : [driver]);
    await session.#start().catch((error) => {
      session.#kill();
      throw error;
    });
    return session;
  }

  async #start() {
    await this.#answering();
    const browser = { binary: miniBrowser(), args: ['--automation'] };
    const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browser };
    const { sessionId } = await this.#fetch('POST', '/session', { capabilities: { alwaysMatch } });
    this.#id = sessionId;
  }

  /**
   * One WebDriver command of this session.
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  call(method, path, body) {
    return this.#fetch(method, `/session/${this.#id}${path}`, body);
  }

  /**
   * Each of `keys` down and up; `Shift+Tab` holds the first.
   * @param {string[]} keys
   */
  async press(keys) {
    const actions = keys.flatMap((key) => {
      const chord = key.length > 1 ? key.split('+').map((each) => KEYS[each] ?? each) : [key];
      const down = chord.map((value) => ({ type: 'keyDown', value }));
      return [...down, ...chord.reverse().map((value) => ({ type: 'keyUp', value }))];
    });
    await this.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async close() {
    await this.call('DELETE', '').catch(() => undefined);
    this.#kill();
  }

  #kill() {
    for (const child of this.#children) child.kill();
  }

  async #answering() {
    for (let tries = 0; tries < 100; tries++) {
      if (await this.#fetch('GET', '/status').catch(() => undefined)) return;
      await sleep(100);
    }
    throw new Error('WebKitWebDriver does not answer.');
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  async #fetch(method, path, body) {
    const response = await fetch(this.#address + path, { method, body: body && JSON.stringify(body) });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  }
}

/** A virtual screen of its own number, so that several runs can share a machine. */
async function startScreen() {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const told = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const number = await Promise.race([once(told, 'data'), once(child, 'exit')]);
  if (!Buffer.isBuffer(number[0])) throw new Error('Xvfb did not start.');
  return { child, display: `:${String(number[0]).trim()}` };
}

/** The browser that the driver's package brings, wherever this distribution keeps it. */
function miniBrowser() {
  const libraries = ['/usr/lib', '/usr/libexec', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))];
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  const paths = libraries.flatMap((folder) => versions.map((version) => join(folder, version, 'MiniBrowser')));
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new Error('WebKitWebDriver is here, but its MiniBrowser is not.');
  return found;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
