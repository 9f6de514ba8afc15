import { css } from 'lit';
import { needed } from './needed.js';

/** Of a long list only what can be seen is rendered: its rows are all of one height. */
export const metrics = needed(css`
  .many {
    max-block-size: min(26.25em, 60vh);
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  [part~='list'] ul {
    --_row: 3.75em;
    position: relative;
    block-size: calc(var(--_rows) * var(--_row));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(var(--_at) * var(--_row));
    box-sizing: border-box;
    block-size: var(--_row);
  }
  .row {
    display: flex;
    inline-size: 100%;
    block-size: 100%;
    box-sizing: border-box;
  }
  .names {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
`);
