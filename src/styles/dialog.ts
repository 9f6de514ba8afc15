import { css } from 'lit';

/** A modal dialog around a card. */
export const dialog = css`
  dialog {
    inline-size: min(var(--_card-width), 100vw - 2rem);
    max-inline-size: none;
    max-block-size: calc(100dvb - 2rem);
    padding: 0;
    border: 0;
    border-radius: var(--_radius-large);
    background: none;
    color: inherit;
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: var(--_backdrop);
    backdrop-filter: blur(3px);
  }
  dialog[open],
  dialog[open]::backdrop {
    animation: appear var(--_duration) ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open],
    dialog[open]::backdrop {
      animation: none;
    }
  }
`;
