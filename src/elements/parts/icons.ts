import { html, svg, type SVGTemplateResult } from 'lit';

export const chevrons = icon(svg`<path d="m5 6 3-3 3 3M5 10l3 3 3-3" />`);
export const check = icon(svg`<path d="m3 8.5 3.2 3.2L13 5" />`, 'check');
export const search = icon(svg`<circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 3.5 3.5" />`);
export const plus = icon(svg`<path d="M8 3v10M3 8h10" />`);

/** Turns while something is under way. */
export const spinner = html`<span class="spinner" part="spinner" aria-hidden="true"></span>`;

function icon(path: SVGTemplateResult, part = 'icon') {
  return html`<svg part=${part} class="icon" viewBox="0 0 16 16" aria-hidden="true">${path}</svg>`;
}
