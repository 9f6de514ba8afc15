import type { PendingDiscovery } from '../../flows/types.js';
import type { Scene } from '../prompt/screen.js';
import type { Choices } from './choices.js';
import type { Creation } from './creation.js';
import type { Entering } from './entering.js';

/** What the screens of a discovery are made from. */
export type DiscoveryScene = Scene & {
  readonly pending: PendingDiscovery;
  readonly choices: Choices;
  readonly creation: Creation;
  readonly enter: Entering;
  /** Whether an organization may be created. */
  readonly mayCreate: boolean;
  /** Opens or closes the form to create one. */
  turn(this: void, open: boolean): void;
  /** Announces something, without showing it. */
  say(this: void, words: string): void;
};
