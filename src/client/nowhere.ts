import type { Call, Home, OrganizationMatch } from '../flows/call.js';
import type { Again, Place } from '../flows/flow.js';

/** What a prompt shows; kept apart from the snapshot because a place may hold a secret. */
export interface View {
  readonly place: Place | null;
  readonly busy: Call['call'] | null;
  /** Identifier of the organization being entered, while a switch is under way. */
  readonly entering: string | null;
  /** Name of the organization to go back to, while something is owed and there is one. */
  readonly home: string | null;
  /** The session to go back to, likewise. */
  readonly from: Home | null;
  /** The organization that somebody logs in to, where it is known beforehand. */
  readonly into: OrganizationMatch | null;
  /** The address that the organization was chosen for, while another can be. */
  readonly email: string | null;
  /** Whether another organization can be chosen instead. */
  readonly hasOthers: boolean;
  /** A factor that a signed-in member is asked for again, or sets up; then `place` says how far that is. */
  readonly wanted: Again | null;
  /** When that was last done, in milliseconds since 1970. */
  readonly provedAt: number | null;
  /** By which method. */
  readonly provedBy: string | null;
  /** Whether the session is gone, and it is not known yet what comes instead. */
  readonly isGone: boolean;
}

export const NOWHERE: View = {
  place: null,
  busy: null,
  entering: null,
  home: null,
  from: null,
  into: null,
  email: null,
  hasOthers: false,
  wanted: null,
  provedAt: null,
  provedBy: null,
  isGone: false,
};
