import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { COOKIES } from './caller.js';
import type { Json } from './types.js';

const ATTRIBUTES = { httpOnly: true, path: '/', sameSite: 'Lax' } as const;
const INTERMEDIATE_SECONDS = 10 * 60;

/** In HttpOnly mode: moves tokens from an answer into cookies that only the server can read. */
export function hideTokens(c: Context, payload: Json): Json {
  if (isRevoke(c)) return dropCookies(c, payload);
  if (!('member_session' in payload) && !('intermediate_session_token' in payload)) return payload;
  const session = payload.member_session as { expires_at: string } | null | undefined;
  const intermediate = payload.intermediate_session_token;
  if (session) {
    const expires = new Date(session.expires_at);
    setCookie(c, COOKIES.session, String(payload.session_token), { ...ATTRIBUTES, expires });
    setCookie(c, COOKIES.jwt, String(payload.session_jwt), { ...ATTRIBUTES, expires });
    deleteCookie(c, COOKIES.intermediate, ATTRIBUTES);
  } else if (typeof intermediate === 'string' && intermediate !== '') {
    setCookie(c, COOKIES.intermediate, intermediate, { ...ATTRIBUTES, maxAge: INTERMEDIATE_SECONDS });
    dropSession(c);
  }
  return { ...payload, ...blank(payload, 'session_token', 'session_jwt', 'intermediate_session_token') };
}

function isRevoke(c: Context): boolean {
  return c.req.path.endsWith('/sessions/revoke');
}

function dropCookies(c: Context, payload: Json): Json {
  dropSession(c);
  deleteCookie(c, COOKIES.intermediate, ATTRIBUTES);
  return payload;
}

function dropSession(c: Context): void {
  deleteCookie(c, COOKIES.session, ATTRIBUTES);
  deleteCookie(c, COOKIES.jwt, ATTRIBUTES);
}

function blank(payload: Json, ...names: string[]): Json {
  return Object.fromEntries(names.filter((name) => name in payload).map((name) => [name, '']));
}
