/** @jsxImportSource preact */
import type {} from 'stytch-elements/types/preact';

export const wrong = (
  <>
    <stytch-nothing />
    <stytch-provider session-duration-minutes="an hour" />
    <stytch-org-switcher allowCreate="yes" />
    <stytch-gate organisation="acme" />
    <stytch-logout when-offline="wait" />
    <stytch-logout onstytch-logout={({ detail }) => detail.isConfirmed} />
    <stytch-mfa-prompt countries="de fr" />
    <stytch-session-status show-expiry="no" />
  </>
);
