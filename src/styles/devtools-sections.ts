import { css } from 'lit';

/** What is in the panel. */
export const devtoolsSections = css`
  details + details {
    border-block-start: 1px solid var(--_line);
  }
  summary {
    padding: 8px 12px;
    font-weight: 650;
    cursor: pointer;
  }
  summary:hover {
    background: var(--_raised);
  }
  summary:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .count,
  .aside,
  dt,
  time,
  details p {
    color: var(--_muted);
    font-weight: 400;
  }
  details p {
    margin: 0;
    padding: 0 12px 10px;
  }
  dl,
  ul,
  ol {
    margin: 0;
    padding: 0 12px 10px;
    list-style: none;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(6rem, 2fr) 5fr;
    gap: 0 10px;
    padding-block: 2px;
  }
  dt,
  dd {
    min-inline-size: 0;
  }
  dd {
    margin: 0;
  }
  li {
    padding-block: 3px;
  }
  ol li + li {
    border-block-start: 1px solid var(--_raised);
  }
  code,
  time,
  dd,
  .facts {
    font-family: ui-monospace, monospace;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .facts {
    color: var(--_muted);
  }
  .kind {
    padding: 0 5px;
    border: 1px solid var(--_line);
    border-radius: 4px;
    font-size: 11px;
  }
  .kind.event {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .bad {
    color: var(--_danger);
  }
`;
