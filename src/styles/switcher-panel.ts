import { css } from 'lit';
import { search } from './search.js';

/** The panel of the organization switcher: filter, what went wrong, what else to do. */
export const switcherPanel = css`
  .filter {
    display: flex;
    flex: none;
    align-items: center;
    gap: 10px;
    padding-inline: 14px;
    border-block-end: 1px solid var(--_line);
  }
  ${search}
  .filter:focus-within {
    border-block-end-color: var(--_accent);
    box-shadow: 0 1px 0 var(--_accent);
  }
  [part='notice'] {
    display: grid;
    padding: 12px 14px;
    overflow-wrap: anywhere;
    gap: 10px;
    justify-items: start;
    border-block-end: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_danger);
  }
  [part='notice'] p {
    margin: 0;
  }
  [part='create'] {
    display: flex;
    flex: none;
    align-items: center;
    gap: 16px;
    inline-size: 100%;
    min-block-size: 3rem;
    padding-inline: 20px;
    border: 0;
    border-block-start: 1px solid var(--_line);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  [part='create']:hover {
    background: var(--_raised);
  }
  [part='create']:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -4px;
    border-radius: var(--_radius);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_space);
    margin-block-start: var(--_space);
  }
`;
