import type { CSSResult } from 'lit';

/** Marks styles that behaviour needs: `unstyled` leaves out all others. */
export function needed(styles: CSSResult): CSSResult {
  return Object.assign(styles, { isNeeded: true });
}
