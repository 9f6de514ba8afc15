import { css } from 'lit';

/** The button with a member's initials. */
export const userButton = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  [part~='trigger'],
  [part~='skeleton'] {
    display: block;
    padding: 2px;
  }
  [part~='trigger'] {
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_text);
    font-family: inherit;
    font-size: var(--_font-size);
    cursor: pointer;
  }
  [part~='trigger']:focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--_focus-ring);
  }
  .mark {
    --_mark: var(--_avatar-size);
    border-radius: 50%;
    font-size: calc(var(--_mark) * 0.35);
  }
  [part~='skeleton'] .mark {
    background: var(--_raised);
  }
  [part~='trigger'] .mark {
    transition: filter var(--_duration);
  }
  [part~='trigger']:hover .mark,
  [part~='trigger'][aria-expanded='true'] .mark {
    filter: brightness(0.94);
  }
  [part~='popover'] {
    inline-size: min(var(--_popover-width) - 4rem, 100vw - 16px);
    overflow: auto;
    color: var(--_text);
    font-size: calc(var(--_font-size) * 0.9375);
  }
  @media (prefers-reduced-motion: reduce) {
    [part~='trigger'] .mark {
      transition: none;
    }
  }
`;
