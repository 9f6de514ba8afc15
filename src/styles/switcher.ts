import { css } from 'lit';

/** The button of the organization switcher, and the panel that opens. */
export const switcher = css`
  :host {
    display: inline-block;
    inline-size: 15rem;
    max-inline-size: 100%;
    vertical-align: middle;
  }
  [part~='trigger'],
  [part~='popover'] {
    font-size: calc(var(--_font-size) * 0.9375);
    color: var(--_text);
  }
  [part~='trigger'] {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    inline-size: 100%;
    block-size: var(--_control-height);
    padding-inline: calc(var(--_space) * 1.25);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-family: inherit;
    text-align: start;
    cursor: pointer;
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }
  [part~='trigger']:hover:not(:disabled),
  [part~='trigger'][aria-expanded='true'] {
    background: var(--_raised);
  }
  [part~='trigger']:disabled {
    color: var(--_muted);
    cursor: default;
  }
  [part~='trigger']:focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--_focus-ring);
  }
  [part~='name'] {
    font-weight: 600;
  }
  [part~='hint'] {
    color: var(--_muted);
  }
  [part~='name'] + [part~='hint'] {
    font-size: 0.8em;
  }
  .text {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .text > * {
    overflow: hidden;
    line-height: 1.4;
    text-align: -webkit-match-parent; /* Chromium and WebKit know it by this name */
    text-align: match-parent; /* a name in another direction stays at the start of its row */
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part~='trigger'] .icon,
  .filter .icon {
    color: var(--_muted);
  }
  i {
    display: block;
    inline-size: 60%;
    block-size: 0.75rem;
    border-radius: 4px;
    background: var(--_raised);
  }
  i.mark {
    background: var(--_raised);
  }
  @media (prefers-reduced-motion: reduce) {
    [part~='trigger'] {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    i {
      border: 1px solid currentColor;
    }
    [part~='trigger'] .icon,
    .filter .icon {
      color: inherit;
    }
  }
`;
