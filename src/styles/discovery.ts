import { css } from 'lit';

/** The organizations to choose from: a list of rows, each a button. */
export const discovery = css`
  .search {
    display: flex;
    align-items: center;
    gap: 10px;
    padding-inline: calc(var(--_space) * 1.5);
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    color: var(--_muted);
  }
  .search:focus-within {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }
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
    inline-size: 100%;
    block-size: 100%;
    padding-inline: calc(var(--_space) * 1.75);
    border: 0;
    border-radius: 0;
    gap: calc(var(--_space) * 1.5);
  }
  .row.busy {
    background: var(--_raised);
  }
  .row:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -3px;
    border-radius: var(--_radius);
    box-shadow: none;
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
    font-weight: 400;
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
  .row:is(.busy, :has([part='verb']))::after {
    content: none;
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
