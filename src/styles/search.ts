import { css } from 'lit';

/** A field to search in, in a card. */
export const search = css`
  .search {
    display: flex;
    align-items: center;
    gap: 10px;
    padding-inline: calc(var(--_space) * 1.5);
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_muted);
  }
  .search:focus-within {
    border-color: var(--_accent);
    box-shadow:
      0 0 0 1px var(--_accent),
      0 0 0 4px color-mix(in oklab, var(--_accent), transparent 70%);
  }
  [part='filter'] {
    appearance: none;
    flex: 1;
    min-inline-size: 0;
    block-size: 2.75em;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    font-size: max(1em, 16px); /* below that, phones zoom in */
    outline: none;
  }
  [part='filter']::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
`;
