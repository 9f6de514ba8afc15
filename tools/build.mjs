// Builds the package: modules with types, script-tag files with their hashes, the emulator, the manifest.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
run('tsc -p tsconfig.build.json');
for (const path of declarations('dist')) writeFileSync(path, nameLit(readFileSync(path, 'utf8')));
run('vite build --mode cdn');
run('vite build --mode iife');
run('vite build --mode words');
run('vite build --mode emulator');
run('tsc -p tsconfig.emulator.json');
run('npm run --silent manifest');

const hashes = readdirSync('dist/cdn').map((name) => [name, sri(readFileSync(`dist/cdn/${name}`))]);
writeFileSync('dist/cdn/sri.json', `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);

/** @param {string} command */
function run(command) {
  console.log(`> ${command}`);
  if (spawnSync(command, { stdio: 'inherit', shell: true }).status !== 0) process.exit(1);
}

/** @param {string} folder */
function declarations(folder) {
  const names = /** @type {string[]} */ (readdirSync(folder, { recursive: true }));
  return names.filter((name) => name.endsWith('.d.ts')).map((name) => `${folder}/${name}`);
}

/**
 * Inferred types name the packages behind Lit, on which we do not depend.
 * @param {string} types
 */
function nameLit(types) {
  return types.replace(/import\("(lit-html|@lit\/reactive-element)"\)/g, 'import("lit")');
}

/** @param {Buffer} content */
function sri(content) {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
