import { css } from 'lit';

/** A panel in the top layer, and what it shows until there is something to choose from. */
export const popover = css`
  [part='popover'] {
    position: fixed;
    inset: auto;
    inline-size: min(23rem, 100vw - 16px);
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    line-height: 1.3;
    text-align: start;
    white-space: normal;
  }
  [part='popover']:popover-open {
    display: flex;
    flex-direction: column;
    animation: unfold 120ms ease-out;
  }
  .waiting {
    padding: 6px;
  }
  .skeleton {
    display: flex;
    align-items: center;
    gap: 10px;
    block-size: 2.75rem;
    padding-inline: 8px;
  }
  [part='empty'] {
    margin: 0;
    padding: 12px 14px;
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
    [part='popover']:popover-open {
      animation: none;
    }
  }
`;
