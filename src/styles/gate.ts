import { css } from 'lit';
import { aliases } from './base.js';
import { button } from './button.js';

/** What a gate says of its own. Nothing is set on the gate itself: what is inside would inherit it. */
export const gate = css`
  ${button}
  .own {
    ${aliases}
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    box-sizing: border-box;
    inline-size: var(--_card-width); /* the offer, and why it cannot be met, are of one width */
    max-inline-size: 100%;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_font-size);
    line-height: var(--_line-height);
  }
  :host(:state(light)) .own {
    color-scheme: light;
  }
  :host(:state(dark)) .own {
    color-scheme: dark;
  }
  .own p {
    flex: 1 1 14rem;
    margin: 0;
    overflow-wrap: anywhere;
  }
  .problem {
    color: var(--_danger);
  }
  .alert > .own {
    margin-block-start: var(--_space);
    border-color: color-mix(in oklab, var(--_danger), transparent 60%);
    background: color-mix(in oklab, var(--_danger), var(--_surface) 92%);
  }
  .alert:empty {
    position: absolute; /* it takes no place, and no gap, in a page's layout */
  }
`;
