import type { Auth, Signed } from '../flows/flow.js';
import type { StytchElementsError } from '../flows/errors.js';
import { type Facts, type Limits, Presence, isEnding, pastLimit } from './presence.js';

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

  /** Whether a session is being ended for being past its limits. */
  isSaid(session: string): boolean {
    return isEnding(this.#presence.facts, session);
  }

  /** Says that a session is being ended for that, if it is past them. */
  sayPast(session: string, limits: Limits | undefined): EndedBy | undefined {
    const reason = limits && pastLimit(this.#presence.facts, session, limits);
    if (reason) this.#presence.note({ ended: { session, reason } });
    return reason;
  }

  /** Somebody has signed in, which may have gone on with a session that was to end. */
  forgive(before: Auth, { session }: Signed): undefined {
    const isNew = before.status !== 'signed-in';
    if (isNew && this.isSaid(session.member_session_id)) this.#presence.note({ ended: undefined });
  }

  /** Why a session is no longer there. */
  hear(before: Auth, problem: StytchElementsError | null): EndedBy | undefined {
    const { ended } = this.#presence.facts;
    if (before.status === 'signed-in' && ended?.session === before.session.member_session_id) return ended.reason;
    const detail = problem?.detail;
    return detail === 'expired' || detail === 'revoked' ? detail : undefined;
  }
}
