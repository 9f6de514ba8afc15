import { css } from 'lit';

/**
 * Forms in the light DOM. Their tokens are inherited from the slot that they are in, so they follow their element; each
 * rule is a single class, so that a page can overrule it.
 */
export const form = css`
  .stytch-form {
    display: flex;
    flex-direction: column;
    margin: 0;
    font: inherit;
    color: var(--_text);
  }
  .stytch-label {
    display: block;
    margin: 0 0 calc(var(--_space) * 0.75);
    font: inherit;
    font-size: 0.9375em;
    font-weight: 600;
    color: inherit;
  }
  .stytch-input {
    appearance: none;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 3em;
    margin: 0;
    padding: 0 calc(var(--_space) * 1.5);
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: max(1em, 16px); /* below that, phones zoom in */
    transition: border-color 120ms;
  }
  .stytch-input:hover {
    border-color: var(--_text);
  }
  .stytch-input:focus-visible {
    outline: 2px solid transparent;
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent), 0 0 0 4px color-mix(in oklab, var(--_accent), transparent 70%);
  }
  .stytch-input:read-only:not(.stytch-select) {
    background: var(--_raised);
    color: var(--_muted);
  }
  .stytch-input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .stytch-input[aria-invalid='true']:focus-visible {
    box-shadow: 0 0 0 1px var(--_danger), 0 0 0 4px color-mix(in oklab, var(--_danger), transparent 70%);
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
    text-align: left;
    caret-color: var(--_accent);
  }
  .stytch-error {
    display: flex;
    gap: 0.5em;
    min-block-size: 1.5em;
    margin: calc(var(--_space) * 0.75) 0 calc(var(--_space) * 1.25);
    font: inherit;
    font-size: 0.875em;
    line-height: 1.5;
    color: var(--_danger);
  }
  .stytch-error:not(:empty)::before {
    content: '!' / '';
    flex: none;
    box-sizing: border-box;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    border-radius: 50%;
    background: var(--_danger);
    color: var(--_surface);
    font-weight: 700;
    line-height: 1.25em;
    text-align: center;
  }
  .stytch-button {
    appearance: none;
    position: relative;
    inline-size: 100%;
    min-block-size: 3em;
    margin: 0;
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    transition: background-color 120ms;
  }
  .stytch-button:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 14%);
  }
  .stytch-button:focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--_ring);
  }
  .stytch-button[aria-disabled='true'] {
    background: color-mix(in oklab, var(--_accent), var(--_surface) 12%);
    cursor: default;
  }
  .stytch-button[aria-disabled='true']::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 0.5em);
    inset-inline-end: 1.25em;
    inline-size: 1em;
    block-size: 1em;
    box-sizing: border-box;
    border: 2px solid currentcolor;
    border-block-start-color: transparent;
    border-radius: 50%;
    animation: stytch-turn 800ms linear infinite;
  }
  @keyframes stytch-turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .stytch-input,
    .stytch-button {
      transition: none;
    }
    .stytch-button[aria-disabled='true']::after {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .stytch-button {
      border-color: ButtonText;
    }
    .stytch-input[aria-invalid='true'] {
      border-width: 2px;
    }
    .stytch-select {
      appearance: auto;
    }
    .stytch-error::before {
      border: 1px solid;
    }
  }
`;
