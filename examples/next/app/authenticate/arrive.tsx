'use client';

import dynamic from 'next/dynamic';

// Not on the server: the link's token, which is there only once, is for an element whose provider is already set up.
const StytchCallback = dynamic(() => import('stytch-elements/react').then((elements) => elements.StytchCallback), {
  ssr: false,
});

export function Arrive() {
  return <StytchCallback returnTo="/team" loginUrl="/login" />;
}
