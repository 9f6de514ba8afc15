import { html, svg, type SVGTemplateResult } from 'lit';

/** The sign of each row. */
export const signs = {
  totp: sign(
    svg`<rect x="4" y="1.5" width="8" height="13" rx="1.8" /><path d="m6.2 8 1.3 1.3 2.3-2.6M7.2 12.4h1.6" />`,
  ),
  sms_otp: sign(svg`<path d="M2 3.2h12v8H7.6L4.4 14v-2.8H2zM5 7.2h.01M8 7.2h.01M11 7.2h.01" />`),
  codes: sign(svg`<circle cx="5" cy="8" r="2.8" /><path d="M7.8 8H14v2.4M11.4 8v1.8" />`),
};

function sign(path: SVGTemplateResult) {
  return html`<span part="icon" class="sign"><svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${path}</svg></span>`;
}
