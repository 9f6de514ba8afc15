import { css } from 'lit';

/** The panel of the user button: who it is, the organization, the menu. */
export const userMenu = css`
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 14px 14px 12px;
  }
  .head .mark {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    border-radius: 50%;
    font-size: 0.875rem;
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
  [part='name'] {
    font-weight: 650;
  }
  [part='email'],
  [part='organization'] {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .switcher {
    padding: 0 10px 10px;
  }
  [part='switcher'] {
    inline-size: 100%;
  }
  [role='menu'] {
    display: grid;
    padding: 6px;
    border-block-start: 1px solid var(--_line);
  }
  [role='menuitem'],
  ::slotted(*) {
    box-sizing: border-box;
    display: flex !important;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 2.625rem;
    padding: 6px 10px !important;
    border: 0 !important;
    border-radius: max(4px, var(--_radius) - 4px);
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
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    background: var(--_raised);
  }
  .turned:dir(rtl) {
    scale: -1 1;
  }
  [role='menuitem'] .icon {
    color: var(--_muted);
  }
  [part='log-out']::part(error) {
    position: static;
    inline-size: auto;
    max-inline-size: none;
    margin: 0 10px 10px;
    box-shadow: none;
  }
  [part='log-out'] {
    display: block;
  }
  dialog {
    inline-size: min(34rem, 100vw - 2rem);
  }
  dialog[open] {
    display: grid;
    background: var(--_surface);
    color: var(--_text);
  }
  [part='settings']::part(base) {
    border: 0;
  }
  [part='close'] {
    justify-self: end;
    margin: 0 calc(var(--_space) * 3) calc(var(--_space) * 3);
  }
  @media (forced-colors: active) {
    .turned:dir(rtl) {
    scale: -1 1;
  }
  [role='menuitem'] .icon {
      color: inherit;
    }
  }
`;
