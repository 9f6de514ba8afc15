import { css, unsafeCSS } from 'lit';
import { needed } from './needed.js';
import { contrasting, tokens } from './tokens.js';

/** What is heard and not seen. */
export const unseen = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

const read = (defaults: Readonly<Record<string, string>>) =>
  Object.entries(defaults)
    .map(([name, value]) => `--_${name}:var(--stytch-${name},${value});`)
    .join('');

/** Public tokens (`--stytch-…`) are read here, once, into private aliases (`--_…`) with their defaults. */
export const aliases = unsafeCSS(`${read(tokens)}@media (prefers-contrast:more){${read(contrasting)}}`);

/** Where the person has chosen the colours: all of ours, and of a page's theme, are theirs. */
const forced = {
  accent: 'LinkText',
  'focus-color': 'Highlight',
  surface: 'Canvas',
  raised: 'Canvas',
  ...Object.fromEntries(['text', 'muted', 'danger', 'success', 'warning'].map((name) => [name, 'CanvasText'])),
};
const forcedAliases = unsafeCSS(
  Object.entries(forced)
    .map(([name, value]) => `--_${name}:${value};`)
    .join(''),
);

/** What every element needs: the tokens, the provider's theme, and things that are not shown. */
const common = needed(css`
  :host {
    ${aliases}
  }
  @media (forced-colors: active) {
    :host {
      ${forcedAliases}
    }
  }
  :host(:state(light)) {
    color-scheme: light;
  }
  :host(:state(dark)) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  [hidden] {
    display: none !important; /* whatever a page says of parts */
  }
  .visually-hidden {
    ${unseen}
  }
`);

/** The family's look, by the aliases alone. Colours follow the page's `color-scheme`. */
const look = css`
  :host {
    font-family: var(--_font);
    line-height: var(--_line-height);
    -webkit-font-smoothing: antialiased;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;

export const base = [common, look];
