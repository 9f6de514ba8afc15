import { compactVerify, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { ApiError } from './errors.js';
import type { Session } from './sessions.js';
import type { Organization } from './types.js';
import type { World } from './world.js';

const LIFETIME_S = 5 * 60;
const ALGORITHM = 'RS256';
const KEY_ID = 'jwk-test-emulator';

interface Keys {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
}

let keys: Promise<Keys> | undefined; // one pair a process: clients cache the JWKS over resets

/** Signs the session's JWT, which lives five minutes whatever the session's own lifetime. */
export async function signSession(world: World, { session, claims }: Session, { organization_slug }: Organization) {
  const { privateKey } = await signingKeys();
  const now = Math.floor(world.now() / 1000);
  const { member_session_id, started_at, last_accessed_at, expires_at, authentication_factors, roles } = session;
  const payload = {
    ...claims,
    'https://stytch.com/session': {
      id: member_session_id,
      started_at,
      last_accessed_at,
      expires_at,
      attributes: { user_agent: '', ip_address: '' },
      authentication_factors,
      roles,
    },
    'https://stytch.com/organization': { organization_id: session.organization_id, slug: organization_slug },
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
    .setSubject(session.member_id)
    .setIssuer(`stytch.com/${world.projectId}`)
    .setAudience([world.projectId])
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + LIFETIME_S)
    .sign(privateKey);
}

/** The id of the session a JWT was signed for; an expired JWT still names it, a forged one is refused. */
export async function sessionIdFromJwt(jwt: string): Promise<string> {
  const { publicKey } = await signingKeys();
  try {
    const { payload } = await compactVerify(jwt, publicKey, { algorithms: [ALGORITHM] });
    const claims = JSON.parse(new TextDecoder().decode(payload)) as { 'https://stytch.com/session': { id: string } };
    return claims['https://stytch.com/session'].id;
  } catch {
    throw new ApiError('unable_to_parse_session_jwt');
  }
}

/** The public half of the signing key, as the JWKS endpoint lists it. */
export async function publicKeys(): Promise<JWK[]> {
  const { publicKey } = await signingKeys();
  return [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig', key_ops: ['verify'] }];
}

function signingKeys(): Promise<Keys> {
  keys ??= generateKeyPair(ALGORITHM, { extractable: true });
  return keys;
}
