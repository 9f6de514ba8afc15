'use client';

import { StytchLogin } from 'stytch-elements/react';

export function LogIn() {
  return <StytchLogin methods="magic_link password" returnTo="/team" />;
}
