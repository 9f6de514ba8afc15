import type { Proof } from '../../flows/proof.js';
import type { PlaceAt, Scene } from '../prompt/screen.js';
import type { Method } from './methods.js';

/** What the screens of a first factor are made from, whether somebody logs in or steps up. */
export type EntranceScene<K extends Proof['at'] = Proof['at']> = Scene<PlaceAt<K>> & {
  /** What this is about. */
  readonly title: string;
  /** What can be used here, in the order in which it is offered. */
  readonly methods: readonly Method[];
  /** The method of the last log-in on this device, as Stytch names it. */
  readonly last: string | null;
  /** The address, where it cannot be another one. */
  readonly fixed: string | undefined;
  /** The address that was given last, for the next screen; in memory only. */
  readonly memory: { email: string };
  /** Whether the organization that is meant is not known yet, so that nothing else can be done than to name it. */
  readonly isLost: boolean;
};
