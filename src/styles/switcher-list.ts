import { css } from 'lit';
import { needed } from './needed.js';
import { pill } from './pill.js';

/** Of a long list only what can be seen is rendered: its rows are all of one height. */
const metrics = needed(css`
  [part~='list'] {
    flex: 0 1 auto;
    min-block-size: 0;
    max-block-size: 23rem;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .rows {
    box-sizing: border-box;
    block-size: calc(var(--_rows) * 2.75rem);
    padding-block-start: calc(var(--_skip) * 2.75rem);
  }
  .row {
    display: flex;
    align-items: center;
    box-sizing: border-box;
    block-size: 2.75rem;
  }
  .row .text {
    min-inline-size: 0;
    overflow: hidden;
    white-space: nowrap;
  }
`);

const look = css`
  [part~='list'] {
    padding: calc(var(--_space) * 0.75);
    outline: none;
    scroll-padding: calc(var(--_space) * 0.75);
    container-type: inline-size;
  }
  [part~='list']:not(:has(.row)) {
    padding: 0;
  }
  [part~='list']:focus-visible:not(:has(.active)) {
    outline: 2px solid transparent; /* seen where colours are forced: no row shows the focus */
    outline-offset: -2px;
  }
  .row {
    gap: calc(var(--_space) * 1.25);
    padding-inline: var(--_space);
    border-radius: var(--_radius-small);
    cursor: pointer;
  }
  .row.active {
    background: var(--_raised);
  }
  [part~='list']:focus-visible .row.active {
    box-shadow: inset 0 0 0 var(--_focus-width) var(--_focus-color);
  }
  .row .text {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
  }
  [part~='option-name'] {
    flex: 1;
    min-inline-size: 4em;
  }
  [aria-selected='true'] [part~='option-name'] {
    font-weight: 600;
  }
  .failed [part~='option-name'] {
    color: var(--_danger);
  }
  [part~='badge'] {
    --_tone: var(--_muted);
    ${pill}
    font-weight: 400;
  }
  [part~='badge'].invited,
  [part~='badge'].join {
    --_tone: var(--_accent);
  }
  [part~='check'] {
    color: var(--_accent);
  }
  [part~='section'] {
    margin-block-start: calc(var(--_space) * 0.75);
    padding: calc(var(--_space) * 1.25) var(--_space) calc(var(--_space) * 0.75);
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 0.8em;
    font-weight: 600;
  }
  @container (max-width: 19rem) {
    .row .text {
      display: grid;
      gap: 0;
    }
    [part~='badge'] {
      justify-self: start;
      padding: 0 1px;
      border: 0;
    }
  }
  @media (forced-colors: active) {
    .row.active {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .row.active :is([part~='badge'], [part~='check']) {
      border-color: HighlightText;
      color: HighlightText;
    }
  }
`;

/** The organizations in the panel of the switcher. */
export const switcherList = [metrics, look];
