import { css } from 'lit';

/** A panel in a corner of the page, above everything but modal dialogs. */
export const devtools = css`
  :host {
    --_edge: 12px;
    position: fixed;
    z-index: 2147483647;
    inline-size: max-content;
    max-inline-size: calc(100vw - 2 * var(--_edge));
    font-family: ui-sans-serif, system-ui, sans-serif;
    font-size: 13px;
  }
  :host(:state(open)) {
    inline-size: 27rem;
  }
  :host(:state(top)) {
    inset-block-start: var(--_edge);
  }
  :host(:state(bottom)) {
    inset-block-end: var(--_edge);
  }
  :host(:state(start)) {
    inset-inline-start: var(--_edge);
  }
  :host(:state(end)) {
    inset-inline-end: var(--_edge);
  }
  [part='base'] {
    display: flex;
    flex-direction: column;
    max-block-size: min(75vh, 40rem);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    text-align: start;
    overflow: hidden;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 6px;
  }
  header .button,
  header .fold {
    min-block-size: 28px;
    padding: 0 10px;
    border-radius: calc(var(--_radius) * 0.7);
    font-size: 12px;
  }
  header .fold {
    flex: 1 1 auto;
    justify-content: start;
    min-inline-size: 0;
    max-inline-size: 100%;
    border-color: transparent;
  }
  :host(:state(open)) .fold {
    flex-basis: 100%;
  }
  .fold span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .fold .status {
    font-weight: 400;
  }
  .fold::after {
    content: '';
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    margin-inline-start: auto;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 225deg;
    translate: 0 2px;
  }
  .fold[aria-expanded='true']::after {
    rotate: 45deg;
    translate: 0 -2px;
  }
  .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  #body {
    overflow: auto;
    overscroll-behavior: contain;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  [hidden] {
    display: none !important;
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
