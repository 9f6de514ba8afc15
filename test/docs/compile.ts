import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import type { Sample } from './pages.js';

/** The package's entries and script-tag files, as the sources have them. */
const paths = {
  'stytch-elements': ['./src/index.ts'],
  'stytch-elements/define': ['./src/define.ts'],
  'stytch-elements/react': ['./src/react/index.ts'],
  'stytch-elements/emulator': ['./emulator/index.ts'],
  'stytch-elements/*': ['./src/define/*.ts'],
  'https://cdn.jsdelivr.net/npm/stytch-elements@*/dist/cdn/stytch-elements.js': ['./tools/cdn.ts'],
  '/cdn/loader.js': ['./tools/loader.ts'],
};

/** What the compiler has to say of samples: one program for all, each a module as strict as the sources. */
export function mistakesIn(samples: readonly Sample[]): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const files = new Map(samples.map((sample) => [nameOf(sample), sample]));
  const whole = { ...options, paths, types: ['node'], noUnusedLocals: false, incremental: false };
  const host = ts.createCompilerHost(whole);
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors; // half of the time goes into comments
  const { fileExists, getSourceFile, readFile } = host;
  const textOf = (name: string) => {
    const sample = files.get(name);
    return sample && `${sample.code}\nexport {};\n`; // nothing in one is there in another
  };
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => textOf(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...more) => {
    const text = textOf(name);
    return text === undefined
      ? getSourceFile(name, version, ...more)
      : ts.createSourceFile(name, text, version, true, name.endsWith('x') ? ts.ScriptKind.TSX : undefined);
  };
  const program = ts.createProgram([...files.keys(), resolve('src/define.ts')], whole, host);
  return [...files].flatMap(([name, sample]) => {
    const file = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map((each) => told(sample, each));
  });
}

/** As if it stood beside the sources, so that its imports are found. */
function nameOf({ path, line, language }: Sample): string {
  return resolve(dirname('.'), `${path.replace(/\W/g, '-')}-${line}.${language}`);
}

function told({ path, line, code }: Sample, { start = 0, messageText }: ts.Diagnostic): string {
  const at = line + code.slice(0, start).split('\n').length;
  return `${path}:${at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
