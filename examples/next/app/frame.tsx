'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useRef } from 'react';
import { StytchLogout, StytchOrgSwitcher, StytchProvider, StytchSessionStatus } from 'stytch-elements/react';

interface Props {
  publicToken: string;
  emulatorUrl: string | undefined;
  children: ReactNode;
}

/** The provider and the header of every page; what is inside is still rendered on the server. */
export function Frame({ publicToken, emulatorUrl, children }: Props) {
  const router = useRouter();
  const rendered = useRef<string>(undefined); // the member whom the server has rendered for
  return (
    <StytchProvider
      publicToken={publicToken}
      emulatorUrl={emulatorUrl}
      callbackUrl="/authenticate"
      onStytchSessionChange={({ detail }) => {
        const { status, session } = detail.snapshot;
        if (status === 'pending') return; // the page stays as it is while somebody verifies
        if (rendered.current && rendered.current !== session?.member_id) router.refresh();
        rendered.current = session?.member_id;
      }}
    >
      <header>
        <Link href="/">Home</Link>
        <Link href="/team" prefetch={false}>
          Team
        </Link>
        <StytchSessionStatus />
        <StytchOrgSwitcher />
        <StytchLogout redirectTo="/login" />
      </header>
      <main>{children}</main>
    </StytchProvider>
  );
}
