import { Arrive } from './arrive';

/** Where links and redirects lead to; register it with Stytch. */
export default function Page() {
  return (
    <>
      <h1>One moment</h1>
      <Arrive />
    </>
  );
}
