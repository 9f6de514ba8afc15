import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** A piece of a page in a fence, and where it begins. */
export interface Sample {
  readonly path: string;
  readonly line: number;
  readonly language: string;
  readonly code: string;
}

/** A Markdown file of the repository. */
export interface Page {
  readonly path: string;
  readonly text: string;
  readonly samples: readonly Sample[];
  /** The text without its samples. */
  readonly prose: string;
}

const FENCE = /^( *)```(\w*)[^\n]*\n([\s\S]*?)^ *```$/gm;

const beside = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'emulator/README.md', 'bench/README.md'];
const docs = readdirSync('docs').filter((name) => name.endsWith('.md'));
const examples = readdirSync('examples').map((name) => `examples/${name}/README.md`);

/** Every page that a reader is led to. */
export const pages: readonly Page[] = [...beside, ...docs.map((name) => `docs/${name}`), ...examples]
  .filter(existsSync)
  .map(pageAt);

/** All samples in one of these languages. */
export function samplesIn(...languages: string[]): Sample[] {
  return pages.flatMap(({ samples }) => samples).filter(({ language }) => languages.includes(language));
}

/** What stands between backticks in the prose of a page. */
export function inlineCode({ prose }: Page): string[] {
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '');
}

/** One of them, or a file like them. */
export function pageAt(path: string): Page {
  const text = readFileSync(path, 'utf8');
  const samples = [...text.matchAll(FENCE)].map(({ index, 2: language = '', 3: code = '' }) => {
    return { path, line: text.slice(0, index).split('\n').length + 1, language, code };
  });
  return { path, text, samples, prose: text.replace(FENCE, (all) => all.replace(/[^\n]/g, '')) };
}
