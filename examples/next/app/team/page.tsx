import { redirect } from 'next/navigation';
import { currentSession } from '../../lib/session';
import { stytch } from '../../lib/stytch';
import { Colleague } from './colleague';

/** Checks for itself, too: the proxy believes a JWT, which may outlive its session by minutes. */
export default async function Team() {
  const session = await currentSession();
  if (!session) redirect('/login');
  const { organization_id, organization_name } = session.organization;
  const { members } = await stytch().organizations.members.search({ organization_ids: [organization_id] });
  return (
    <>
      <h1>{organization_name}</h1>
      <p>Everybody may see who is there. Whom you may change is decided by your role.</p>
      <ul>
        {members.map(({ member_id, name, email_address, untrusted_metadata: said, trusted_metadata: known }) => (
          <li key={member_id}>
            <Colleague
              id={member_id}
              name={name}
              email={email_address}
              title={String(said?.title ?? '')}
              limit={String(known?.limit ?? 1000)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
