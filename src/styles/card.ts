import { css } from 'lit';

/** A screen as a card: heading, text, what is in it, ways on, and a foot. */
export const card = css`
  .card {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_font-size);
    text-align: start;
    overflow-wrap: anywhere;
  }
  .card > header {
    display: grid;
    gap: calc(var(--_space) * 0.75);
  }
  .card h2 {
    margin: 0;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .card h2:focus {
    outline: none; /* it is read, not used */
  }
  .card p {
    margin: 0;
  }
  [part~='text'] {
    color: var(--_muted);
    text-wrap: pretty;
  }
  [part~='error'] {
    display: flex;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border: 1px solid color-mix(in oklab, var(--_danger), transparent 60%);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_danger), var(--_surface) 92%);
    color: var(--_danger);
  }
  .choices {
    display: grid;
    gap: var(--_space);
  }
  .choices .primary {
    min-block-size: var(--_control-height);
    padding-block: calc(var(--_space) * 0.75);
  }
  [part~='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * -0.5);
  }
  [part~='actions'] .button {
    padding-inline: 0;
    text-align: start;
  }
  .card > footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 0.875em;
  }
  .card > footer .button {
    margin-inline-start: auto;
  }
`;
