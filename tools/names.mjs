// Every name that a page, an application or a test may rely on. `node tools/names.mjs --accept` writes them down.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import ts from 'typescript';
import { readElements } from './manifest.mjs';

export const ACCEPTED = 'test/package/names.json';

/** Entries whose exports are names of ours, and the types of which the members are, too. */
const ENTRIES = ['index', 'react/index', 'emulator/index'];
const TYPES = ['Actions', 'AuthStore', 'Snapshot', 'Details'];

/** @typedef {{ [kind: string]: string[] | Names }} Names */

/** @returns {Names} */
export function publicNames() {
  const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const elements = readElements();
  return {
    entries: Object.keys(exports).sort(),
    commands: Object.keys(bin).sort(),
    ...fromTypes(),
    calls: calls(),
    scripts: scripts(),
    tokens: sorted(elements.flatMap((each) => each.cssProperties)),
    elements: Object.fromEntries(elements.map((each) => [each.tagName, namesOf(each)])),
  };
}

/** @param {import('./manifest.mjs').Element} element */
function namesOf({ attributes, members, events, slots, cssParts, cssStates }) {
  return {
    attributes: sorted(attributes),
    properties: sorted(members.filter(({ kind }) => kind === 'field')),
    methods: sorted(members.filter(({ kind }) => kind === 'method')),
    events: sorted(events),
    slots: sorted(slots),
    parts: sorted(cssParts),
    states: sorted(cssStates),
  };
}

/** What the modules export, and the members of what they hand out. */
function fromTypes() {
  const paths = ENTRIES.map((entry) => `dist/${entry}.d.ts`);
  const options = {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    skipLibCheck: true,
  };
  const program = ts.createProgram(paths, options);
  const checker = program.getTypeChecker();
  /** @param {string} path */
  const exportsOf = (path) => {
    const module = checker.getSymbolAtLocation(/** @type {ts.SourceFile} */ (program.getSourceFile(path)));
    return checker.getExportsOfModule(/** @type {ts.Symbol} */ (module));
  };
  const own = exportsOf('dist/index.d.ts');
  /** @param {string} name */
  const typeOf = (name) => {
    const symbol = /** @type {ts.Symbol} */ (own.find((each) => each.name === name));
    return checker.getDeclaredTypeOfSymbol(
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    );
  };
  const codes = typeOf('ErrorCode');
  return {
    exports: Object.fromEntries(paths.map((path) => [path.replace('.d.ts', ''), sorted(exportsOf(path))])),
    members: Object.fromEntries(TYPES.map((name) => [name, sorted(typeOf(name).getProperties().filter(isOurs))])),
    codes: codes.isUnion() ? codes.types.map((type) => (type.isStringLiteral() ? type.value : '')).sort() : [],
  };
}

/**
 * Private members have names that cannot be written.
 * @param {ts.Symbol} member
 */
function isOurs(member) {
  return /^[\w-]+$/.test(member.name);
}

/** The emulator's control calls. */
function calls() {
  const files = readdirSync('emulator/routes').map((name) => readFileSync(`emulator/routes/${name}`, 'utf8'));
  const found = files.flatMap((code) => [...code.matchAll(/app\.(get|post|put|delete)\('(\/emulator\/[^']*)'/g)]);
  return found.map(([, method, path]) => `${method?.toUpperCase()} ${path}`).sort();
}

/** The files that script tags name: what else is there has a hash in its name, or is a language. */
function scripts() {
  return readdirSync('dist/cdn')
    .filter((name) => !/\.map$|-[\w-]{8}\.js$|^words-/.test(name))
    .sort();
}

/** @param {readonly { name: string }[]} named */
function sorted(named) {
  return [...new Set(named.map(({ name }) => name))].sort();
}

/**
 * Each name with what it is the name of.
 * @param {Names} names
 * @returns {string[]}
 */
export function flat(names, kind = '') {
  return Object.entries(names).flatMap(([key, value]) => {
    const of = kind ? `${kind} ${key}` : key;
    return Array.isArray(value) ? value.map((name) => `${of}: ${name}`) : flat(value, of);
  });
}

/**
 * Those of the names that no line of what is unreleased names, of an element together with its tag.
 * @param {readonly string[]} gone
 * @param {string} changelog
 */
export function untold(gone, changelog) {
  const [, unreleased = ''] = /^## \[Unreleased\]\n(.*?)(?=^## |$(?![^]))/ms.exec(changelog) ?? [];
  const told = unreleased.split(/^- /m).map((line) => line.match(/`[^`]+`/g)?.join(' ') ?? '');
  return gone.filter((name) => {
    const words = [/^elements (\S+)/.exec(name)?.[1], name.replace(/^.*?: /, '')].filter((word) => word !== undefined);
    const patterns = words.map((word) => new RegExp(`(?<![\\w-])${word.replace(/[^\w\s-]/g, '\\$&')}(?![\\w-])`));
    return !told.some((line) => patterns.every((pattern) => pattern.test(line)));
  });
}

if (argv[2] === '--accept') accept();

/** Writes down what there is; what is gone has to be told first to those who rely on it. */
function accept() {
  const names = publicNames();
  const now = flat(names);
  const gone = flat(JSON.parse(readFileSync(ACCEPTED, 'utf8'))).filter((name) => !now.includes(name));
  const missing = untold(gone, readFileSync('CHANGELOG.md', 'utf8'));
  if (missing.length) {
    console.error(`These are gone. Tell so in CHANGELOG.md, under Unreleased, by name:\n${missing.join('\n')}`);
    exit(1);
  }
  writeFileSync(ACCEPTED, `${JSON.stringify(names, null, 2)}\n`);
}
