import { css } from 'lit';
import { unseen } from './base.js';
import { pill } from './pill.js';

/** What the button that shows a password needs. */
export const reveal = css`
  .stytch-reveal svg {
    inline-size: 1.375em;
    block-size: 1.375em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .stytch-reveal span {
    ${unseen}
  }
  .stytch-reveal[aria-pressed='false'] .stytch-strike {
    display: none;
  }
`;

/** A password that can be shown, how strong a new one is, and small words beside a field. */
export const password = css`
  .stytch-password {
    padding-inline: calc(var(--_space) * 1.5) 3em;
  }
  .stytch-form:dir(rtl) .stytch-password {
    padding-inline: 3em calc(var(--_space) * 1.5); /* the field itself is left to right */
  }
  .stytch-password::-ms-reveal {
    display: none; /* ours is on every browser */
  }
  .stytch-reveal {
    appearance: none;
    position: relative;
    align-self: end;
    display: grid;
    place-items: center;
    inline-size: 3em;
    block-size: var(--_control-height);
    margin: calc(var(--_control-height) * -1) 0 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    font: inherit;
    font-size: 1em;
    cursor: pointer;
  }
  .stytch-reveal:hover {
    color: var(--_text);
  }
  .stytch-reveal:focus-visible {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: -6px;
  }
  .stytch-fixed {
    text-overflow: ellipsis;
  }
  .stytch-badge {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    font: inherit;
    --_tone: var(--_accent);
    ${pill}
  }
  .stytch-hint {
    min-block-size: 3em;
    margin: calc(var(--_space) * 0.75) 0 0;
    color: var(--_muted);
    font: inherit;
    font-size: 0.875em;
    line-height: 1.5;
  }
  .stytch-meter {
    --_strength: var(--_line);
    block-size: 4px;
    margin-block-start: var(--_space);
    border-radius: 2px;
    background: linear-gradient(to right, var(--_strength) var(--_filled, 0%), var(--_line) 0);
    mask: linear-gradient(to right, #000 calc(100% - 4px), transparent 0) 0 / calc((100% + 4px) / 4) 100%;
    forced-color-adjust: none;
  }
  .stytch-meter:dir(rtl) {
    scale: -1 1;
  }
  .stytch-meter[data-level='0'],
  .stytch-meter[data-level='1'] {
    --_strength: var(--_danger);
    --_filled: 25%;
  }
  .stytch-meter[data-level='2'] {
    --_strength: var(--_warning);
    --_filled: 50%;
  }
  .stytch-meter[data-level='3'] {
    --_strength: var(--_success);
    --_filled: 75%;
  }
  .stytch-meter[data-level='4'] {
    --_strength: var(--_success);
    --_filled: 100%;
  }
`;
