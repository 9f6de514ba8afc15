import { execFileSync } from 'node:child_process';

/**
 * What a server makes of each of these pieces of HTML, in a process of its own in which the elements are registered;
 * `connected` has it call their `connectedCallback` besides.
 */
export function render(markup: readonly string[], { connected = false } = {}): string[] {
  const code = `
    import 'stytch-elements/define';
    import { LitElementRenderer, render } from '@lit-labs/ssr';
    import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
    import { html, unsafeStatic } from 'lit/static-html.js';
    LitElementRenderer.renderOptions.push(() => ({ connectedCallback: ${connected} }));
    const all = ${JSON.stringify(markup)}.map((each) => collectResult(render(html\`\${unsafeStatic(each)}\`)));
    console.log(JSON.stringify(await Promise.all(all)));`;
  const output = execFileSync('node', ['--input-type=module', '--eval', code], { encoding: 'utf8' });
  return JSON.parse(output) as string[];
}
