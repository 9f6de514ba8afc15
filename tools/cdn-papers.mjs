// What goes with the scripts of `dist/cdn`: their hashes, and a style sheet for the time before they have run.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Seconds after which a page is shown as it is; as in `loader.ts`. */
const PATIENCE = 2;

/**
 * Writes `sri.json`, a hash for each file, and `importmap.json`, by which a browser checks what scripts import.
 * @param {string} folder
 */
export function publishHashes(folder) {
  const names = readdirSync(folder).sort();
  const hashes = Object.fromEntries(names.map((name) => [name, sri(readFileSync(`${folder}/${name}`))]));
  write(`${folder}/sri.json`, hashes);
  write(`${folder}/importmap.json`, importMap(hashes, './'));
}

/**
 * An import map for a page on which the files are at `base`.
 * @param {Readonly<Record<string, string>>} hashes
 * @param {string} base
 */
function importMap(hashes, base) {
  const modules = Object.entries(hashes).filter(([name]) => name.endsWith('.js') && !name.endsWith('.iife.js'));
  return {
    imports: { 'stytch-elements': `${base}stytch-elements.js`, 'stytch-elements/loader': `${base}loader.js` },
    integrity: Object.fromEntries(modules.map(([name, hash]) => [`${base}${name}`, hash])),
  };
}

/** For `<html class="stytch-cloak">`: nothing is shown of what elements will choose from. */
export function cloak() {
  const shown = ['gate', 'logout', 'provider', 'register']; // of these, what is inside can be seen, or never
  const names = readdirSync('src/define').map((file) => file.replace('.ts', ''));
  const tags = names.filter((name) => !shown.includes(name)).map((name) => `stytch-${name}`);
  return `/* Until an element is registered: a gate shows nothing at all, the others nothing for ${PATIENCE} seconds at most. */
stytch-gate:not(:defined) {
  display: none;
}

.stytch-cloak :is(${tags.join(', ')}):not(:defined) {
  animation: stytch-cloak ${PATIENCE}s;
}

@keyframes stytch-cloak {
  from,
  to {
    visibility: hidden;
  }
}
`;
}

/** @param {Buffer} content */
function sri(content) {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

/**
 * @param {string} path
 * @param {unknown} content
 */
function write(path, content) {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}
