/**
 * The family's public custom properties: `accent` is `--stytch-accent`, and so on. Each has its syntax and purpose
 * above it (the tables of `docs/theming.md` are held to that) and its default beside it. Styles read them as private
 * aliases (`--_accent`), which defaults may do as well.
 */
export const tokens = {
  /** `<color>` Main actions, links, what is chosen. */
  accent: 'light-dark(#1d4ed8, #93b4ff)',
  /** `<color>` Text on the accent. */
  'on-accent': 'light-dark(#ffffff, #0b1220)',
  /** `<color>` Text. */
  text: 'light-dark(#14181f, #eef1f6)',
  /** `<color>` Lesser text, icons. */
  muted: 'light-dark(#535c6b, #a9b2c2)',
  /** `<color>` Cards, dialogs, panels, fields, quiet buttons. */
  surface: 'light-dark(#ffffff, #171b22)',
  /** `<color>` What stands out from the surface: under the pointer, chosen, codes. */
  raised: 'light-dark(#f3f5f8, #232934)',
  /** `<color>` Borders and lines. */
  line: 'light-dark(#d7dce4, #3a4250)',
  /** `<color>` Borders of fields, which have to be seen (3:1). */
  'field-line': 'light-dark(#7c8696, #7f8a9c)',
  /** `<color>` Errors, and the last seconds. */
  danger: 'light-dark(#b3261e, #ff9c94)',
  /** `<color>` What is in order. */
  success: 'light-dark(#166534, #86d9a2)',
  /** `<color>` What needs attention soon. */
  warning: 'light-dark(#8a4b00, #f2c069)',
  /** `<color>` Around what has the focus. */
  'focus-color': 'var(--_accent)',
  /** `<length>` How wide that is. */
  'focus-width': '2px',
  /** `<shadow>` The whole sign of focus, where a colour and a width are not enough. */
  'focus-ring': '0 0 0 var(--_focus-width) var(--_surface), 0 0 0 calc(var(--_focus-width) * 2) var(--_focus-color)',
  /** `<length-percentage>` Corners of buttons, fields and boxes. */
  radius: '10px',
  /** `<length-percentage>` Corners of what is inside them: rows, logos. */
  'radius-small': 'min(var(--_radius), 7px)',
  /** `<length-percentage>` Corners of cards, dialogs and panels. */
  'radius-large': 'calc(var(--_radius) * 1.4)',
  /** `<length>` The unit of all gaps and paddings. */
  space: '8px',
  /** `<font-family>` Typeface. */
  font: 'inherit',
  /** `<length>` Size of text; headings and small print follow it. */
  'font-size': '1rem',
  /** `<number>` Height of a line, as a multiple. */
  'line-height': '1.45',
  /** `<length>` Height of fields and main buttons; others follow it. */
  'control-height': 'calc(var(--_font-size) * 3)',
  /** `<length>` Size of the member's picture; those of organizations follow it. */
  'avatar-size': '2.5rem',
  /** `<length>` Width of the switcher's panel; the user button's follows it. */
  'popover-width': '23rem',
  /** `<length>` The most that a card or a dialog is wide; settings follow it. */
  'card-width': '26rem',
  /** `<shadow>` Under panels and dialogs. */
  shadow: '0 1px 2px rgb(0 0 0 / 0.08), 0 12px 32px rgb(0 0 0 / 0.18)',
  /** `<color>` Behind dialogs. */
  backdrop: 'rgb(8 12 20 / 0.5)',
  /** `<time>` How long something takes to change its look. */
  duration: '120ms',
} as const;

/** The defaults of those that have to stand out more for whoever asks for more contrast. */
export const contrasting: Readonly<Partial<Record<keyof typeof tokens, string>>> = {
  muted: 'light-dark(#2c333e, #dbe1ea)',
  line: 'light-dark(#5b6472, #98a2b3)',
  'field-line': 'light-dark(#2c333e, #dbe1ea)',
};

/**
 * The syntaxes that the browser is told. A registered property has an initial value, so it never falls through to the
 * default in a `var()`; and it is computed where it is set, not where it is used. For colours that is wrong: their
 * `light-dark()` would be settled by the page's scheme, whatever `theme` says (so measured in Chromium, Firefox and
 * WebKit). Defaults in `rem`, or made of other tokens, are no initial values at all. For the rest it is right: `0` needs
 * no unit in sums, `em` is that of the place where it is set, what is no length is ignored, and all can be animated.
 */
const SYNTAX = {
  'focus-width': '<length>',
  radius: '<length-percentage>',
  space: '<length>',
  'line-height': '<number>',
  duration: '<time>',
} as const;

let isDone = false;

/** Tells the browser the types of tokens, where it can be told; a page or another version may have done so before. */
export function registerTokens(): void {
  if (isDone || !globalThis.CSS?.registerProperty) return;
  isDone = true;
  for (const [name, syntax] of Object.entries(SYNTAX)) {
    try {
      const initialValue = tokens[name as keyof typeof SYNTAX];
      CSS.registerProperty({ name: `--stytch-${name}`, syntax, inherits: true, initialValue });
    } catch {
      // it is registered
    }
  }
}
