import { cookies } from 'next/headers';
import { cache } from 'react';
import { type MemberSession, StytchError } from 'stytch';
import { stytch } from './stytch';

/** The session, as Stytch knows it now: revoked ones are null at once. One call for everything that renders a request. */
export const currentSession = cache(async () => {
  const session_token = await sessionToken();
  return session_token ? orNull(stytch().sessions.authenticate({ session_token })) : null;
});

/**
 * The session that a JWT names. It is verified here, without a request, and counts until it expires, for five minutes at
 * most, even if the session is revoked meanwhile. One that has expired is sent to Stytch.
 */
export async function sessionOfJwt(session_jwt: string | undefined): Promise<MemberSession | null> {
  if (!session_jwt) return null;
  return (await orNull(stytch().sessions.authenticateJwt({ session_jwt })))?.member_session ?? null;
}

/** For calls with the member's own permissions. */
export async function sessionToken(): Promise<string> {
  return (await cookies()).get('stytch_session')?.value ?? '';
}

/** Null where there is no such session. Whatever else goes wrong, like a wrong secret or too many requests, still does. */
async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  return answer.catch((error: unknown) => {
    if (error instanceof StytchError && /session_not_found|jwt/.test(error.error_type)) return null;
    throw error;
  });
}
