import 'stytch-elements/define';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';

/**
 * A header with the elements in it, as HTML.
 * @param {string} publicToken
 */
export function header(publicToken) {
  return collectResult(
    render(html`
      <stytch-provider public-token=${publicToken}>
        <stytch-org-switcher></stytch-org-switcher>
        <stytch-session-status show-expiry></stytch-session-status>
        <stytch-logout redirect-to="/login"></stytch-logout>
      </stytch-provider>
    `),
  );
}
