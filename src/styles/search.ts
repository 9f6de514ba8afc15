import { css } from 'lit';

/** A field to search in; what is around it has the border. */
export const search = css`
  [part~='filter'] {
    appearance: none;
    flex: 1;
    min-inline-size: 0;
    block-size: 2.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    outline: none;
  }
  [part~='filter']:focus-visible {
    outline: 2px solid transparent; /* seen where colours are forced; others see it around the field */
    outline-offset: -4px;
  }
  [part~='filter']::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  @media (pointer: coarse) {
    [part~='filter'] {
      font-size: max(1rem, 16px); /* below that, phones zoom in */
    }
  }
`;
