import { newToken } from './ids.js';
import { withProofs } from './proofs.js';
import type { Proof } from './types.js';
import type { World } from './world.js';

/** What an intermediate session token stands for: an address, and what was proved about it. */
export interface Intermediate {
  token: string;
  email_address: string;
  proofs: Proof[];
  expires: number;
}

const LIFETIME_MS = 10 * 60_000;

/** Starts an intermediate session of ten minutes. */
export function startIntermediate(world: World, email_address: string, proofs: readonly Proof[]): Intermediate {
  const started = { token: newToken(), email_address, proofs: [...proofs], expires: world.now() + LIFETIME_MS };
  world.intermediates.set(started.token, started);
  return started;
}

/** The intermediate session with this token, unless it expired or was used up. */
export function intermediateByToken(world: World, token: string): Intermediate | undefined {
  const known = world.intermediates.get(token);
  return known && world.now() < known.expires ? known : undefined;
}

/** Adds what was proved since; the token and its deadline stay. */
export function addToIntermediate(known: Intermediate, proofs: readonly Proof[]): void {
  known.proofs = withProofs(known.proofs, proofs);
}

/** Uses up an intermediate session, because a session was granted for it. */
export function consume(world: World, known: Intermediate | undefined): void {
  if (known) world.intermediates.delete(known.token);
}
