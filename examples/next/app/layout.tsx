import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { currentSession } from '../lib/session';
import './globals.css';
import { Frame } from './frame';

export const metadata: Metadata = { title: 'Next.js and stytch-elements' };

export default async function Layout({ children }: { children: ReactNode }) {
  await connection(); // the environment is that of the running server, not of the build
  const { STYTCH_PUBLIC_TOKEN = '', STYTCH_EMULATOR_URL } = process.env;
  const session = await currentSession();
  return (
    <html lang="en">
      <body>
        <Frame publicToken={STYTCH_PUBLIC_TOKEN} emulatorUrl={STYTCH_EMULATOR_URL} memberId={session?.member.member_id}>
          {children}
        </Frame>
      </body>
    </html>
  );
}
