import { css } from 'lit';

/** The button with a member's initials. */
export const userButton = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  [part='trigger'] {
    display: block;
    padding: 2px;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_text);
    font-family: inherit;
    font-size: var(--_font-size);
    cursor: pointer;
  }
  [part='trigger']:focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--_ring);
  }
  [part='trigger'] .mark {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border-radius: 50%;
    font-size: 0.875rem;
    transition: filter 120ms;
  }
  [part='trigger']:hover .mark,
  [part='trigger'][aria-expanded='true'] .mark {
    filter: brightness(0.94);
  }
  [part='popover'] {
    inline-size: min(19rem, 100vw - 16px);
    overflow: auto;
    color: var(--_text);
    font-size: calc(var(--_font-size) * 0.9375);
  }
  @media (prefers-reduced-motion: reduce) {
    [part='trigger'] .mark {
      transition: none;
    }
  }
`;
