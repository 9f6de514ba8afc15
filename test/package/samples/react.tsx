import {
  StytchLogout,
  StytchOrgSwitcher,
  StytchProvider,
  useStytchMember,
  useStytchOrganization,
  useStytchSnapshot,
} from 'stytch-elements/react';

function Greeting() {
  const { status } = useStytchSnapshot();
  const { member, fromCache } = useStytchMember();
  const { organization } = useStytchOrganization();
  if (!member) return <p>{status}</p>;
  return (
    <p aria-busy={fromCache}>
      Hello {member.name} of {organization?.organization_name}
    </p>
  );
}

export function App({ publicToken, emulatorUrl, onSwitch, onLogout }: AppProps) {
  return (
    <StytchProvider publicToken={publicToken} emulatorUrl={emulatorUrl}>
      <StytchOrgSwitcher onStytchSwitch={({ detail }) => onSwitch(detail.organization.organization_name)} />
      <Greeting />
      <StytchLogout whenOffline="clear" onStytchLogout={onLogout}>
        <button>Leave</button>
      </StytchLogout>
    </StytchProvider>
  );
}

interface AppProps {
  publicToken: string;
  emulatorUrl?: string;
  onSwitch(name: string): void;
  onLogout(): void;
}
