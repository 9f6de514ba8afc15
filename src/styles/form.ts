import { css } from 'lit';
import { field } from './field.js';
import { formButton } from './form-button.js';
import { needed } from './needed.js';
import { password, reveal } from './password.js';

const need = needed(css`
  ${reveal}
`);

/** Others of the same document may do without it. */
const look = css`
  :where([slot='form']:not([data-unstyled])) {
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
    ${formButton}
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
      .stytch-button:not(.stytch-link) {
        border-color: ButtonText;
        background: ButtonFace;
        color: ButtonText;
      }
      .stytch-input[aria-invalid='true'] {
        border-width: 2px;
      }
      .stytch-select {
        appearance: auto;
      }
      .stytch-error::before {
        border: 1px solid;
        background: Canvas;
        color: CanvasText;
      }
    }
  }
  @keyframes stytch-turn {
    to {
      rotate: 1turn;
    }
  }
`;

/**
 * Forms in the light DOM. Their tokens are inherited from the slot that they are in, so they follow their element; each
 * rule has the weight of a class, and a page that names the element as well (`stytch-login .stytch-input`) goes before it.
 */
export const form = [need, look];
