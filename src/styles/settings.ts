import { css } from 'lit';

/** The list of a member's own verification methods. */
export const settings = css`
  :host {
    display: grid;
    gap: calc(var(--_space) * 2);
    max-inline-size: 34rem;
  }
  [part='methods'] {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part='method'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    padding-block: calc(var(--_space) * 1.75);
    border-block-start: 1px solid var(--_line);
  }
  [part='method']:last-child {
    padding-block-end: 0;
  }
  .sign {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: min(var(--_radius), 10px);
    background: var(--_raised);
    color: var(--_muted);
  }
  .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.3;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .what {
    display: grid;
    flex: 1 1 8rem;
    gap: 2px;
    min-inline-size: 0;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--_space);
  }
  [part='name'] {
    font-weight: 600;
  }
  [part='badge'] {
    padding: 1px 8px;
    border: 1px solid color-mix(in oklab, var(--_success), transparent 65%);
    border-radius: 99px;
    background: color-mix(in oklab, var(--_success), var(--_surface) 92%);
    color: var(--_success);
    font-size: 0.75em;
    font-weight: 600;
  }
  [part='detail'],
  [part='note'] {
    color: var(--_muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  [part='method'] .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  [part='method'] .button {
    min-block-size: 2.25em;
    padding-inline: calc(var(--_space) * 1.5);
    font-size: 0.9375em;
  }
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  dialog .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_space);
    margin-block-start: var(--_space);
  }
  @container (inline-size < 26rem) {
    [part='method'] .ways {
      flex-basis: 100%;
      padding-inline-start: calc(2.25rem + var(--_space) * 1.5);
    }
  }
  @media (forced-colors: active) {
    .sign {
      border: 1px solid CanvasText;
    }
  }
`;
