import { css } from 'lit';
import { metrics } from './discovery-metrics.js';
import { pill } from './pill.js';

const look = css`
  .search {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    padding-inline: calc(var(--_space) * 1.5);
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    color: var(--_muted);
  }
  .search:focus-within {
    border-color: var(--_focus-color);
    box-shadow: 0 0 0 1px var(--_focus-color);
  }
  [part~='list'] {
    overflow: hidden auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    container-type: inline-size;
  }
  li:not([aria-posinset='1']) {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    padding-inline: calc(var(--_space) * 1.75);
    border: 0;
    border-radius: 0;
    gap: calc(var(--_space) * 1.5);
  }
  .row.busy {
    background: var(--_raised);
  }
  .row:focus-visible {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: -3px;
    border-radius: var(--_radius);
    box-shadow: none;
  }
  .row[aria-disabled='true']:not(.busy) > * {
    opacity: 0.55;
  }
  .row .mark {
    --_mark: calc(var(--_avatar-size) * 0.9);
  }
  .names {
    line-height: 1.3;
  }
  .names > *,
  .name > * {
    display: block;
    overflow: hidden;
    text-align: -webkit-match-parent; /* Chromium and WebKit know it by this name */
    text-align: match-parent; /* a name in another direction starts at its logo, and is cut off where it ends */
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: 600;
  }
  [part~='need'] {
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 400;
  }
  [part~='verb'] {
    --_tone: var(--_accent);
    ${pill}
    padding: 0.3em 0.8em;
    font-size: 0.8125em;
    line-height: 1.25;
  }
  .row:is(.busy, :has([part~='verb']))::after {
    content: none;
  }
  [part~='empty'] {
    color: var(--_muted);
    padding-block: var(--_space);
  }
  .waiting {
    display: grid;
    gap: var(--_space);
  }
  @container (max-width: 17rem) {
    .row {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0 calc(var(--_space) * 1.25);
      align-content: center;
      padding-inline: var(--_space);
    }
    .row .mark {
      grid-row: span 2;
    }
    [part~='verb'] {
      grid-column: 2;
      justify-self: start;
      padding: 0;
      border: 0;
    }
    .row::after {
      content: none;
    }
  }
  @media (forced-colors: active) {
    .row[aria-disabled='true']:not(.busy) > * {
      opacity: 1;
      color: GrayText;
    }
  }
`;

/** The organizations to choose from: a list of rows, each a button. */
export const discovery = [metrics, look];
