import { css } from 'lit';
import { needed } from './needed.js';

/** For elements that are no box: what is inside them stands where they do. */
export const contents = needed(css`
  :host {
    display: contents;
  }
  :host([hidden]) {
    display: none;
  }
`);
