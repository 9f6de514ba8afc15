import { css } from 'lit';

/** What is heard and not seen. */
export const unseen = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** Public tokens (`--stytch-…`) are read here, once, into private aliases (`--_…`) with their defaults. */
export const aliases = css`
  --_accent: var(--stytch-accent, light-dark(#1d4ed8, #93b4ff));
  --_on-accent: var(--stytch-on-accent, light-dark(#ffffff, #0b1220));
  --_text: var(--stytch-text, light-dark(#14181f, #eef1f6));
  --_muted: var(--stytch-muted, light-dark(#535c6b, #a9b2c2));
  --_surface: var(--stytch-surface, light-dark(#ffffff, #171b22));
  --_raised: var(--stytch-raised, light-dark(#f3f5f8, #232934));
  --_line: var(--stytch-line, light-dark(#d7dce4, #3a4250));
  --_field-line: var(--stytch-field-line, light-dark(#7c8696, #7f8a9c));
  --_danger: var(--stytch-danger, light-dark(#b3261e, #ff9c94));
  --_success: var(--stytch-success, light-dark(#166534, #86d9a2));
  --_radius: var(--stytch-radius, 10px);
  --_space: var(--stytch-space, 8px);
  --_font: var(--stytch-font, inherit);
  --_font-size: var(--stytch-font-size, 1rem);
  --_ring: var(--stytch-focus-ring, 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent));
  --_shadow: var(--stytch-shadow, 0 1px 2px rgb(0 0 0 / 0.08), 0 12px 32px rgb(0 0 0 / 0.18));
`;

/** The family's look, by the aliases alone. Colours follow the page's `color-scheme`. */
export const base = css`
  :host {
    ${aliases}
    font-family: var(--_font);
    line-height: 1.45;
    -webkit-font-smoothing: antialiased;
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
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .visually-hidden {
    ${unseen}
  }
`;
