import { css } from 'lit';
import { needed } from './needed.js';

/** Pictures have no size of their own. */
const size = needed(css`
  .mark {
    --_mark: calc(var(--_avatar-size) * 0.7);
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_mark);
    block-size: var(--_mark);
    overflow: hidden;
  }
  .mark::before {
    content: attr(data-initials);
  }
  .mark img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    background: var(--_surface);
    object-fit: contain;
  }
  .icon {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`);

const look = css`
  .mark {
    border: 1px solid transparent;
    border-radius: var(--_radius-small);
    background: light-dark(oklch(0.92 0.055 var(--_hue)), oklch(0.36 0.07 var(--_hue)));
    color: light-dark(oklch(0.38 0.11 var(--_hue)), oklch(0.92 0.05 var(--_hue)));
    font-size: calc(var(--_mark) * 0.39);
    font-weight: 650;
    letter-spacing: 0.02em;
    line-height: 1;
  }
  .spinner {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    border: 2px solid var(--_line);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 700ms linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }
  @media (forced-colors: active) {
    .mark {
      border: 1px solid currentColor;
    }
  }
`;

/** Small signs: the logo or the initials of an organization, icons, and what turns while something is under way. */
export const mark = [size, look];
