import { css } from 'lit';

/** Small signs: the logo or the initials of an organization, icons, and what turns while something is under way. */
export const mark = css`
  .mark {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    overflow: hidden;
    border: 1px solid transparent;
    border-radius: min(var(--_radius), 7px);
    background: light-dark(oklch(0.92 0.055 var(--_hue)), oklch(0.36 0.07 var(--_hue)));
    color: light-dark(oklch(0.38 0.11 var(--_hue)), oklch(0.92 0.05 var(--_hue)));
    font-size: 0.6875rem;
    font-weight: 650;
    letter-spacing: 0.02em;
    line-height: 1;
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
