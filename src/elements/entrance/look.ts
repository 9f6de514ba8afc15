import { css } from 'lit';
import { pill } from '../../styles/pill.js';

/** What only a first factor has: ways that lead away, a line between two groups of ways, what was used last. */
export const look = css`
  .choices .button:not(.choice) {
    min-block-size: var(--_control-height);
    padding-block: calc(var(--_space) * 0.75);
    text-decoration: none;
  }
  .choices .button {
    position: relative;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(max(8.5rem, 34%), 100%), 1fr)); /* two at most */
    gap: var(--_space);
  }
  .tiles > :last-child:nth-child(odd) {
    grid-column: 1 / -1;
  }
  .or {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    margin-block: calc(var(--_space) * 0.5);
    color: var(--_muted);
    font-size: 0.875em;
  }
  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_line);
  }
  [part~='badge'] {
    --_tone: var(--_accent);
    ${pill}
  }
`;
