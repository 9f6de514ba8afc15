import { amend } from './amend.js';
import { organizationOf } from './discovery.js';
import type { Fault } from './faults.js';
import { impersonate, type Impersonation } from './impersonation.js';
import { memberNamed } from './lookup.js';
import type { Letter } from './outbox.js';
import { emailProof, ssoProof, totpProof, smsProof } from './proofs.js';
import type { SeenRequest } from './requests.js';
import { grantOf, startSession } from './sessions.js';
import type { Member, Organization, Proof } from './types.js';
import type { Mode, World } from './world.js';

/** What tests and demos do to a world from outside, as the `/emulator/*` endpoints do. */
export interface Controls {
  /** Restores the seed and the clock, sets the modes, and forgets faults, messages and requests. */
  reset(options?: Mode): void;
  /** Makes a complete session as if a back end had made it. */
  session(email: string, organization: string, minutes?: number): Promise<SessionTokens>;
  /** Hands out a token to impersonate a member with, and the URL that carries it. */
  impersonation(email: string, organization: string): Impersonation;
  /** The messages sent so far, newest last. */
  outbox(): Letter[];
  /** Makes the next matching requests fail, after those that are to fail already; `[]` forgets all that are still to come. */
  faults(faults: readonly Fault[]): void;
  /** Moves the server's clock forward. */
  clock(advanceSeconds: number): void;
  /** The requests seen so far, in order, without secrets. */
  requests(): SeenRequest[];
}

/** A session's two tokens. */
export interface SessionTokens {
  session_token: string;
  session_jwt: string;
}

/** The controls of a world. */
export function controlsOf(world: World): Controls {
  return {
    reset: (options) => world.reset(options),
    session: (email, organization, minutes) => mint(world, email, organization, minutes),
    impersonation: (email, organization) => impersonate(world, email, organization),
    outbox: () => structuredClone(world.outbox),
    faults: (faults) => void (world.faults = faults.length ? [...world.faults, ...structuredClone(faults)] : []),
    clock: (advanceSeconds) => void (world.clockOffset += advanceSeconds * 1000),
    requests: () => structuredClone(world.requests),
  };
}

async function mint(world: World, email: string, name: string, minutes?: number): Promise<SessionTokens> {
  const member = memberNamed(world, email, name);
  const organization = organizationOf(world, member);
  amend(world, member, { status: 'active' });
  const proofs = completeProofs(world, member, organization);
  const { session_token, session_jwt } = await grantOf(
    world,
    startSession(world, { organization, member, proofs, minutes }),
  );
  return { session_token, session_jwt };
}

/** What makes a session complete: an e-mail link, the organization's own sign-on, and a second factor if it is due. */
function completeProofs(world: World, member: Member, organization: Organization): Proof[] {
  const now = world.now();
  const { email_address, organization_id } = member;
  const proofs = [emailProof(now, 'magic_link', email_address, organization_id)];
  const [connection] = organization.sso_active_connections;
  if (organization.auth_methods === 'RESTRICTED' && connection) {
    proofs.push(ssoProof(now, connection.connection_id, email_address, organization_id));
  }
  if (organization.mfa_policy === 'REQUIRED_FOR_ALL' || member.mfa_enrolled) {
    if (member.totp_registration_id) proofs.push(totpProof(now, member));
    else if (member.mfa_phone_number_verified) proofs.push(smsProof(now, member, member.mfa_phone_number));
  }
  return proofs;
}
