import { useStytchMember, useStytchOrganization, useStytchSnapshot } from 'stytch-elements/react';

/** The hooks: what Stytch knows of the session, as state of React. */
export function Welcome() {
  const { status } = useStytchSnapshot();
  const { member } = useStytchMember();
  const { organization } = useStytchOrganization();
  if (member && organization)
    return (
      <>
        <h1>Good day, {member.name}</h1>
        <p>These are the papers of {organization.organization_name}.</p>
      </>
    );
  if (status !== 'signed-out') return null; // not known yet, or half-way
  return (
    <>
      <h1>Your papers, in one drawer</h1>
      <p>Log in to read what your organization keeps.</p>
    </>
  );
}
