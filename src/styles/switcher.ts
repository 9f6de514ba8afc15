import { css } from 'lit';

/** The button of the organization switcher, the mark of an organization, and the panel that opens. */
export const switcher = css`
  :host {
    display: inline-block;
    inline-size: 15rem;
    max-inline-size: 100%;
    vertical-align: middle;
  }
  [part='trigger'],
  [part='popover'] {
    font-size: calc(var(--_font-size) * 0.9375);
    color: var(--_text);
  }
  [part='trigger'] {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    block-size: 3rem;
    padding-inline: 10px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-family: inherit;
    text-align: start;
    cursor: pointer;
    transition:
      background-color 120ms,
      border-color 120ms;
  }
  [part='trigger']:hover:not(:disabled),
  [part='trigger'][aria-expanded='true'] {
    background: var(--_raised);
  }
  [part='trigger']:disabled {
    color: var(--_muted);
    cursor: default;
  }
  [part='trigger']:focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--_ring);
  }
  [part='name'] {
    font-weight: 600;
  }
  [part='hint'] {
    color: var(--_muted);
  }
  [part='name'] + [part='hint'] {
    font-size: 0.8em;
  }
  .text {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .text > * {
    overflow: hidden;
    line-height: 1.4;
    text-align: match-parent; /* a name in another direction stays at the start of its row */
    text-overflow: ellipsis;
    white-space: nowrap;
  }
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
  [part='trigger'] .icon,
  .filter .icon {
    color: var(--_muted);
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
  i {
    display: block;
    inline-size: 60%;
    block-size: 0.75rem;
    border-radius: 4px;
    background: var(--_raised);
  }
  i.mark {
    background: var(--_raised);
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
    [part='trigger'] {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .mark,
    i {
      border: 1px solid currentColor;
    }
    [part='trigger'] .icon,
    .filter .icon {
      color: inherit;
    }
  }
`;
