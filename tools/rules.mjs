// The rules of the architecture, as functions of source text. `test/rules.test.ts` holds the repository to them.
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** @typedef {{ from: string, typesOnly: boolean, dynamic: boolean }} Import */
/** @typedef {{ ours?: RegExp, types?: RegExp, packages?: RegExp, words?: RegExp }} Layer */

const LIT = /^(lit|@lit\/(context|task))(\/|$)/;
const LAZY = /^(@stytch\/|libphonenumber-js|uqr)/;
const SDK = /^@stytch\//;
const CHUNK = /^src\/(client\/sdk|.+\/lazy-[\w-]+)\.ts$/; // what is heavy may be re-exported here, to be loaded in part
const CLOCK = 'Date\\.now|new Date\\(\\)|performance\\.now|Math\\.random|crypto\\.|setTimeout|setInterval';

/** @type {Record<string, Layer>} What each folder of `src` may import for its values and for its types, and words it may not use. */
const layers = {
  flows: {
    ours: /^src\/flows\//,
    words: new RegExp(`(?<![.\\w])(${CLOCK}|document\\.|window\\.|fetch\\(|localStorage|sessionStorage)`),
  },
  messages: { ours: /^src\/messages\//, packages: LIT },
  styles: { ours: /^src\/styles\//, packages: LIT },
  client: { ours: /^src\/(client|flows)\//, packages: /^libphonenumber-js/ },
  controllers: { ours: /^src\/(controllers|client|messages|flows)\//, packages: LIT },
  elements: {
    ours: /^src\/(elements\/(?!stytch-)|controllers|client|styles|messages|flows)/,
    packages: /^(lit|@lit\/|libphonenumber-js|uqr)/,
    words: /(?<![.\w])fetch\(/,
  },
  define: { ours: /^src\//, packages: LIT },
  react: { ours: /^src\//, packages: /^(lit|react|@lit\/react)$/ },
  '': { ours: /^src\//, packages: LIT },
};

/** The longest a file may be, in lines that hold code. */
export const MAX_LINES = 150;

/** A whole language is as long as it is. */
const DICTIONARY = /^src\/messages\/[a-z]{2}(-[A-Z]{2})?\.ts$/;

/** What is for development only: an entry of its own registers it, and no other. */
export const APART = new Set(['stytch-devtools']);

/**
 * What the file at `path` (`src/flows/mfa.ts`) does against the rules of its folder, a sentence each.
 * @param {string} path
 * @param {string} source
 */
export function violations(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const length = codeLines(file);
  const found =
    length > MAX_LINES && !DICTIONARY.test(path)
      ? [`${path} has ${length} lines of code; ${MAX_LINES} are the most`]
      : [];
  if (!path.startsWith('src/')) return found;
  const folder = path.split('/').length > 2 ? (path.split('/')[1] ?? '') : '';
  const layer = layers[folder];
  if (!layer) return [...found, `${path} is in a folder that has no rule`];
  const word = layer.words?.exec(bare(file));
  if (word) found.push(`${path} uses ${word[0]}`);
  return [...found, ...imports(file).flatMap((each) => wrong(path, folder, layer, each))];
}

/**
 * What the element of `tag` lacks.
 * @param {string} tag
 * @param {(path: string) => string | undefined} read the text of a file of the repository, if there is one
 */
export function lacks(tag, read) {
  const name = tag.replace('stytch-', '');
  const wanted = {
    [`stories/${tag}.stories.ts`]: new RegExp(`'${tag}'`),
    [`test/elements/${tag}.test.ts`]: new RegExp(`<${tag}\\b`),
    [`src/define/${name}.ts`]: new RegExp(`'${tag}', ${pascalCase(tag)}\\b`),
    ...(!APART.has(tag) && {
      'src/index.ts': new RegExp(`export [^;]*'\\./elements/${tag}\\.js'`),
      'src/family.ts': new RegExp(`\\b${pascalCase(tag)}\\b`),
      [`src/react/${name}.ts`]: new RegExp(`'${tag}', element\\b`),
      'src/react/index.ts': new RegExp(`'\\./${name}\\.js'`),
    }),
    'README.md': new RegExp(`^\\|.*\`<?${tag}>?\``, 'm'),
    'package.json': new RegExp(`"\\./${name}":`),
  };
  return Object.entries(wanted)
    .filter(([path, pattern]) => !pattern.test(read(path) ?? ''))
    .map(([path, pattern]) => `${tag}: ${path} is missing or does not match ${pattern}`);
}

/**
 * @param {string} path
 * @param {string} folder
 * @param {Layer} layer
 * @param {Import} imported
 */
function wrong(path, folder, layer, imported) {
  const { from } = imported;
  const why = from.startsWith('.') ? wrongFile(path, layer, imported) : wrongPackage(path, folder, layer, imported);
  return why ? [`${path} imports ${from}: ${why}`] : [];
}

/**
 * @param {string} path
 * @param {string} folder
 * @param {Layer} layer
 * @param {Import} imported
 */
function wrongPackage(path, folder, { packages }, { from, typesOnly, dynamic }) {
  if (SDK.test(from)) {
    const late = folder === 'client' && (dynamic || CHUNK.test(path));
    return typesOnly || late ? undefined : 'only client may, and only when needed';
  }
  if (LAZY.test(from) && !typesOnly && !dynamic && !CHUNK.test(path)) return 'it is loaded when needed, by import()';
  return packages?.test(from) ? undefined : 'that package is not for this folder';
}

/**
 * @param {string} path
 * @param {Layer} layer
 * @param {Import} imported
 */
function wrongFile(path, { ours, types }, { from, typesOnly, dynamic }) {
  const target = join(dirname(path), from).replace(/\.js$/, '.ts');
  if (CHUNK.test(target) && !typesOnly && !dynamic) return 'that chunk comes by import()';
  if (ours?.test(target)) return undefined;
  if (types?.test(target)) return typesOnly ? undefined : 'for its types only (import type)';
  return 'that is out of reach for this folder';
}

/**
 * @param {ts.SourceFile} file
 * @returns {Import[]}
 */
function imports(file) {
  /** @type {Import[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const [from, typesOnly, dynamic] = importOf(node);
    if (from && ts.isStringLiteral(from)) found.push({ from: from.text, typesOnly, dynamic });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * @param {ts.Node} node
 * @returns {[from: ts.Node | undefined, typesOnly: boolean, dynamic: boolean]}
 */
function importOf(node) {
  if (ts.isImportDeclaration(node)) return [node.moduleSpecifier, !!node.importClause?.isTypeOnly, false];
  if (ts.isExportDeclaration(node)) return [node.moduleSpecifier, node.isTypeOnly, false];
  if (ts.isImportTypeNode(node))
    return [ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true, false];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return [node.arguments[0], false, true];
  return [undefined, false, false];
}

/**
 * The lines on which a token stands: not the blank ones, nor those of comments alone.
 * @param {ts.SourceFile} file
 */
function codeLines(file) {
  const lines = new Set();
  tokens(file, (token) => {
    const first = file.getLineAndCharacterOfPosition(token.getStart(file)).line;
    const last = file.getLineAndCharacterOfPosition(token.getEnd()).line;
    for (let line = first; line <= last; line++) lines.add(line);
  });
  return lines.size;
}

/**
 * The source without its comments and strings.
 * @param {ts.SourceFile} file
 */
function bare(file) {
  let text = '';
  tokens(file, (token) => {
    const gap = token.getStart(file) > token.getFullStart() ? ' ' : '';
    text += gap + (ts.isStringLiteralLike(token) ? "''" : token.getText(file));
  });
  return text;
}

/**
 * @param {ts.SourceFile} file
 * @param {(token: ts.Node) => void} each
 */
function tokens(file, each) {
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.EndOfFileToken || ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length) children.forEach(visit);
    else if (node.getWidth(file)) each(node);
  };
  visit(file);
}

/** @param {string} tag */
function pascalCase(tag) {
  return tag.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
}
