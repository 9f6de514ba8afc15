import { css } from 'lit';

/** The organizations to choose from: a list of rows, each a button. */
export const discovery = css`
  [part='list'] {
    overflow: hidden auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    container-type: inline-size;
  }
  .many {
    max-block-size: min(26.25em, 60vh);
  }
  [part='list'] ul {
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
    block-size: var(--_row);
  }
  li:not([aria-posinset='1']) {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    appearance: none;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    inline-size: 100%;
    block-size: 100%;
    padding: 0 calc(var(--_space) * 1.75);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    transition: background-color 120ms;
  }
  .row:hover:not([aria-disabled='true']),
  .row.busy {
    background: var(--_raised);
  }
  .row:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -3px;
    border-radius: var(--_radius);
  }
  .row[aria-disabled='true'] {
    cursor: default;
  }
  .row[aria-disabled='true']:not(.busy) > * {
    opacity: 0.55;
  }
  .row .mark {
    inline-size: 2.25em;
    block-size: 2.25em;
    font-size: 0.875em;
  }
  .names {
    display: grid;
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
  }
  .names > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: 600;
  }
  .name:only-child {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  [part='need'] {
    color: var(--_muted);
    font-size: 0.8125em;
  }
  [part='verb'] {
    flex: none;
    padding: 0.3em 0.8em;
    border: 1px solid color-mix(in oklab, var(--_accent) 40%, transparent);
    border-radius: 99px;
    color: var(--_accent);
    font-size: 0.8125em;
    font-weight: 600;
    line-height: 1.25;
  }
  .onward {
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.25em;
    border: solid var(--_muted);
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }
  .onward:dir(rtl) {
    rotate: -135deg;
  }
  [part='empty'] {
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
    .row:has([part='verb']) .name:only-child {
      -webkit-line-clamp: 1;
    }
    [part='verb'] {
      grid-column: 2;
      justify-self: start;
      padding: 0;
      border: 0;
    }
    .onward {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .row {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .row:hover:not([aria-disabled='true']) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .row[aria-disabled='true']:not(.busy) > * {
      opacity: 1;
      color: GrayText;
    }
  }
`;
