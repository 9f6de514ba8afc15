import { css } from 'lit';

/** Fields of forms in the light DOM: text, a choice, and a code of six digits. */
export const field = css`
  .stytch-input {
    appearance: none;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: var(--_control-height);
    margin: 0;
    padding: 0 calc(var(--_space) * 1.5);
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 1em;
    transition: border-color var(--_duration);
  }
  .stytch-input + .stytch-label {
    margin-block-start: calc(var(--_space) * 2);
  }
  .stytch-input:hover {
    border-color: var(--_text);
  }
  .stytch-input:focus-visible {
    outline: 2px solid transparent;
    --_tone: var(--_focus-color);
    border-color: var(--_tone);
    box-shadow: 0 0 0 calc(var(--_focus-width) - 1px) var(--_tone),
      0 0 0 calc(var(--_focus-width) * 2) color-mix(in oklab, var(--_tone), transparent 70%);
  }
  .stytch-input:read-only:not(.stytch-select) {
    background: var(--_raised);
    color: var(--_muted);
  }
  .stytch-input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .stytch-input[aria-invalid='true']:focus-visible {
    --_tone: var(--_danger);
  }
  @media (pointer: coarse) {
    .stytch-input {
      font-size: max(1em, 16px); /* below that, phones zoom in */
    }
  }
  .stytch-select {
    margin-block-end: calc(var(--_space) * 2);
    padding-inline-end: calc(var(--_space) * 5);
    background-image: linear-gradient(45deg, transparent 50%, var(--_muted) 50%),
      linear-gradient(-45deg, transparent 50%, var(--_muted) 50%);
    background-position:
      right 21px center,
      right 16px center;
    background-size: 5px 5px;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .stytch-select:dir(rtl) {
    background-position:
      left 16px center,
      left 21px center;
  }
  .stytch-code {
    --_cell: 1.7ch;
    min-block-size: 2.1em;
    padding-inline: calc((100% - 6 * var(--_cell)) / 2 + (var(--_cell) - 1ch) / 2) 0;
    font-size: 1.75em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: calc(var(--_cell) - 1ch);
    background-image: repeating-linear-gradient(90deg, var(--_line) 0 1ch, transparent 1ch var(--_cell));
    background-origin: content-box;
    background-position: 0 calc(100% - 0.4em);
    background-repeat: no-repeat;
    background-size: calc(5 * var(--_cell) + 1ch) 2px;
    text-align: left;
    caret-color: var(--_accent);
  }
`;
