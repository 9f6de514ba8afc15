import type { Call } from './call.js';
import { optionalText } from './call.js';
import { ApiError, found } from './errors.js';
import { intermediateByToken, type Intermediate } from './intermediate.js';
import { sessionByJwt, sessionByToken, type Session } from './sessions.js';

/** The cookies of HttpOnly mode. */
export const COOKIES = {
  session: 'stytch_session',
  jwt: 'stytch_session_jwt',
  intermediate: 'stytch_intermediate_session_token',
} as const;

/** Refuses a call that does not carry the project's credentials. */
export function checkCredentials({ world, side, basic }: Call): void {
  const known = side === 'browser' ? basic.user === world.publicToken : basic.user === world.projectId;
  const trusted = side === 'browser' || basic.password === world.secret;
  if (!known || !trusted) throw new ApiError('unauthorized_credentials');
}

/** The session a call carries, if it carries a live one. */
export async function currentSession(call: Call): Promise<Session | undefined> {
  if (call.side === 'server') return namedSession(call);
  const token = browserToken(call);
  return token === undefined ? undefined : sessionByToken(call.world, token);
}

/** The live session a call must carry; without any token the credentials are what is wrong. */
export async function requireSession(call: Call): Promise<Session> {
  if (call.side === 'server') return found(await namedSession(call), 'no_session_arguments');
  const token = found(browserToken(call), 'unauthorized_credentials');
  return found(sessionByToken(call.world, token), 'session_not_found');
}

/** The intermediate session a call carries; one that is unknown or too old is refused. */
export function currentIntermediate(call: Call): Intermediate | undefined {
  const given = optionalText(call, 'intermediate_session_token') ?? cookie(call, COOKIES.intermediate);
  return given === undefined
    ? undefined
    : found(intermediateByToken(call.world, given), 'intermediate_session_not_found');
}

/** The intermediate session a call must carry. */
export function requireIntermediate(call: Call): Intermediate {
  return found(currentIntermediate(call), 'intermediate_session_not_found');
}

/** Refuses a call that carries something that is gone; asked before the call uses a link or a code up. */
export async function checkCarried(call: Call): Promise<void> {
  currentIntermediate(call);
  await currentSession(call);
}

/** The session of the member on whose behalf a back end calls, or the page's own. */
export async function actingSession(call: Call): Promise<Session | undefined> {
  if (call.side === 'browser') return requireSession(call);
  const token = call.header('x-stytch-member-session');
  const jwt = call.header('x-stytch-member-sessionjwt');
  if (token) return found(sessionByToken(call.world, token), 'session_not_found');
  return jwt ? found(await sessionByJwt(call.world, jwt), 'session_not_found') : undefined;
}

/** A page without a session sends the public token as password; only HttpOnly cookies can then speak for it. */
function browserToken(call: Call): string | undefined {
  const { user, password } = call.basic;
  return password !== '' && password !== user ? password : cookie(call, COOKIES.session);
}

function cookie({ world, side, cookies }: Call, name: string): string | undefined {
  return world.httpOnly && side === 'browser' ? cookies[name] || undefined : undefined;
}

async function namedSession(call: Call): Promise<Session | undefined> {
  const token = optionalText(call, 'session_token');
  const jwt = optionalText(call, 'session_jwt');
  if (token && jwt) throw new ApiError('too_many_session_arguments');
  if (token) return found(sessionByToken(call.world, token), 'session_not_found');
  return jwt ? found(await sessionByJwt(call.world, jwt), 'session_not_found') : undefined;
}
