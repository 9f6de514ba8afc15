import { css } from 'lit';

/** What all prompts have in common besides a card: choices, lesser ways on, a deadline, and places yet to be filled. */
export const prompt = css`
  :host {
    display: block;
    max-inline-size: var(--_card-width);
  }
  .choice {
    justify-content: space-between;
    min-block-size: calc(var(--_control-height) + 0.5rem);
    padding-inline: calc(var(--_space) * 2);
    text-align: start;
  }
  .choice::after {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid var(--_muted);
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }
  .choice:dir(rtl)::after {
    rotate: -135deg;
  }
  .button[aria-disabled='true'] {
    cursor: default;
  }
  .link[aria-disabled='true'] {
    color: var(--_muted);
    text-decoration: none;
    font-variant-numeric: tabular-nums;
  }
  [part~='deadline'] {
    font-variant-numeric: tabular-nums;
  }
  [part~='deadline'].soon {
    color: var(--_warning);
    font-weight: 600;
  }
  .skeleton {
    block-size: 100%;
    min-block-size: var(--_control-height);
    inline-size: 100%;
    border-radius: var(--_radius);
    background: linear-gradient(90deg, var(--_raised) 40%, var(--_line) 50%, var(--_raised) 60%) 0 0 / 300% 100%;
    animation: shimmer 1.6s linear infinite;
  }
  @keyframes shimmer {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
`;
