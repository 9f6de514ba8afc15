import { html, svg, type SVGTemplateResult } from 'lit';

export const shield = sign(
  svg`<path d="M8 1.8 13 3.6v4c0 3-2 5.4-5 6.6-3-1.2-5-3.6-5-6.6v-4zM5.8 8l1.6 1.6 2.9-3.1" />`,
);
export const door = sign(svg`<path d="M9.5 2.5h-6v11h6M6.5 8H14M11.5 5.5 14 8l-2.5 2.5" />`, 'turned');

/** `turned` signs point the other way where the text runs the other way. */
function sign(path: SVGTemplateResult, look = '') {
  return html`<svg part="icon" class=${`icon ${look}`} viewBox="0 0 16 16" aria-hidden="true">${path}</svg>`;
}
