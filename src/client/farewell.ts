import type { Auth } from '../flows/flow.js';
import type { StytchElementsError } from '../flows/errors.js';
import { type Facts, Presence } from './presence.js';

/** Why a session has ended. */
export type EndedBy = NonNullable<Facts['ended']>['reason'];

/** Tells the tabs of a site why a session ends, and hears it from them. */
export class Farewell {
  readonly #presence: Presence;

  constructor(publicToken: string) {
    this.#presence = new Presence(publicToken, () => undefined);
  }

  /** The session is about to be ended by the person, unless somebody has said otherwise; returns what takes that back. */
  say(auth: Auth): () => void {
    const session = auth.status === 'signed-in' ? auth.session.member_session_id : undefined;
    const { ended } = this.#presence.facts;
    if (!session || ended?.session === session) return () => undefined;
    this.#presence.note({ ended: { session, reason: 'user' } });
    return () => this.#presence.note({ ended });
  }

  /** Why a session is no longer there. */
  hear(before: Auth, problem: StytchElementsError | null): EndedBy | undefined {
    const { ended } = this.#presence.facts;
    if (before.status === 'signed-in' && ended?.session === before.session.member_session_id) return ended.reason;
    const detail = problem?.detail;
    return detail === 'expired' || detail === 'revoked' ? detail : undefined;
  }
}
