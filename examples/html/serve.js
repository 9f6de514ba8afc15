// Serves the page as any file server would, with what it takes to run it here: the script from this machine, and the
// project's public token in place of the dots.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname } from 'node:path';
import { env } from 'node:process';

const { PORT = '3000', STYTCH_PUBLIC_TOKEN, STYTCH_EMULATOR_URL } = env;
const scripts = new URL('dist/cdn/', import.meta.resolve('stytch-elements/package.json'));
const emulator = STYTCH_EMULATOR_URL ? ` emulator-url="${STYTCH_EMULATOR_URL}"` : '';

const server = createServer(async ({ url = '/' }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  try {
    const [type, content] = await answer(basename(pathname));
    response.setHeader('Content-Type', `${type}; charset=utf-8`).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
server.listen(Number(PORT), 'localhost', () => console.log(`http://localhost:${PORT}`));

/** @param {string} name */
async function answer(name) {
  if (name === '') return ['text/html', await page()];
  if (name === 'page.css') return ['text/css', await readFile(new URL('../page.css', import.meta.url))];
  if (extname(name) === '.js') return ['text/javascript', await readFile(new URL(name, scripts))];
  throw new Error(`There is no ${name}.`);
}

async function page() {
  const text = await readFile(new URL('index.html', import.meta.url), 'utf8');
  return text
    .replace(/https:.+(?=\/stytch-elements\.js)/, '')
    .replace(/"public-token-test-…"/, `"${STYTCH_PUBLIC_TOKEN}"${emulator}`);
}
