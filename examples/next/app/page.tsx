import Link from 'next/link';
import { currentSession } from '../lib/session';

export default async function Home() {
  const session = await currentSession();
  return (
    <>
      <h1>Next.js</h1>
      {session ? (
        <p>
          Welcome back, {session.member.name}: here is <Link href="/team">your team</Link>.
        </p>
      ) : (
        <p>
          Nobody is signed in. <Link href="/login">Log in</Link>
        </p>
      )}
    </>
  );
}
