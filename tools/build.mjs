// Builds the package: modules with types, script-tag files with their hashes, the emulator, the manifest.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
run('tsc -p tsconfig.build.json');
run('vite build --mode cdn');
run('vite build --mode iife');
run('vite build --mode emulator');
run('tsc -p tsconfig.emulator.json');
run('npm run --silent manifest');

const hashes = readdirSync('dist/cdn').map((name) => [name, sri(readFileSync(`dist/cdn/${name}`))]);
writeFileSync('dist/cdn/sri.json', `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);

/** @param {string} command */
function run(command) {
  console.log(`> ${command}`);
  execSync(command, { stdio: 'inherit' });
}

/** @param {Buffer} content */
function sri(content) {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
