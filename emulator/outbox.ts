import type { World } from './world.js';

/** A message the emulator would have sent, as `/emulator/outbox` lists it. */
export interface Letter {
  to: string;
  kind: 'magic_link' | 'email_otp' | 'sms_otp' | 'password_reset';
  code?: string;
  url?: string;
}

const KEPT = 1000;

/** Puts a message into the outbox, newest last. */
export function post(world: World, letter: Letter): void {
  world.outbox.push(letter);
  if (world.outbox.length > KEPT) world.outbox.shift();
}
