import { css } from 'lit';

/** Buttons: `button` is a quiet one, `primary` the main action of a screen, `link` an aside. */
export const button = css`
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    min-block-size: calc(var(--_control-height) - 0.25rem);
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }
  .button:hover:not(:disabled) {
    background: var(--_raised);
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover:not(:disabled) {
    background: color-mix(in oklab, var(--_accent), var(--_text) 14%);
  }
  .button.link {
    min-block-size: 2em;
    padding: 0 4px;
    border-color: transparent;
    background: none;
    color: var(--_accent);
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .button:focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--_focus-ring);
  }
  .button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  @media (forced-colors: active) {
    .button:not(.link),
    .button.primary:hover:not(:disabled) {
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
    .button.link {
      border: 0; /* a transparent one would show */
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .button {
      transition: none;
    }
  }
`;
