import type { ReactiveElement } from 'lit';
import { alone } from '../../client/alone.js';
import { type Presence, isEnding } from '../../client/presence.js';
import type { AuthStore } from '../../client/store.js';
import type { AuthController } from '../../controllers/auth-controller.js';
import { announce } from '../../controllers/events.js';
import { redirect, redirects, withReason } from '../../controllers/redirect.js';
import type { StytchElementsError } from '../../flows/errors.js';
import type { EndReason, Verdict } from '../../flows/vigil.js';
import type { MemberSession } from '../../flows/types.js';

/** Milliseconds to wait before a session that is over is asked to end once more. */
const AGAIN = 5_000;

type Why = EndReason | 'revoked' | 'user';

/** The session that was there last, and how it stood. */
interface Last {
  readonly session: MemberSession;
  readonly verdict: Verdict;
  readonly redirects: number;
}

interface Host extends ReactiveElement {
  readonly redirectTo?: string | undefined;
}

/** Ends a session whose time is over. When one has ended, it finds out why, tells the page, and goes where that says. */
export class Ending {
  readonly #host: Host;
  readonly #auth: AuthController;
  #last: Last | undefined;
  #isLeft = false;
  #endingAt = 0;
  #isSigningOut = false;

  constructor(host: Host, auth: AuthController) {
    this.#host = host;
    this.#auth = auth;
  }

  /** The member is being signed out, as they wanted. */
  get isSigningOut(): boolean {
    return this.#isSigningOut;
  }

  /** There is a session, and this is how it stands. */
  follow(session: MemberSession, verdict: Verdict): void {
    this.#last = { session, verdict, redirects };
    this.#isLeft = false;
  }

  /**
   * One tab ends the session for all; each closes what it shows of it at once. Whether it has really expired only
   * Stytch can say.
   */
  async end(store: AuthStore, presence: Presence, { reason }: Verdict): Promise<void> {
    const now = Date.now();
    const session = this.#auth.snapshot.session?.member_session_id;
    if (!session || now - this.#endingAt < AGAIN) return;
    this.#endingAt = now;
    const isSaid = isEnding(presence.facts, session);
    if (reason !== 'expired' && !isSaid) presence.note({ ended: { session, reason } });
    if (reason !== 'expired') await store.send({ type: 'close' });
    if (!isSaid) await alone(`${store.options.publicToken}:end`, () => this.#end(store, reason));
  }

  async #end(store: AuthStore, reason: EndReason): Promise<void> {
    if (store.getSnapshot().status === 'signed-out') return; // another tab was first
    await store.send(reason === 'expired' ? { type: 'refresh' } : { type: 'logout', forceClear: true });
  }

  /** The member does not want to stay: they are signed out here even if the server cannot be reached. */
  async signOut(): Promise<void> {
    if (this.#isSigningOut) return;
    this.#isSigningOut = true;
    this.#host.requestUpdate();
    try {
      const outcome = await this.#auth.store?.actions.logout({ forceClear: true });
      if (outcome) announce(this.#host, 'stytch-logout', outcome);
    } catch (error) {
      announce(this.#host, 'stytch-error', { error: error as StytchElementsError }); // the session is still there
    } finally {
      this.#isSigningOut = false;
      this.#host.requestUpdate();
    }
  }

  /** Looks whether the session that was there has ended; says whether it just has. */
  look(presence: Presence): boolean {
    const { store, snapshot } = this.#auth;
    const last = this.#last;
    const why = snapshot.status === 'signed-out' && (last ? this.#why(presence, last) : store?.outlived);
    if (!store || !why) return false;
    store.outlived = undefined;
    if (last && why === 'user') return this.#followOut(last);
    if (last) presence.note({ ended: { session: last.session.member_session_id, reason: why } });
    announce(this.#host, 'stytch-session-expired', { reason: why === 'idle' || why === 'revoked' ? why : 'expired' });
    this.#leave(why);
    return true;
  }

  /** The member has signed out, which is no news. Whatever has done so on this page may have led elsewhere: that comes first. */
  #followOut({ redirects: before }: Last): false {
    this.#last = undefined;
    const isFree = () => redirects === before && this.#host.isConnected && this.#auth.snapshot.status === 'signed-out';
    setTimeout(() => isFree() && this.#leave('user'));
    return false;
  }

  /** Goes where the page says. */
  #leave(why: Why): void {
    this.#last = undefined;
    const { redirectTo } = this.#host;
    if (redirectTo) redirect(this.#host, withReason(redirectTo, why), this.#auth.scope.allowedOrigins);
  }

  /** Another tab may have told the reason, or tell it yet. A session that goes before its time was left or revoked. */
  #why({ facts: { ended } }: Presence, { session, verdict }: Last): Why | undefined {
    if (this.#auth.store?.endedBy === 'user') return 'user';
    if (ended?.session === session.member_session_id) return ended.reason;
    if (this.#isLeft || this.#auth.view.busy) return undefined; // it is being asked about once more
    this.#isLeft = true;
    if (Date.now() >= verdict.endsAt) return verdict.reason;
    return this.#auth.snapshot.error?.detail === 'revoked' ? 'revoked' : undefined;
  }
}
