import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import './globals.css';
import { Frame } from './frame';

export const metadata: Metadata = { title: 'Next.js and stytch-elements' };

export default async function Layout({ children }: { children: ReactNode }) {
  await connection(); // the environment is that of the running server, not of the build
  const { STYTCH_PUBLIC_TOKEN = '', STYTCH_EMULATOR_URL } = process.env;
  return (
    <html lang="en">
      <body>
        <Frame publicToken={STYTCH_PUBLIC_TOKEN} emulatorUrl={STYTCH_EMULATOR_URL}>
          {children}
        </Frame>
      </body>
    </html>
  );
}
