import { css } from 'lit';
import { needed } from '../../styles/needed.js';

/** A QR code that can be scanned. */
const code = needed(css`
  .qr {
    inline-size: min(100%, 13.5rem);
    aspect-ratio: 1;
    background: #fff;
    color: #000;
    forced-color-adjust: none; /* scanners want dark on light */
  }
  .qr svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  [part~='secret'] span {
    display: inline-block; /* to be copied in one piece */
  }
`);

const rest = css`
  .figure {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .qr {
    margin-inline: auto;
    border-radius: var(--_radius);
    overflow: hidden;
  }
  .key {
    display: grid;
    gap: var(--_space);
  }
  .key .row {
    align-items: center;
    min-block-size: 4.75em;
  }
  .muted {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  [part~='secret'],
  [part~='codes'] {
    box-sizing: border-box;
    inline-size: 100%;
    margin: 0;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 0.9375em;
    user-select: all;
  }
  [part~='secret'] {
    inline-size: auto;
    min-inline-size: 10em;
    letter-spacing: 0.06em;
  }
  [part~='secret'] span {
    margin-inline-end: 0.75em;
  }
  [part~='codes'] {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9.5em, 1fr));
    gap: calc(var(--_space) * 0.75) calc(var(--_space) * 2);
    min-block-size: 9.5em;
    list-style: none;
    text-align: center;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .row > * {
    flex: 1;
  }
  .key .button {
    flex: none;
  }
`;

/** What only the prompt for a second factor has: a QR code, a key, and codes. */
export const look = [code, rest];
