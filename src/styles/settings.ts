import { css } from 'lit';
import { needed } from './needed.js';
import { pill } from './pill.js';

/** Pictures have no size of their own. */
const size = needed(css`
  .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`);

const look = css`
  :host {
    display: grid;
    gap: calc(var(--_space) * 2);
    max-inline-size: calc(var(--_card-width) + 8rem);
  }
  [part~='methods'] {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part~='method'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    padding-block: calc(var(--_space) * 1.75);
    border-block-start: 1px solid var(--_line);
  }
  [part~='method']:last-child {
    padding-block-end: 0;
  }
  .sign {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: var(--_radius-small);
    background: var(--_raised);
    color: var(--_muted);
  }
  .what {
    display: grid;
    flex: 1 1 8rem;
    gap: 2px;
    min-inline-size: 0;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--_space);
  }
  [part~='name'] {
    font-weight: 600;
  }
  [part~='badge'] {
    --_tone: var(--_success);
    ${pill}
    background: color-mix(in oklab, var(--_tone), var(--_surface) 92%);
  }
  [part~='detail'],
  [part~='note'] {
    color: var(--_muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  [part~='method'] .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  [part~='method'] .button {
    min-block-size: calc(var(--_control-height) * 0.75);
    padding-inline: calc(var(--_space) * 1.5);
    font-size: 0.9375em;
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  [aria-disabled='true'][aria-busy='false'] {
    opacity: 0.6;
  }
  .button[aria-busy='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  ::slotted([slot='prompt']) {
    max-inline-size: none; /* as wide as the card above it */
  }
  dialog .ways {
    display: flex;
    flex-wrap: wrap-reverse;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: var(--_space);
  }
  dialog .ways .button {
    flex: 1 1 10em;
    min-block-size: var(--_control-height);
  }
  .loss {
    --_accent: var(--_danger);
    --_on-accent: var(--_surface);
  }
  @container (inline-size < 26rem) {
    [part~='method'] .ways {
      flex-basis: 100%;
      padding-inline-start: calc(2.25rem + var(--_space) * 1.5);
    }
  }
  @media (forced-colors: active) {
    .sign {
      border: 1px solid CanvasText;
    }
  }
`;

/** The list of a member's own verification methods. */
export const settings = [size, look];
