import { css } from 'lit';

/** Buttons of forms in the light DOM: the main one, others beside it, and one that looks like a link. */
export const formButton = css`
  .stytch-button {
    appearance: none;
    position: relative;
    inline-size: 100%;
    min-block-size: var(--_control-height);
    margin: 0;
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    transition: background-color var(--_duration);
  }
  .stytch-button:hover {
    background: color-mix(in oklab, var(--_accent), var(--_text) 14%);
  }
  .stytch-button:focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--_focus-ring);
  }
  .stytch-button[aria-disabled='true'] {
    border-color: var(--_line);
    background: var(--_raised);
    color: var(--_muted);
    cursor: default;
  }
  :where(.stytch-form[aria-busy='true']) .stytch-button[aria-disabled='true']:not(.stytch-other, .stytch-link) {
    border-color: transparent;
    background: color-mix(in oklab, var(--_accent), var(--_surface) 12%); /* it is what was pressed */
    color: var(--_on-accent);
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
`;
