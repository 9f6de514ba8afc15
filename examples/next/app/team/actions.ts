'use server';

import { revalidatePath } from 'next/cache';
import { StytchError } from 'stytch';
import { currentSession, sessionToken } from '../../lib/session';
import { stytch } from '../../lib/stytch';

/** Renames a member. An action can be called by anybody who can reach the server, so it checks for itself. */
export async function rename(_previous: string, form: FormData): Promise<string> {
  const session = await currentSession();
  if (!session) return 'Your session is over: log in again.';
  const { organization_id } = session.organization;
  const [member_id, name] = [form.get('member_id'), form.get('name')];
  if (typeof member_id !== 'string' || typeof name !== 'string') return 'Who is to be renamed, and how?';
  const change = { organization_id, member_id, name };
  const onBehalf = { authorization: { session_token: await sessionToken() } }; // Stytch checks the member's roles
  try {
    await stytch().organizations.members.update(change, onBehalf);
  } catch (error) {
    if (error instanceof StytchError && error.status_code === 403) return 'Your role does not allow this.';
    throw error;
  }
  revalidatePath('/team');
  return 'Renamed.';
}
