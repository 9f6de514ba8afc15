// What a script loads before it runs: itself and all that it imports statically.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * The file and its static imports, theirs too, each once.
 * @param {string} file
 * @returns {string[]}
 */
export function staticImports(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  for (const statement of statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const from = statement.moduleSpecifier;
    if (from && ts.isStringLiteral(from) && from.text.startsWith('.'))
      staticImports(join(dirname(file), from.text), seen);
  }
  return [...seen];
}
