import { type NextRequest, NextResponse } from 'next/server';
import { sessionOfJwt } from './lib/session';

/** Sends whoever has no session to log in before anything is rendered. By JWT, so that no page waits for it. */
export async function proxy(request: NextRequest) {
  const session = await sessionOfJwt(request.cookies.get('stytch_session_jwt')?.value);
  return session ? NextResponse.next() : NextResponse.redirect(new URL('/login', request.url));
}

export const config = { matcher: '/team/:path*' };
