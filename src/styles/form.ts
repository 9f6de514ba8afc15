import { css } from 'lit';
import { field } from './field.js';
import { password } from './password.js';

/**
 * Forms in the light DOM. Their tokens are inherited from the slot that they are in, so they follow their element; each
 * rule is a single class, so that a page can overrule it.
 */
export const form = css`
  .stytch-form {
    position: relative;
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
  ${field}
  ${password}
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
  .stytch-form[aria-busy='true'] .stytch-button[data-used]::after,
  .stytch-form[aria-busy='true']:not(:has([data-used])) .stytch-button:not(.stytch-other)::after {
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
  .stytch-other {
    margin-block-start: var(--_space);
    border-color: var(--_line);
    background: var(--_surface);
    color: var(--_text);
  }
  .stytch-other:hover {
    background: var(--_raised);
  }
  .stytch-other[aria-disabled='true'] {
    background: var(--_surface);
    color: var(--_muted);
  }
  .stytch-link {
    align-self: start;
    inline-size: auto;
    min-block-size: 2em;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .stytch-link:hover {
    background: none;
  }
  .stytch-link[aria-disabled='true'] {
    background: none;
    color: var(--_muted);
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
    .stytch-form[aria-busy='true'] .stytch-button::after {
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
