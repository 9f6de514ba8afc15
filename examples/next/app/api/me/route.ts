import type { NextRequest } from 'next/server';
import { sessionOfJwt } from '../../../lib/session';

/** Who asks; verified without asking Stytch. */
export async function GET(request: NextRequest): Promise<Response> {
  const session = await sessionOfJwt(request.cookies.get('stytch_session_jwt')?.value);
  if (!session) return Response.json({ error: 'signed_out' }, { status: 401 });
  const { member_id, organization_slug, roles } = session;
  return Response.json({ member_id, organization: organization_slug, roles });
}
