import { events, has, hasSlot, takesAttribute, tags, customProperties } from './family.js';
import type { Sample } from './pages.js';

const TAG = /<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^}]*\})*\}))?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([^\s=]+)(?:=("[^"]*"|'[^']*'|\{(?:[^{}]|\{[^}]*\})*\}))?/g;
const VOID = /^(area|br|hr|img|input|link|meta|source)$/;

/** What is wrong with the markup of a page: tags that do not fit, and whatever no element of the family has. */
export function mistakesInMarkup(sample: Sample): string[] {
  const found: string[] = [];
  const open: string[] = [];
  const markup = withoutRaw(sample.code);
  const rest = markup.replace(TAG, (_, end: string, tag: string, attributes: string, closed: string) => {
    if (end && open.pop() !== tag) found.push(`</${tag}> closes nothing`);
    if (end) return '';
    found.push(...mistakesInTag(tag, attributes, open));
    if (!closed && !VOID.test(tag)) open.push(tag);
    return '';
  });
  if (/[<>]/.test(rest.replace(/\{\{.*?\}\}|&\w+;/gs, '')))
    found.push(`this is no tag: ${/[^\n]*[<>][^\n]*/.exec(rest)?.[0]}`);
  if (open.length > 0) found.push(`<${open.join('>, <')}> is not closed`);
  return [...found, ...mistakesInStyles(sample.code)].map((each) => `${sample.path}:${sample.line}: ${each}`);
}

/** What is wrong with style sheets, or with markup as far as it has some: parts, states and tokens that there are not. */
export function mistakesInStyles(code: string): string[] {
  const parts = [...code.matchAll(/([\w-]*)::part\(([\w- ]+)\)/g)].filter(
    ([, tag, name = '']) => !has('cssParts', tag, name),
  );
  const states = [...code.matchAll(/([\w-]*):state\(([\w-]+)\)/g)].filter(
    ([, tag, name = '']) => !has('cssStates', tag, name),
  );
  const properties = [...code.matchAll(/--stytch-[\w-]+/g)].filter(([name]) => !customProperties.has(name));
  return [...parts, ...states, ...properties].map(([name]) => `there is no ${name}`);
}

/** The scripts in the markup of a page, as samples of their own; the compiler does not know the runes of Svelte by itself. */
export function scriptsIn({ path, line, language, code }: Sample): Sample[] {
  const runes = language === 'svelte' ? `/// <reference types="svelte" />` : '';
  return [...code.matchAll(/<script\b([^>]*)>([^<]*?\S[\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\btype="(?!module)/.test(attributes))
    .map(({ 1: attributes = '', 2: script = '', index }) => {
      const before = code.slice(0, index).split('\n').length - 1;
      const written = /\blang="ts"/.test(attributes) ? 'ts' : 'js';
      return { path, line: line + before, language: written, code: `${runes}${script}` };
    });
}

function mistakesInTag(tag: string, attributes: string, open: readonly string[]): string[] {
  const isOurs = tag.startsWith('stytch-');
  if (isOurs && !tags.has(tag)) return [`there is no <${tag}>`];
  const found: string[] = [];
  for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    const event = /^(?:@|on)(stytch-.+)/.exec(name)?.[1];
    if (event && !events.has(event)) found.push(`there is no event ${event}`);
    else if (isOurs && !event && !takesAttribute(tag, attributeOf(name, value)))
      found.push(`<${tag}> has no attribute ${name}`);
    const around = open.findLast((each) => each.startsWith('stytch-'));
    if (name === 'slot' && around && !hasSlot(around, value.slice(1, -1)))
      found.push(`<${around}> has no slot ${value}`);
  }
  return found;
}

/** The attribute behind a property, which frameworks bind: `:allowCreate="…"`, `allowCreate={…}`. */
function attributeOf(name: string, value: string): string {
  const isBound = name.startsWith(':') || value.startsWith('{');
  return isBound ? name.replace(':', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name;
}

/** Without what is not markup: comments, the document type, the contents of scripts and styles. */
function withoutRaw(code: string): string {
  const bare = code.replace(/<!--[\s\S]*?-->|<!doctype[^>]*>/gi, '');
  return bare.replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
}
