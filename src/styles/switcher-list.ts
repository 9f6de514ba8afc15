import { css } from 'lit';

/** The organizations in the panel of the switcher. */
export const switcherList = css`
  [part='list'] {
    flex: 0 1 auto;
    min-block-size: 0;
    max-block-size: 23rem;
    padding: 6px;
    overflow-y: auto;
    overscroll-behavior: contain;
    outline: none;
    scroll-padding: 6px;
    container-type: inline-size;
  }
  [part='list']:not(:has(.row)) {
    padding: 0;
  }
  .rows {
    block-size: calc(var(--_rows) * 2.75rem);
    padding-block-start: calc(var(--_skip) * 2.75rem);
  }
  .row {
    display: flex;
    align-items: center;
    gap: 10px;
    block-size: 2.75rem;
    padding-inline: 8px;
    border-radius: calc(var(--_radius) - 3px);
    cursor: pointer;
  }
  .row.active {
    background: var(--_raised);
  }
  [part='list']:focus-visible .row.active {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .row .text {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  [part='option-name'] {
    flex: 1;
    min-inline-size: 4em;
  }
  [aria-selected='true'] [part='option-name'] {
    font-weight: 600;
  }
  .failed [part='option-name'] {
    color: var(--_danger);
  }
  [part='badge'] {
    flex: none;
    padding: 2px 8px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    color: var(--_muted);
    font-size: 0.75rem;
    line-height: 1.25;
  }
  [part='badge'].invited,
  [part='badge'].join {
    border-color: color-mix(in oklab, var(--_accent) 35%, transparent);
    color: var(--_accent);
  }
  [part='check'] {
    color: var(--_accent);
  }
  [part='section'] {
    margin-block-start: 6px;
    padding: 10px 8px 6px;
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 600;
  }
  @container (max-width: 19rem) {
    .row .text {
      display: grid;
      gap: 0;
    }
    [part='badge'] {
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
    .row.active :is([part='badge'], [part='check']) {
      border-color: HighlightText;
      color: HighlightText;
    }
  }
`;
