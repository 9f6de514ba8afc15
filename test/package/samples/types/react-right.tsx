/** @jsxImportSource react */
import type { Tags } from 'stytch-elements/types/react';

export const right = (mayCreate: boolean) => (
  <stytch-provider
    public-token="public-token-test-x"
    sessionDurationMinutes={30}
    onstytch-switch={({ detail }) => detail.organization.organization_name.toUpperCase()}
  >
    <stytch-org-switcher
      redirect-to="/{slug}"
      allowCreate={mayCreate}
      onstytch-switch-before={(event) => event.waitUntil(Promise.resolve())}
      onstytch-error={(event) => event.currentTarget.hide()}
    />
    <stytch-gate mfa max-age="900" slot="x" ref={(gate) => void gate?.verify()}>
      <p slot="denied">No</p>
    </stytch-gate>
    <stytch-session-status show-expiry />
    <stytch-mfa-prompt countries={['de', 'fr']} display="dialog" unstyled={!mayCreate} />
  </stytch-provider>
);

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags<'acme'> {}
  }
}

export const prefixed = () => <acme-logout when-offline="clear" onstytch-logout={({ detail }) => !detail.confirmed} />;
