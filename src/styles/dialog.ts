import { css } from 'lit';

/** A modal dialog around a card. */
export const dialog = css`
  dialog {
    inline-size: min(26rem, 100vw - 2rem);
    max-inline-size: none;
    max-block-size: calc(100dvb - 2rem);
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 1.4);
    background: none;
    color: inherit;
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: rgb(8 12 20 / 0.5);
    backdrop-filter: blur(3px);
  }
  dialog[open],
  dialog[open]::backdrop {
    animation: appear 160ms ease-out;
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
