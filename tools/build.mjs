// Builds the package: modules with types, script-tag files with their hashes, the emulator, the manifest.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cloak, publishHashes } from './cdn-papers.mjs';
import { publishEditorData } from './editor-data.mjs';
import { publishTypes } from './framework-types.mjs';
import { llms } from './llms.mjs';
import { tsc } from './tsc.mjs';

rmSync('dist', { recursive: true, force: true });
run(`${tsc} -p tsconfig.build.json`);
for (const path of declarations('dist')) writeFileSync(path, nameLit(readFileSync(path, 'utf8')));
run('vite build --mode cdn');
run('vite build --mode loader');
run('vite build --mode devtools');
run('vite build --mode iife');
run('vite build --mode words');
run('vite build --mode emulator');
run(`${tsc} -p tsconfig.emulator.json`);
run('npm run --silent manifest');

publishTypes('dist/types');
publishEditorData();
writeFileSync('dist/cdn/cloak.css', cloak());
publishHashes('dist/cdn');
writeFileSync('llms.txt', llms(readFileSync('README.md', 'utf8')));

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
