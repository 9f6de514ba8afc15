import { redirect } from 'next/navigation';
import { currentSession } from '../../lib/session';
import { LogIn } from './log-in';

export default async function Page() {
  if (await currentSession()) redirect('/team');
  return (
    <>
      <h1>Log in</h1>
      <LogIn />
    </>
  );
}
