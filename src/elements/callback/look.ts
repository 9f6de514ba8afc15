import { css } from 'lit';

/** What only the landing page has: progress of which nobody knows the end, and a link among the buttons. */
export const look = css`
  .progress {
    position: relative;
    block-size: 4px;
    border-radius: 2px;
    background: var(--_line);
    overflow: hidden;
  }
  .progress::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inline-size: 40%;
    border-radius: inherit;
    background: var(--_accent);
    animation: run 1.4s ease-in-out infinite;
  }
  a.button {
    text-decoration: none;
  }
  @keyframes run {
    from {
      inset-inline-start: -40%;
    }
    to {
      inset-inline-start: 100%;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress::after {
      inset-inline-start: 30%;
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .progress {
      border: 1px solid;
    }
    .progress::after {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
