import { css } from 'lit';
import { search } from './search.js';

/** The panel of the organization switcher: filter, what went wrong, what else to do. */
export const switcherPanel = css`
  .filter {
    display: flex;
    flex: none;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    padding-inline: calc(var(--_space) * 1.75);
    border-block-end: 1px solid var(--_line);
  }
  ${search}
  .filter:focus-within {
    border-block-end-color: var(--_focus-color);
    box-shadow: 0 1px 0 var(--_focus-color);
  }
  [part~='notice'] {
    display: grid;
    margin: calc(var(--_space) * 0.75) calc(var(--_space) * 0.75) 0;
    padding: calc(var(--_space) * 1.25);
    overflow-wrap: anywhere;
    gap: calc(var(--_space) * 1.25);
    justify-items: start;
  }
  [part~='notice'] p {
    margin: 0;
    color: inherit;
  }
  [part~='create'] {
    display: flex;
    flex: none;
    align-items: center;
    gap: calc(var(--_space) * 2);
    inline-size: 100%;
    min-block-size: var(--_control-height);
    padding-inline: calc(var(--_space) * 2.5);
    border: 0;
    border-block-start: 1px solid var(--_line);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  [part~='create']:hover {
    background: var(--_raised);
  }
  [part~='create']:focus-visible {
    outline: var(--_focus-width) solid var(--_focus-color);
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
