import { render } from 'lit';

/** The elements of a template before anything brings them to life: what somebody would write in a page. */
export function markup(content: unknown): { code: string; attributes: Record<string, Record<string, string>> } {
  const inert = document.implementation.createHTMLDocument();
  const root = inert.createElement('div');
  render(content, root, { creationScope: inert });
  const attributes: Record<string, Record<string, string>> = {};
  for (const element of root.querySelectorAll('*')) {
    if (!element.localName.startsWith('stytch-')) continue;
    attributes[element.localName] ??= Object.fromEntries(
      [...element.attributes].map(({ name, value }) => [name, value]),
    );
  }
  return { code: undented(root.innerHTML.replace(/<!--.*?-->/g, '')), attributes };
}

function undented(code: string): string {
  const lines = code.split('\n').filter((line) => line.trim());
  const indent = Math.min(...lines.slice(1).map((line) => line.search(/\S/)), Infinity);
  return lines
    .map((line, index) => (index || /^\s/.test(line) ? line.slice(Math.min(indent, line.search(/\S/))) : line))
    .join('\n');
}
