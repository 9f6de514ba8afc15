import { optionalText, type Call } from './call.js';
import { ApiError } from './errors.js';
import type { World } from './world.js';

/** A start or send begins with a challenge where the project requires PKCE; elsewhere it may. */
export function demandChallenge({ pkce }: World, challenge: string | undefined): string | undefined {
  if (pkce && !challenge) throw new ApiError('invalid_pkce_code_challenge');
  return challenge || undefined;
}

/** The challenge in a body. Back ends need none: what PKCE keeps for the page, they keep anyway. */
export function challengeIn(call: Call, field: 'code_challenge' | 'pkce_code_challenge'): string | undefined {
  const challenge = optionalText(call, field);
  return call.side === 'server' ? challenge : demandChallenge(call.world, challenge);
}

/** Refuses a verifier that is not the challenge's. Without a challenge any is ignored: SDKs send what they still hold. */
export async function checkVerifier(challenge: string | undefined, verifier: string | undefined): Promise<void> {
  if (!challenge) return;
  if (!verifier) throw new ApiError('pkce_expected_code_verifier');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
  const expected = text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  if (challenge.replaceAll('=', '') !== expected) throw new ApiError('pkce_mismatch');
}
