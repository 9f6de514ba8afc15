import type { StartedEmulator, StartOptions } from './node.js';

export type { Controls, SessionTokens } from './control.js';
export { createEmulator, type Emulator } from './emulator.js';
export type { Fault } from './faults.js';
export type { Impersonation } from './impersonation.js';
export type { StartedEmulator, StartOptions } from './node.js';
export type { Letter } from './outbox.js';
export { emulateInPage, type PageEmulator, type PageOptions } from './page.js';
export type { SeenRequest } from './requests.js';
export { SEED_PASSWORD, SEED_PHONE_NUMBER, SEED_RECOVERY_CODES, SEED_TOTP_SECRET } from './seed.js';
export type { Member, MemberSession, Organization } from './types.js';
export type { Mode, World, WorldOptions } from './world.js';

/** Serves an emulator over HTTP on 127.0.0.1; in Node only. */
export async function startEmulator(options?: StartOptions): Promise<StartedEmulator> {
  const host = await import('./node.js');
  return host.startEmulator(options);
}
