import { css } from 'lit';
import { needed } from './needed.js';

const shape = needed(css`
  :host,
  :host([hidden]) {
    display: contents; /* a modal dialog that is not shown would leave a page that nobody can use */
  }
  .clock svg {
    inline-size: 10rem;
    max-inline-size: 70%;
    fill: none;
    stroke: currentColor;
    stroke-width: 6;
    rotate: -90deg;
  }
`);

const look = css`
  .card {
    --_tone: var(--_accent);
  }
  .card.urgent {
    --_tone: var(--_danger);
  }
  .clock {
    display: grid;
    place-items: center;
    margin-block: var(--_space);
  }
  .clock > * {
    grid-area: 1 / 1;
  }
  .clock svg {
    stroke: var(--_line);
  }
  .clock .left {
    stroke: var(--_tone);
    stroke-linecap: round;
    transition:
      stroke-dasharray 1s linear,
      stroke 300ms;
  }
  [part~='countdown'] {
    color: var(--_text);
    font-size: 2.5em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.02em;
    line-height: 1;
  }
  .urgent [part~='countdown'] {
    color: var(--_danger);
  }
  .ways {
    display: flex;
    flex-wrap: wrap-reverse;
    gap: calc(var(--_space) * 1.5);
  }
  .ways .button {
    flex: 1 1 10em;
    min-block-size: var(--_control-height);
  }
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  @media (forced-colors: active) {
    .clock svg {
      stroke: Canvas;
    }
    .clock .left {
      stroke: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .clock .left {
      transition: none;
    }
  }
`;

/** The warning that a session is about to end. */
export const keepAlive = [shape, look];
