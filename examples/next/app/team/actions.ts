'use server';

import { revalidatePath } from 'next/cache';
import { StytchError } from 'stytch';
import { currentSession, sessionToken } from '../../lib/session';
import { stytch } from '../../lib/stytch';

/**
 * Changes what is known of a member. An action can be called by anybody who can reach the server, so it checks for itself.
 * Their title is untrusted metadata, which members may change themselves; their limit is trusted metadata, which the
 * server goes by and only administrators may change.
 */
export async function change(_previous: string, form: FormData): Promise<string> {
  const session = await currentSession();
  if (!session) return 'Your session is over: log in again.';
  const { organization_id } = session.organization;
  const [member_id, name, title, limit] = ['member_id', 'name', 'title', 'limit'].map((field) => form.get(field));
  if (typeof member_id !== 'string' || typeof name !== 'string') return 'Who is to be changed, and how?';
  const fields = {
    organization_id,
    member_id,
    name,
    ...(typeof title === 'string' && { untrusted_metadata: { title } }), // what is not named stays as it is
    ...(limit && { trusted_metadata: { limit: Number(limit) } }),
  };
  const onBehalf = { authorization: { session_token: await sessionToken() } }; // Stytch checks the member's roles
  try {
    await stytch().organizations.members.update(fields, onBehalf);
  } catch (error) {
    if (error instanceof StytchError && error.status_code === 403) return 'Your role does not allow this.';
    throw error;
  }
  revalidatePath('/team');
  return 'Saved.';
}
