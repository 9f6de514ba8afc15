import {
  StytchCallback,
  StytchGate,
  StytchLogin,
  StytchLogout,
  StytchOrgSwitcher,
  StytchProvider,
  StytchSessionStatus,
} from 'stytch-elements/react';
import { Papers } from './Papers.js';
import { Welcome } from './Welcome.js';

const { STYTCH_PUBLIC_TOKEN, STYTCH_EMULATOR_URL } = import.meta.env;

export function App() {
  return (
    <StytchProvider publicToken={STYTCH_PUBLIC_TOKEN} emulatorUrl={STYTCH_EMULATOR_URL}>
      <header>
        <strong>Foolscap</strong>
        <StytchOrgSwitcher />
        <StytchSessionStatus showExpiry />
        <StytchLogout />
      </header>
      <main>
        <Welcome />
        <StytchLogin methods="email_otp magic_link password" />
        <StytchCallback />
        <StytchGate>
          <Papers />
        </StytchGate>
      </main>
    </StytchProvider>
  );
}
