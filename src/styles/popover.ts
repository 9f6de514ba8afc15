import { css } from 'lit';
import { needed } from './needed.js';

/** Its place is set by script. */
const place = needed(css`
  [part~='popover'] {
    position: fixed;
    inset: auto;
    inline-size: min(var(--_popover-width), 100vw - 16px);
    margin: 0;
    overflow: hidden;
  }
  [part~='popover']:popover-open {
    display: flex;
    flex-direction: column;
  }
`);

const look = css`
  [part~='popover'] {
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    line-height: 1.3;
    text-align: start;
    white-space: normal;
  }
  [part~='popover']:popover-open {
    animation: unfold var(--_duration) ease-out;
  }
  .waiting {
    padding: calc(var(--_space) * 0.75);
  }
  .skeleton {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    block-size: 2.75rem;
    padding-inline: var(--_space);
  }
  [part~='empty'] {
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 1.75);
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  @keyframes unfold {
    from {
      opacity: 0;
      translate: 0 -4px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [part~='popover']:popover-open {
      animation: none;
    }
  }
`;

/** A panel in the top layer, and what it shows until there is something to choose from. */
export const popover = [place, look];
