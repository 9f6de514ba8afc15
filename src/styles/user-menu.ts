import { css } from 'lit';

/** The panel of the user button: who it is, the organization, the menu. */
export const userMenu = css`
  .head {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.75) calc(var(--_space) * 1.75) calc(var(--_space) * 1.5);
  }
  .head .mark {
    --_mark: var(--_avatar-size);
    border-radius: 50%;
    font-size: calc(var(--_mark) * 0.35);
  }
  .who {
    display: grid;
    min-inline-size: 0;
    line-height: 1.4;
  }
  .who > * {
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part~='name'] {
    font-weight: 650;
  }
  [part~='email'],
  [part~='organization'] {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .switcher {
    padding: 0 calc(var(--_space) * 1.25) calc(var(--_space) * 1.25);
  }
  [part~='switcher'] {
    inline-size: 100%;
  }
  [role='menu'] {
    display: grid;
    padding: calc(var(--_space) * 0.75);
    border-block-start: 1px solid var(--_line);
  }
  [role='menuitem'],
  ::slotted(*) {
    box-sizing: border-box;
    display: flex !important;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    inline-size: 100%;
    min-block-size: calc(var(--_control-height) - 0.375rem);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.25) !important;
    border: 0 !important;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit !important;
    font: inherit;
    text-align: start;
    text-decoration: none !important;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  [role='menuitem']:hover,
  ::slotted(:hover) {
    background: var(--_raised);
  }
  [role='menuitem']:focus-visible,
  ::slotted(:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: -2px;
    background: var(--_raised);
  }
  .turned:dir(rtl) {
    scale: -1 1;
  }
  [role='menuitem'] .icon {
    color: var(--_muted);
  }
  [part~='log-out']::part(error) {
    position: static;
    inline-size: auto;
    max-inline-size: none;
    margin: 0 calc(var(--_space) * 1.25) calc(var(--_space) * 1.25);
    box-shadow: none;
  }
  [part~='log-out'] {
    display: block;
  }
  dialog {
    inline-size: min(var(--_card-width) + 8rem, 100vw - 2rem);
  }
  dialog[open] {
    display: grid;
    background: var(--_surface);
    color: var(--_text);
  }
  [part~='settings']::part(base) {
    border: 0;
  }
  [part~='close'] {
    justify-self: end;
    margin: 0 calc(var(--_space) * 3) calc(var(--_space) * 3);
  }
  @media (forced-colors: active) {
    [role='menuitem'] .icon {
      color: inherit;
    }
  }
`;
