import { css } from 'lit';

/** A dialog that asks or explains something, with the ways on at its end. */
export const question = css`
  [part='dialog'] {
    inline-size: min(26rem, 100vw - 2rem);
    max-block-size: calc(100vh - 2rem);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font-size: calc(var(--_font-size) * 0.9375);
    line-height: 1.5;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  [part='dialog']::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  [part='dialog-title'] {
    margin: 0 0 var(--_space);
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  [part='dialog'] p {
    margin: 0;
    color: var(--_muted);
  }
  [part='dialog'] .problem:not(:empty) {
    margin-block-start: var(--_space);
    color: var(--_danger);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 3);
  }
`;
