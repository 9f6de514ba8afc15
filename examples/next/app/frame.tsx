'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { StytchLogout, StytchOrgSwitcher, StytchProvider, StytchSessionStatus } from 'stytch-elements/react';

interface Props {
  publicToken: string;
  emulatorUrl: string | undefined;
  /** Whom the server has rendered for. */
  memberId: string | undefined;
  children: ReactNode;
}

/** The provider and the header of every page; what is inside is still rendered on the server. */
export function Frame({ publicToken, emulatorUrl, memberId, children }: Props) {
  const router = useRouter();
  return (
    <StytchProvider
      publicToken={publicToken}
      emulatorUrl={emulatorUrl}
      callbackUrl="/authenticate"
      onStytchSessionChange={({ detail }) => {
        const { status, session } = detail.snapshot;
        if (status !== 'signed-in' && status !== 'signed-out') return; // the page stays as it is while somebody verifies
        if (session?.member_id !== memberId) router.refresh();
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
